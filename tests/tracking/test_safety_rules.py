"""The rules against the clinical table, written out here by hand."""

from collections.abc import Mapping
from itertools import combinations

import pytest

from tracking.models import SafetyScreen
from tracking.safety import (
    CAUDA_EQUINA,
    FOLLOW_UPS,
    FULL,
    PRECAUTION_KEYS,
    SHORT,
    action,
    follow_ups_for,
    left_out,
    outcome,
)

CLEAR, SEE_FIRST = "clear", "see-first"
SAME_DAY, EMERGENCY = "same-day", "emergency"
ALL_NO = dict.fromkeys(FULL, "no")

# key, yes, not sure: with every other answer no, and a no to the follow-up
ALONE = [
    ("ces_bladder", EMERGENCY, EMERGENCY),
    ("ces_bowel", EMERGENCY, EMERGENCY),
    ("ces_saddle", EMERGENCY, EMERGENCY),
    ("ces_sex", SAME_DAY, SAME_DAY),
    ("ces_bilateral", EMERGENCY, EMERGENCY),
    ("motor", SAME_DAY, SAME_DAY),
    ("trauma", SAME_DAY, SAME_DAY),
    ("infection", SAME_DAY, SAME_DAY),
    ("cancer", SEE_FIRST, SEE_FIRST),
    ("clot", SAME_DAY, SAME_DAY),
    ("abdomen", EMERGENCY, SAME_DAY),
    ("inflam", SEE_FIRST, SEE_FIRST),
    ("claud", SEE_FIRST, SEE_FIRST),
    ("duration", SEE_FIRST, SEE_FIRST),
]

# question, follow-up, yes, no, not sure: after a yes to the question
FOLLOWED = [
    ("motor", "motor_sudden", EMERGENCY, SAME_DAY, SAME_DAY),
    ("trauma", "trauma_severe", EMERGENCY, SAME_DAY, SAME_DAY),
    ("infection", "infection_severe", EMERGENCY, SAME_DAY, SAME_DAY),
    ("cancer", "cancer_past", SAME_DAY, SEE_FIRST, SAME_DAY),
    ("clot", "clot_chest", EMERGENCY, SAME_DAY, SAME_DAY),
]

# "911/ER if any other yes": the sign that is the less urgent one when alone
BESIDE_SEX = [key for key in FULL if key != "ces_sex"]

TOGETHER = [
    ({"infection": "yes", "motor": "yes"}, EMERGENCY),
    ({"infection": "not-sure", "motor": "yes"}, EMERGENCY),
    ({"infection": "yes", "motor": "not-sure"}, SAME_DAY),
    ({"cancer": "yes", "motor": "yes"}, EMERGENCY),
    ({"cancer": "not-sure", "motor": "yes"}, EMERGENCY),
    ({"cancer": "yes", "motor": "not-sure"}, SAME_DAY),
    ({"cancer": "yes", "inflam": "yes"}, SEE_FIRST),
    ({"clot": "yes", "motor": "yes"}, SAME_DAY),
    ({"trauma": "yes", "motor": "yes"}, SAME_DAY),
    ({"duration": "yes", "claud": "yes", "inflam": "yes"}, SEE_FIRST),
    ({"ces_sex": "not-sure", "inflam": "yes"}, EMERGENCY),
    ({"ces_sex": "yes", "inflam": "not-sure"}, SAME_DAY),
    ({"ces_sex": "yes", "ces_bladder": "not-sure"}, EMERGENCY),
]


def answered(changes: Mapping[str, str]) -> dict[str, str]:
    """No to each question and follow-up, but for these."""
    return {**ALL_NO, **dict.fromkeys(FOLLOW_UPS, "no"), **changes}


def test_no_to_every_question_is_clear() -> None:
    assert outcome(ALL_NO) == CLEAR


def test_the_table_names_every_question() -> None:
    assert [key for key, *_actions in ALONE] == list(FULL)
    assert {follow_up: key for key, follow_up, *_actions in FOLLOWED} == FOLLOW_UPS


@pytest.mark.parametrize(("key", "yes", "not_sure"), ALONE)
def test_one_answer_alone(key: str, yes: str, not_sure: str) -> None:
    assert outcome(answered({key: "no"})) == CLEAR
    assert outcome(answered({key: "yes"})) == yes
    assert outcome(answered({key: "not-sure"})) == not_sure


@pytest.mark.parametrize(("key", "follow_up", "yes", "no", "not_sure"), FOLLOWED)
@pytest.mark.parametrize("first", ["yes", "not-sure"])
def test_one_answer_with_its_follow_up(
    key: str, follow_up: str, yes: str, no: str, not_sure: str, first: str
) -> None:
    assert outcome(answered({key: first, follow_up: "yes"})) == yes
    assert outcome(answered({key: first, follow_up: "no"})) == no
    assert outcome(answered({key: first, follow_up: "not-sure"})) == not_sure


@pytest.mark.parametrize("follow_up", FOLLOW_UPS)
def test_a_follow_up_says_nothing_without_its_question(follow_up: str) -> None:
    assert outcome(answered({follow_up: "yes"})) == CLEAR


@pytest.mark.parametrize(("key", "follow_up", "yes", "no", "not_sure"), FOLLOWED)
def test_a_follow_up_left_open_counts_as_not_sure(
    key: str, follow_up: str, yes: str, no: str, not_sure: str
) -> None:
    assert outcome({**ALL_NO, key: "yes"}) == not_sure


@pytest.mark.parametrize("other", BESIDE_SEX)
def test_changed_sex_beside_any_other_yes_is_an_emergency(other: str) -> None:
    assert outcome(answered({"ces_sex": "yes", other: "yes"})) == EMERGENCY


@pytest.mark.parametrize(("changes", "expected"), TOGETHER)
def test_answers_together(changes: dict[str, str], expected: str) -> None:
    assert outcome(answered(changes)) == expected


def test_two_answers_never_ask_for_less_than_one() -> None:
    for one, other in combinations(FULL, 2):
        both = action(answered({one: "yes", other: "yes"}))
        assert both >= action(answered({one: "yes"})), (one, other)
        assert both >= action(answered({other: "yes"})), (one, other)


@pytest.mark.parametrize("key", FULL)
@pytest.mark.parametrize("answer", ["", "No", "0", "maybe"])
def test_what_is_not_a_clear_no_is_never_clear(key: str, answer: str) -> None:
    assert outcome({**ALL_NO, key: answer}) != CLEAR


@pytest.mark.parametrize("key", FULL)
def test_a_missing_answer_is_never_clear(key: str) -> None:
    given = {k: v for k, v in ALL_NO.items() if k != key}
    assert outcome(given) != CLEAR


def test_no_answers_at_all_are_an_emergency() -> None:
    assert outcome({}) == EMERGENCY
    assert outcome({"ces_unknown": "no"}) == EMERGENCY


def test_the_short_screen_asks_for_nerves_strength_injury_and_fever() -> None:
    assert (*CAUDA_EQUINA, "motor", "trauma", "infection") == SHORT
    assert outcome(dict.fromkeys(SHORT, "no"), SHORT) == CLEAR


@pytest.mark.parametrize("key", SHORT)
def test_a_question_weighs_the_same_in_the_short_screen(key: str) -> None:
    given = {**dict.fromkeys(SHORT, "no"), **dict.fromkeys(FOLLOW_UPS, "no")}
    full = outcome(answered({key: "yes"}))
    assert outcome({**given, key: "yes"}, SHORT) == full


def test_follow_ups_come_in_the_order_of_the_questions() -> None:
    given = {"clot": "not-sure", "motor": "yes", "trauma": "no", "ces_sex": "yes"}
    assert follow_ups_for(given) == ["motor_sudden", "clot_chest"]
    assert follow_ups_for(ALL_NO) == []


@pytest.mark.parametrize("key", [*PRECAUTION_KEYS, "not-sure"])
def test_a_precaution_is_to_be_talked_about_first(key: str) -> None:
    assert outcome(ALL_NO, FULL, [key]) == SEE_FIRST


@pytest.mark.parametrize("chosen", [[], ["none"]])
def test_no_precaution_is_clear(chosen: list[str]) -> None:
    assert outcome(ALL_NO, FULL, chosen) == CLEAR


def test_a_precaution_makes_nothing_less_urgent() -> None:
    given = answered({"ces_bladder": "yes"})
    assert outcome(given, FULL, ["pregnant"]) == EMERGENCY


ON_THE_FRONT = {"lying-press-up", "lying-on-your-front", "prone-on-elbows"}
BACKWARD = {"lying-press-up", "standing-back-bend", "prone-on-elbows"}
LEFT_OUT = [
    ("pregnant", ON_THE_FRONT | {"hip-bridge", "knees-to-chest"}),
    (
        "surgery",
        BACKWARD | {"hip-bridge", "knees-to-chest", "nerve-slider", "seated-cat-cow"},
    ),
    ("hip_replacement", {"figure-4-stretch", "knees-to-chest"}),
    ("weak_bones", {"knees-to-chest", "lying-press-up", "seated-cat-cow"}),
    ("narrow_canal", BACKWARD),
    ("heart", {"abdominal-brace", "hip-bridge"}),
    ("blood_pressure", {"abdominal-brace", "hip-bridge"}),
    (
        "dizziness",
        {
            "standing-back-bend",
            "hip-hinge",
            "standing-hamstring-stretch",
            "bird-dog",
            "nerve-slider",
        },
    ),
]


def test_the_table_names_every_precaution() -> None:
    assert [key for key, _slugs in LEFT_OUT] == list(PRECAUTION_KEYS)


@pytest.mark.parametrize(("key", "slugs"), LEFT_OUT)
def test_what_a_precaution_leaves_out(key: str, slugs: set[str]) -> None:
    assert left_out([key]) == slugs


def test_two_precautions_leave_out_both_lists() -> None:
    assert left_out(["heart", "hip_replacement"]) == {
        "abdominal-brace",
        "hip-bridge",
        "figure-4-stretch",
        "knees-to-chest",
    }


@pytest.mark.parametrize("answer", ["yes", "not-sure"])
def test_legs_that_hurt_on_walking_leave_out_bending_back(answer: str) -> None:
    assert left_out([], {**ALL_NO, "claud": answer}) == BACKWARD


@pytest.mark.parametrize("chosen", [[], ["none"], ["not-sure"], ["unknown"]])
def test_nothing_else_leaves_anything_out(chosen: list[str]) -> None:
    assert left_out(chosen, ALL_NO) == set()
    assert left_out(chosen) == set()


@pytest.mark.parametrize(
    ("result", "is_locked"),
    [(CLEAR, False), (SEE_FIRST, False), (SAME_DAY, True), (EMERGENCY, True)],
)
def test_same_day_and_emergency_lock(result: str, is_locked: bool) -> None:
    assert SafetyScreen(outcome=result).is_locked is is_locked

import pytest

from tracking.models import SafetyScreen
from tracking.safety import CAUDA_EQUINA, Gate, gate, outcome

ALL_NO = dict.fromkeys(CAUDA_EQUINA, "no")
CLEAR, EMERGENCY = "clear", "emergency"


def test_five_signs_are_asked_for() -> None:
    assert CAUDA_EQUINA == (
        "ces_bladder",
        "ces_bowel",
        "ces_saddle",
        "ces_sex",
        "ces_bilateral",
    )


def test_no_to_every_question_is_clear() -> None:
    assert outcome(ALL_NO) == CLEAR


@pytest.mark.parametrize("key", CAUDA_EQUINA)
@pytest.mark.parametrize("answer", ["yes", "not-sure", "", "No", "0"])
def test_any_answer_but_no_is_an_emergency(key: str, answer: str) -> None:
    assert outcome({**ALL_NO, key: answer}) == EMERGENCY


@pytest.mark.parametrize("key", CAUDA_EQUINA)
def test_a_missing_answer_is_an_emergency(key: str) -> None:
    given = {k: v for k, v in ALL_NO.items() if k != key}
    assert outcome(given) == EMERGENCY


def test_no_answers_at_all_are_an_emergency() -> None:
    assert outcome({}) == EMERGENCY


def test_an_answer_to_an_unknown_question_clears_nothing() -> None:
    assert outcome({"ces_unknown": "no"}) == EMERGENCY


def test_the_gate_waits_for_a_first_screen() -> None:
    assert gate(None) is Gate.UNANSWERED


def test_the_gate_opens_after_a_clear_screen() -> None:
    assert gate(SafetyScreen(outcome="clear")) is Gate.OPEN


@pytest.mark.parametrize("result", ["emergency", "", "unknown"])
def test_the_gate_is_locked_by_anything_but_clear(result: str) -> None:
    assert gate(SafetyScreen(outcome=result)) is Gate.LOCKED

"""The rules that move a phase on, each with cases written by hand."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from django.conf import settings

from exercises.moving_on import RULE_KEYS, MoveOnRule, rules_in
from tracking.phases import CHECKS, Facts, check, checks, is_ready
from tracking.stop_rules import Reach

NOTHING = Facts()
THIGH, CALF = Reach(3, 0), Reach(5, 0)


def found(key: str, facts: Facts) -> tuple[bool, str]:
    one = check(MoveOnRule(key, "Words."), facts)
    return one.is_met, one.value


@pytest.mark.parametrize(
    ("legs", "start", "met"),
    [
        ((4, 4, 4), 7.0, True),
        ((4, 5, 4), 7.0, True),
        ((6, 5, 4), 7.0, False),
        ((6, 6, 6), 8.0, True),
        ((7, 6, 6), 8.0, False),
        ((4, 4, 4), 4.0, True),
        ((5, 4, 4), 4.0, False),
        ((4, 4), 7.0, False),
        ((), None, False),
    ],
)
def test_leg_low(legs: tuple[int, ...], start: float | None, met: bool) -> None:
    facts = Facts(legs=legs, start_leg=start)
    assert found("leg-low", facts)[0] is met


def test_leg_low_says_the_values() -> None:
    facts = Facts(legs=(4, 3, 3), start_leg=7.0)
    assert found("leg-low", facts)[1] == "Leg pain: 4, 3 and 3. Your start: 7."


@pytest.mark.parametrize(
    ("reach", "start", "met"),
    [
        (THIGH, CALF, True),
        (CALF, CALF, True),
        (CALF, THIGH, False),
        (Reach(3, 5), Reach(5, 3), False),
        (Reach(1, 1), Reach(0, 0), True),
        (None, CALF, False),
        (THIGH, None, False),
    ],
)
def test_not_lower(reach: Reach | None, start: Reach | None, met: bool) -> None:
    facts = Facts(reach=reach, start_reach=start)
    assert found("not-lower", facts)[0] is met


@pytest.mark.parametrize(
    ("morning", "met", "value"),
    [
        ((4, 4), True, "Before: 4. The morning after: 4."),
        ((4, 5), True, "Before: 4. The morning after: 5."),
        ((4, 6), False, "Before: 4. The morning after: 6."),
        ((4, 2), True, "Before: 4. The morning after: 2."),
        (None, False, "No note from a morning after a session yet."),
    ],
)
def test_morning_usual(morning: tuple[int, int] | None, met: bool, value: str) -> None:
    assert found("morning-usual", Facts(morning=morning)) == (met, value)


@pytest.mark.parametrize(
    ("key", "walk", "met"),
    [
        ("walks-10", 10, True),
        ("walks-10", 9, False),
        ("walks-10", None, False),
        ("walks-30", 30, True),
        ("walks-30", 29, False),
    ],
)
def test_walks(key: str, walk: int | None, met: bool) -> None:
    assert found(key, Facts(walk=walk))[0] is met


def test_30_minutes_do_not_count_in_a_flare() -> None:
    facts = Facts(walk=30, flare=True)
    value = "A flare is on. Your longest walk: 30 minutes."
    assert found("walks-30", facts) == (False, value)


@pytest.mark.parametrize(
    ("walk", "sit", "met"),
    [
        (20, 30, True),
        (19, 30, False),
        (20, 29, False),
        (20, None, False),
        (None, 30, False),
    ],
)
def test_walks_20_sits_30(walk: int | None, sit: int | None, met: bool) -> None:
    assert found("walks-20-sits-30", Facts(walk=walk, sit=sit))[0] is met


@pytest.mark.parametrize("safe", [True, False])
def test_no_warning(safe: bool) -> None:
    assert found("no-warning", Facts(safe=safe))[0] is safe


@pytest.mark.parametrize(
    ("legs", "met", "value"),
    [
        ((3, 3, 3), True, "Average of the last 7 days: 3."),
        ((4, 2, 3, 3), True, "Average of the last 7 days: 3."),
        ((4, 3, 3), False, "Average of the last 7 days: 3.3."),
        ((0, 0), False, "Noted on 2 days of the last 7."),
        ((), False, "Noted on 0 days of the last 7."),
    ],
)
def test_leg_3_week(legs: tuple[int, ...], met: bool, value: str) -> None:
    assert found("leg-3-week", Facts(week_legs=legs)) == (met, value)


@pytest.mark.parametrize(
    ("days", "met", "value"),
    [(5, True, "5 of 7 days."), (4, False, "4 of 7 days."), (7, True, "7 of 7 days.")],
)
def test_above_knee(days: int, met: bool, value: str) -> None:
    facts = Facts(week_legs=(3,) * 7, days_above_knee=days)
    assert found("above-knee", facts) == (met, value)


@pytest.mark.parametrize(
    ("bridges", "flare", "met"),
    [
        ((2, 10), False, True),
        ((3, 12), False, True),
        ((2, 9), False, False),
        ((1, 10), False, False),
        ((2, 10), True, False),
        (None, False, False),
    ],
)
def test_bridges(bridges: tuple[int, int] | None, flare: bool, met: bool) -> None:
    assert found("bridges-2-of-10", Facts(bridges=bridges, flare=flare))[0] is met


@pytest.mark.parametrize(
    ("done", "planned", "met"),
    [(6, 10, True), (5, 10, False), (0, 0, False), (3, 5, True), (9, 10, True)],
)
def test_sessions(done: int, planned: int, met: bool) -> None:
    assert found("sessions-6-of-10", Facts(sessions=done, planned=planned)) == (
        met,
        f"{done} of {planned} planned sessions.",
    )


@pytest.mark.parametrize(
    ("goals", "met", "value"),
    [
        (((3, 5), (2, 4)), True, "On average, up by 2."),
        (((3, 4), (2, 5)), True, "On average, up by 2."),
        (((3, 4), (2, 4)), False, "On average, up by 1.5."),
        (((9, 10), (10, 10)), True, "All of them are as before."),
        (((9, 10), (9, 9)), False, "On average, up by 0.5."),
        (((5, 3),), False, "On average, up by 0."),
        ((), False, "You have set no activities yet."),
    ],
)
def test_goals(goals: tuple[tuple[int, int], ...], met: bool, value: str) -> None:
    assert found("goals-2-better", Facts(goals=goals)) == (met, value)


def test_the_flare_plan_is_asked_when_the_member_agrees() -> None:
    one = check(MoveOnRule("knows-flare-plan", "You know it."), NOTHING)
    assert (one.is_met, one.is_asked) == (False, True)


CALM = rules_in("leg-low: Low.\nwalks-10: You walk.")
READY = Facts(days=7, minimum_days=7, legs=(4, 4, 4), start_leg=6.0, walk=12)


def test_all_met_after_the_least_days_is_ready() -> None:
    assert is_ready(checks(CALM, READY))


@pytest.mark.parametrize(
    "missing", [{"days": 6}, {"walk": 9}, {"legs": (5, 5, 5)}, {"walk": None}]
)
def test_one_that_is_missing_is_enough_to_wait(missing: dict[str, object]) -> None:
    facts = replace(READY, **missing)  # type: ignore[arg-type]  # fields of Facts
    assert not is_ready(checks(CALM, facts))


def test_in_a_flare_nothing_moves_on() -> None:
    found = checks(CALM, replace(READY, flare=True))
    assert not is_ready(found)
    assert [one.value for one in found if not one.is_met] == [
        "A flare is on. It comes first."
    ]


def test_what_is_only_asked_does_not_keep_it_from_being_ready() -> None:
    assert is_ready(checks([*CALM, MoveOnRule("knows-flare-plan", "Yes.")], READY))


def test_a_rule_without_a_known_key_is_never_met() -> None:
    assert not is_ready(checks([*CALM, MoveOnRule("", "Feel fine.")], READY))


def test_nothing_noted_meets_nothing() -> None:
    assert [key for key in CHECKS if found(key, NOTHING)[0]] == []


def test_each_key_has_its_check_and_each_check_its_key() -> None:
    assert set(CHECKS) == set(RULE_KEYS)


def test_each_key_is_used_in_what_is_shipped() -> None:
    folder = Path(settings.BASE_DIR) / "exercises" / "content" / "programs"
    used = [
        key
        for path in folder.glob("*.md")
        for phase in yaml.safe_load(path.read_text().split("---")[1])["phases"]
        for rule in phase["move_on"]
        for key in rule
    ]
    assert sorted(used) == sorted(RULE_KEYS)

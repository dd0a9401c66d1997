"""Each rule for a dose, as cases written by hand."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given as for_any
from hypothesis import settings
from hypothesis import strategies as st

from tracking.dosing import (
    STEP_BACKS,
    Around,
    Made,
    Offer,
    Range,
    Rule,
    Step,
    Time,
    amounts_on,
    decide,
    given,
    offer,
    one_down,
)

DAY = dt.date(2026, 11, 12)
ONE = dt.timedelta(days=1)
BRIDGE = Range(
    {"sets": 2, "reps": 8, "hold_seconds": 3},
    {"sets": 2, "reps": 10, "hold_seconds": 3},
)
BIRD_DOG = Range(
    {"sets": 2, "reps": 6, "hold_seconds": 5}, {"sets": 3, "reps": 8, "hold_seconds": 5}
)
ELBOWS = Range(
    {"sets": 1, "reps": 5, "hold_seconds": 5},
    {"sets": 1, "reps": 10, "hold_seconds": 30},
)
FLAT = Range({"sets": 1, "reps": 1, "minutes": 1}, {"sets": 1, "reps": 1, "minutes": 3})
STILL = Around()
START = {"sets": 2, "reps": 8, "hold_seconds": 3}
EASY = Time(DAY, START, rating="easy", leg="same", reach="same")


def times(*newest_first: Time) -> list[Time]:
    """A day apart, the newest of them today."""
    return [replace(time, day=DAY - ONE * n) for n, time in enumerate(newest_first)]


UP = Step("reps", 8, 10, Rule.EASY)
RIGHT, HARD = replace(EASY, rating="right"), replace(EASY, rating="hard")


@pytest.mark.parametrize(
    ("history", "around", "expected"),
    [
        pytest.param([], STILL, None, id="nothing-done-nothing-changes"),
        pytest.param([EASY] * 2, STILL, None, id="easy-2-times-is-too-few"),
        pytest.param([EASY] * 3, STILL, UP, id="easy-3-times-goes-up"),
        pytest.param([EASY] * 9, STILL, UP, id="easy-often-goes-up-by-one-step"),
        pytest.param([RIGHT, EASY, EASY, EASY], STILL, None, id="right-stays"),
        pytest.param([EASY, EASY, RIGHT, EASY], STILL, None, id="not-3-running"),
        pytest.param([EASY, EASY, replace(EASY, rating="")], STILL, None, id="unrated"),
        pytest.param(
            [EASY, EASY, replace(EASY, whole=False)], STILL, None, id="done-in-part"
        ),
        pytest.param(
            [EASY, EASY, replace(EASY, leg="more")], STILL, None, id="leg-more-once"
        ),
        pytest.param(
            [EASY, EASY, replace(EASY, reach="down")], STILL, None, id="down-before"
        ),
        pytest.param(
            [EASY, EASY, replace(EASY, moved_down=True)], STILL, None, id="session-down"
        ),
        pytest.param(
            [EASY, EASY, replace(EASY, stopped=True)], STILL, None, id="stopped-before"
        ),
        pytest.param(
            [replace(EASY, leg="less", reach="up")] * 3, STILL, UP, id="up-is-no-worse"
        ),
        pytest.param(
            [EASY, EASY, replace(EASY, asked={**START, "reps": 6})],
            STILL,
            None,
            id="easy-at-less-does-not-count",
        ),
        pytest.param([EASY] * 3, Around(flare=True), None, id="flare-holds"),
        pytest.param([EASY] * 3, Around(moved_down=True), None, id="moved-down-holds"),
        pytest.param([HARD], STILL, None, id="hard-once-stays"),
    ],
)
def test_from_the_low_end(
    history: list[Time], around: Around, expected: Step | None
) -> None:
    assert decide(times(*history), START, BRIDGE, around) == expected


TOP = {"sets": 2, "reps": 10, "hold_seconds": 3}
AT_TOP = replace(EASY, asked=TOP)


def down(rule: Rule) -> Step:
    return Step("reps", 10, 8, rule)


@pytest.mark.parametrize(
    ("history", "around", "expected"),
    [
        pytest.param([AT_TOP] * 3, STILL, None, id="never-above-the-high-end"),
        pytest.param([replace(AT_TOP, rating="hard")], STILL, None, id="hard-once"),
        pytest.param(
            [replace(AT_TOP, rating="painful")], STILL, down(Rule.PAINFUL), id="painful"
        ),
        pytest.param(
            [replace(AT_TOP, reach="down")],
            STILL,
            down(Rule.MOVED_DOWN),
            id="down-outranks-easy",
        ),
        pytest.param(
            [replace(AT_TOP, rating="painful", reach="down")],
            STILL,
            down(Rule.MOVED_DOWN),
            id="down-outranks-painful",
        ),
        pytest.param(
            [replace(AT_TOP, stopped=True)], STILL, down(Rule.STOPPED), id="stopped"
        ),
        pytest.param([replace(AT_TOP, leg="more")], STILL, None, id="more-once-stays"),
        pytest.param(
            [replace(AT_TOP, leg="more")] * 2,
            STILL,
            down(Rule.LEG_MORE),
            id="leg-more-twice",
        ),
        pytest.param(
            [replace(AT_TOP, rating="hard")] * 2,
            STILL,
            down(Rule.HARD),
            id="hard-twice",
        ),
        pytest.param(
            [replace(AT_TOP, rating="hard"), AT_TOP, replace(AT_TOP, rating="hard")],
            STILL,
            None,
            id="hard-twice-but-not-running",
        ),
        pytest.param(
            [replace(AT_TOP, rating="painful")],
            Around(flare=True),
            down(Rule.PAINFUL),
            id="a-flare-holds-no-way-down",
        ),
        *(
            pytest.param([AT_TOP] * 3, Around(back=rule), down(rule), id=rule)
            for rule in STEP_BACKS
        ),
    ],
)
def test_from_the_high_end(
    history: list[Time], around: Around, expected: Step | None
) -> None:
    assert decide(times(*history), TOP, BRIDGE, around) == expected


def test_3_easy_times_on_2_days_are_enough() -> None:
    assert (
        decide([EASY, EASY, replace(EASY, day=DAY - ONE)], START, BRIDGE, STILL) == UP
    )


def test_3_easy_times_on_1_day_are_not_enough() -> None:
    assert decide([EASY] * 3, START, BRIDGE, STILL) is None


@pytest.mark.parametrize(
    ("limits", "way_up"),
    [
        (BRIDGE, [("reps", 8, 10)]),
        (BIRD_DOG, [("reps", 6, 8), ("sets", 2, 3)]),
        (FLAT, [("minutes", 1, 2), ("minutes", 2, 3)]),
        (
            ELBOWS,
            [
                ("reps", 5, 7),
                ("reps", 7, 9),
                ("reps", 9, 10),
                ("hold_seconds", 5, 10),
                ("hold_seconds", 10, 15),
                ("hold_seconds", 15, 20),
                ("hold_seconds", 20, 25),
                ("hold_seconds", 25, 30),
            ],
        ),
    ],
)
def test_the_way_up_is_repeats_then_hold_then_sets_and_back_the_other_way(
    limits: Range, way_up: list[tuple[str, int, int]]
) -> None:
    amounts = dict(limits.low)
    for field, before, after in way_up:
        history = times(*[replace(EASY, asked=amounts)] * 3)
        assert decide(history, amounts, limits, STILL) == Step(
            field, before, after, Rule.EASY
        )
        amounts[field] = after
    history = times(*[replace(EASY, asked=amounts)] * 3)
    assert decide(history, amounts, limits, STILL) is None
    fields = []
    while step := one_down(amounts, limits, Rule.HARD):
        fields.append(step.field)
        amounts[step.field] = step.after
    assert fields == [field for field, _before, _after in reversed(way_up)]
    assert amounts == limits.low


@pytest.mark.parametrize(
    ("history", "amounts", "around", "expected"),
    [
        ([AT_TOP] * 3, TOP, STILL, Offer.HARDER),
        ([AT_TOP] * 3, TOP, Around(flare=True), None),
        ([AT_TOP] * 2, TOP, STILL, None),
        ([EASY] * 3, START, STILL, None),
        ([replace(EASY, rating="painful")], START, STILL, Offer.EASIER),
        ([replace(AT_TOP, rating="painful")], TOP, STILL, None),
        ([], START, STILL, None),
    ],
)
def test_beyond_the_range_another_way_is_only_offered(
    history: list[Time],
    amounts: dict[str, int],
    around: Around,
    expected: Offer | None,
) -> None:
    assert offer(times(*history), amounts, BRIDGE, around) == expected


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        ({}, {"sets": 2, "reps": 8, "hold_seconds": 3}),
        ({"reps": 12}, {"sets": 2, "reps": 10, "hold_seconds": 3}),
        ({"reps": 4, "sets": 5}, {"sets": 2, "reps": 8, "hold_seconds": 3}),
        ({"minutes": 9}, {"sets": 2, "reps": 8, "hold_seconds": 3}),
    ],
)
def test_a_dose_stays_within_what_the_program_now_prescribes(
    kept: dict[str, int], expected: dict[str, int]
) -> None:
    assert BRIDGE.within(kept) == expected


@pytest.mark.parametrize(
    ("amounts", "last", "around", "expected"),
    [
        (TOP, START, STILL, TOP),
        (TOP, START, Around(flare=True), START),
        (TOP, START, Around(moved_down=True), START),
        (TOP, START, Around(back=Rule.MORNING), START),
        (START, TOP, Around(flare=True), START),
        (TOP, None, Around(flare=True), TOP),
    ],
)
def test_what_holds_lets_no_session_ask_for_more_than_the_last(
    amounts: dict[str, int],
    last: dict[str, int] | None,
    around: Around,
    expected: dict[str, int],
) -> None:
    assert given(amounts, last, around) == expected


answers = st.builds(
    Time,
    day=st.integers(0, 3).map(lambda n: DAY + ONE * n),
    asked=st.just({}),
    whole=st.sampled_from([True, True, True, False]),
    rating=st.sampled_from(["easy", "easy", "easy", "right", "hard", "painful", ""]),
    leg=st.sampled_from(["same", "same", "less", "more", ""]),
    reach=st.sampled_from(["same", "same", "up", "down", ""]),
    stopped=st.sampled_from([False, False, False, True]),
    moved_down=st.sampled_from([False, False, False, True]),
)
arounds = st.builds(
    Around,
    flare=st.sampled_from([False, False, False, True]),
    moved_down=st.sampled_from([False, False, False, True]),
    back=st.sampled_from([None, None, None, *STEP_BACKS]),
)


@settings(max_examples=150, deadline=None)
@for_any(
    st.sampled_from([BRIDGE, BIRD_DOG, ELBOWS, FLAT]),
    st.lists(st.tuples(answers, arounds, arounds), max_size=25),
)
def test_no_sequence_of_answers_raises_a_dose_while_it_is_worse(
    limits: Range, sessions: list[tuple[Time, Around, Around]]
) -> None:
    """`before` holds when a session starts, `after` when it ends."""
    made, last, history = list[Made](), None, list[Time]()
    for n, (answer, before, after) in enumerate(sessions):
        day = DAY + ONE * n
        amounts = amounts_on(made, limits, day)
        if before.back and not any(m.until and m.until >= day for m in made):
            back = decide([], amounts, limits, before)
            made += [Made(back.field, back.after, day + 2 * ONE)] if back else []
        asked = given(amounts_on(made, limits, day), last, before)
        assert all(limits.low[f] <= v <= limits.high[f] for f, v in asked.items())
        if before.holds and last is not None:
            assert all(v <= last[f] for f, v in asked.items())
        history.insert(0, replace(answer, asked=asked, day=day))
        holds = replace(after, back=None, flare=after.holds)
        step = decide(history, amounts_on(made, limits, day), limits, holds)
        worse = answer.reach == "down" or answer.moved_down or answer.stopped
        if step and (after.holds or worse or answer.rating == "painful"):
            assert step.after < step.before
        made += [Made(step.field, step.after)] if step else []
        last = asked


@pytest.mark.parametrize(("days_later", "reps"), [(0, 8), (2, 8), (3, 10)])
def test_a_step_back_is_for_a_time_and_ends_by_itself(
    days_later: int, reps: int
) -> None:
    made = [Made("reps", 10), Made("reps", 8, DAY + ONE * 2)]
    on = DAY + ONE * days_later
    assert amounts_on(made, BRIDGE, on) == {**START, "reps": reps}

"""Answers worked out by hand, on paper: nothing here is computed by the code."""

import datetime as dt
from typing import NamedTuple

import pytest

from tracking.answers import (
    back_answer,
    goals_answer,
    kept_answer,
    leg_answer,
    reach_answer,
    response_answer,
)
from tracking.answers.reach import side_words
from tracking.charts import pain_chart
from tracking.progress import Day, Noted, Pain, back_pain, leg_pain, reach_of
from tracking.progress.goals import Goals, GoalTrack
from tracking.progress.kept import Mark, Plan, kept_weeks
from tracking.progress.pain import days_until
from tracking.progress.responses import Response, in_order

FIRST = dt.date(2026, 3, 2)  # a Monday
DAY = dt.timedelta(days=1)

type Scores = list[int | None]


def on(index: int) -> dt.date:
    return FIRST + DAY * index


class Case(NamedTuple):
    name: str
    scores: Scores
    start: float | None
    now: float | None
    line: list[float | None]  # of the last 3 days
    band: float | None  # the score at its upper edge
    flares: list[tuple[int, int]]
    sentence: str


def sentence(how: str, start: str, now: str, end: str) -> str:
    began = f"Your leg pain was {start} when you started."
    return f"{how} {began} This week it is {now}. {end}"


LIKELY = "A drop of {} or more is a change you would likely notice."
TOO_SMALL = "A step of less than {} is too small to call a change."
CLINICIAN = "If that goes on, talk with a clinician."
FIRST_WEEK = (
    "Too early to say. In your first days your leg pain is {}. After 7 days you see "
    "here whether it changes."
)
EARLY = "Note how you feel on {}, and a chart appears here."
FEW = (
    "Your leg pain was {} when you started. There are not enough notes from the last "
    "7 days to say how it is now."
)
GAP: list[None] = [None] * 7

PAIN = [
    Case("nothing", [], None, None, [], None, [], EARLY.format("3 more days")),
    Case(
        "one day",
        [6],
        None,
        None,
        [None],
        None,
        [],
        EARLY.format("2 more days"),
    ),
    Case(
        "two days",
        [6, 2],
        None,
        None,
        [None, None],
        None,
        [],
        EARLY.format("1 more day"),
    ),
    Case(
        "three days",
        [6, 2, 4],
        4,
        4,
        [None, None, 4],
        2,
        [],
        FIRST_WEEK.format(4),
    ),
    Case(
        "the 8th day is the first to compare with the start",  # 4 2 2 2 4 4 4
        [6, 4, 2, 2, 2, 4, 4, 4],
        4,
        4,
        [3, 4, 4],  # 6 4 2 2 2 4, 6 4 2 2 2 4 4, 4 2 2 2 4 4 4
        2,
        [(5, 7)],  # 4 is 2 above the middle of 6 4 2 2 2
        sentence("Not clearly.", "4", "4", TOO_SMALL.format(2)),
    ),
    Case(
        "3 days without pain in the first week",
        [0, 0, 0],
        0,
        0,
        [None, None, 0],
        None,
        [],
        FIRST_WEEK.format(0),
    ),
    Case(
        "exactly 2 points down",
        [7, 7, 7, 7, 7, 7, 7, 5, 5, 5, 5, 5, 5, 5],
        7,
        5,
        [5, 5, 5],
        5,
        [],
        sentence("Yes.", "7", "5", LIKELY.format(2)),
    ),
    Case(
        "one and a half points down",  # 5 5 5 6 6 6: between 5 and 6
        [7, 7, 7, 7, 7, 7, 7, 5, 5, 5, 6, 6, 6, None],
        7,
        5.5,
        [6, 6, 5.5],  # 7 5 5 5 6 6 6 has 6 in the middle, and so has the day before
        5,
        [],
        sentence("Not clearly.", "7", "5.5", TOO_SMALL.format(2)),
    ),
    Case(
        "exactly 2 points up, and it stays: one long flare",
        [3, 3, 3, 3, 3, 3, 3, 5, 5, 5, 5, 5, 5, 5],
        3,
        5,
        [5, 5, 5],
        2,
        [(7, 13)],
        sentence("Not right now.", "3", "5", CLINICIAN),
    ),
    Case(
        "a low start of 3: 1 point is 30 %",
        [3, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2],
        3,
        2,
        [2, 2, 2],
        2,
        [],
        sentence("Yes.", "3", "2", LIKELY.format(1)),
    ),
    Case(
        "a low start of 3.5: 1.05 points, in halves 1.5",
        [3, 4, 3, 4, None, None, None, 2, 2, 2, 3, 3, 3, None],
        3.5,
        2.5,
        [2, 2.5, 2.5],  # 2 2 2 3 3, then 2 2 2 3 3 3, twice
        2,
        [],
        sentence("Not clearly.", "3.5", "2.5", TOO_SMALL.format("1.5")),
    ),
    Case(
        "a start of 4 needs 2 points again",
        [4, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3],
        4,
        3,
        [3, 3, 3],
        2,
        [],
        sentence("Not clearly.", "4", "3", TOO_SMALL.format(2)),
    ),
    Case(
        "1 point up from a low start: up takes 2 points",
        [2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3],
        2,
        3,
        [3, 3, 3],
        1,
        [],
        sentence("Not clearly.", "2", "3", TOO_SMALL.format(2)),
    ),
    Case(
        "from 1 to 0: there is no room for a band",
        [1, 1, 1, 0, 0, 0, 0, 0, 0, 0],
        0,
        0,
        [0, 0, 0],
        None,
        [],
        "You had no leg pain when you started, and you have none this week.",
    ),
    Case(
        "nothing at the start, 2 now",
        [0, 0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 2, 2, 2],
        0,
        2,
        [2, 2, 2],
        None,
        [(7, 13)],
        sentence("Not right now.", "0", "2", CLINICIAN),
    ),
    Case(
        "a tie of 4 noted days: between the middle two",
        [8, 8, 6, 6, None, None, None],
        7,
        7,
        [7, 7, 7],
        5,
        [],
        FIRST_WEEK.format(7),
    ),
    Case(
        "a week without a note",
        [6, 6, 6, *GAP],
        6,
        None,
        [None, None, None],
        4,
        [],
        FEW.format(6),
    ),
    Case(
        "2 notes this week are too few",
        [6, 6, 6, *GAP, 1, 1],
        6,
        None,
        [None, None, None],
        4,
        [],
        FEW.format(6),
    ),
    Case(
        "a sparse first week: the first 3 noted days count",
        [8, *[None] * 6, 5, None, 6, 2, 2, 2, 2, 2, 2, 2],
        6,
        2,
        [2, 2, 2],
        4,
        [],
        sentence("Yes.", "6", "2", LIKELY.format(2)),
    ),
    Case(
        "2 days at 3 above the usual are a flare",
        [4, 4, 4, 7, 7, 4, 4, 4, 4, 4],
        4,
        4,
        [4, 4, 4],
        2,
        [(3, 4)],
        sentence("Not clearly.", "4", "4", TOO_SMALL.format(2)),
    ),
    Case(
        "1 high day is none, and neither are 2 with a gap between",
        [4, 4, 4, 9, 4, 4, 9, None, 9, 4, 4],
        4,
        4,
        [6.5, 6.5, 4],  # 4 4 4 9 9 9 twice, then 4 4 4 4 9 9
        2,
        [],
        sentence("Not clearly.", "4", "4", TOO_SMALL.format(2)),
    ),
    Case(
        "5 years: 8 for a year, then down to 3",
        [*[8] * 365, *[5] * 1000, *[3] * 461],
        8,
        3,
        [3, 3, 3],
        6,
        [],
        sentence("Yes.", "8", "3", LIKELY.format(2)),
    ),
]


def pain_of(scores: Scores) -> Pain:
    notes = [Noted(on(n), 2, leg) for n, leg in enumerate(scores) if leg is not None]
    return leg_pain(notes, on(max(0, len(scores) - 1)))


@pytest.mark.parametrize("case", PAIN, ids=lambda case: case.name)
def test_leg_pain(case: Case) -> None:
    pain = pain_of(case.scores)
    assert (pain.start, pain.now) == (case.start, case.now)
    assert list(pain.medians[-3:]) == case.line
    assert list(pain.flares) == [(on(a), on(b)) for a, b in case.flares]
    assert leg_answer(pain).sentence == case.sentence
    edge = pain_chart(pain).band_top
    assert edge == (None if case.band is None else 206 - 18 * case.band)


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        (
            [6] * 7 + [4] * 7,
            (
                "Your back pain was 6 and is 4 this week. That is a change you would "
                "likely notice."
            ),
        ),
        (
            [4] * 7 + [6] * 7,
            (
                "Your back pain was 4 and is 6 this week. A back may ache more for a "
                "while. If that goes on, talk with a clinician."
            ),
        ),
        (
            [4] * 7 + [3] * 7,
            "Your back pain was 4 and is 3 this week. That is not a clear change.",
        ),
        ([4] * 2, ""),
        ([4] * 3, "Your back pain is 4 in these days."),
    ],
)
def test_back_pain(scores: list[int], expected: str) -> None:
    notes = [Noted(on(n), back, 9) for n, back in enumerate(scores)]
    assert back_answer(back_pain(notes, on(len(scores) - 1))) == expected


def test_five_years_are_drawn_by_week() -> None:
    """1826 days are 260 weeks and 6 days: 261 dots, the first of 6 days."""
    pain = pain_of([*[8] * 365, *[5] * 1000, *[3] * 461])
    assert len(pain.scores) == len(pain.medians) == 261
    assert pain.dates[0] == dt.date(2026, 3, 7)
    assert pain.dates[-1] == dt.date(2031, 3, 1)
    # day 365 is the first at 5: it is the 2nd day of the 53rd block
    assert pain.scores[51:54] == (8, 8, 5)
    assert pain.medians[51:54] == (8, 5, 5)


LEFT_MOVES = [
    (
        "up",
        [6] * 7 + [3] * 7,
        (
            "Yes. On the left, it reached your foot at the start. In the last 7 days it "
            "reached your thigh at most. Days below the knee: 7 of 7 at the start, 0 of 7 "
            "in the last 7 days."
        ),
    ),
    (
        "all the way",
        [4] * 7 + [0] * 7,
        (
            "Yes. On the left, it reached your knee at the start. In the last 7 days there "
            "was nothing."
        ),
    ),
    (
        "one bad day counts: places are never averaged",
        [4] * 7 + [0, 0, 0, 0, 0, 0, 4],
        (
            "Not clearly. On the left, it reached your knee at the start, and it did in "
            "the last 7 days."
        ),
    ),
    (
        "down",
        [2] * 7 + [2, 2, 2, 2, 2, 2, 5],
        (
            "Not right now. On the left, it reached your buttock at most at the start. In "
            "the last 7 days it reached your lower leg. Days below the knee: 0 of 7 at the "
            "start, 1 of 7 in the last 7 days. Farther down does not mean damage."
        ),
    ),
    (
        "from nowhere",
        [0] * 7 + [3] * 7,
        (
            "Not right now. On the left, there was nothing at the start. In the last 7 "
            "days it reached your thigh. Farther down does not mean damage."
        ),
    ),
    (
        "less far, but more often below the knee",
        [6, 1, 1, 1, 1, 1, 1] + [5] * 7,
        (
            "Not clearly. On the left, it reached your foot at the start. In the last 7 "
            "days it reached your lower leg at most, but it was below the knee more often. "
            "Days below the knee: 1 of 7 at the start, 7 of 7 in the last 7 days. Farther "
            "down does not mean damage."
        ),
    ),
    (
        "never in the leg",
        [1] * 14,
        "You felt nothing below your lower back, then or now.",
    ),
    (
        "too few days now",
        [5] * 7 + [None] * 5 + [2, 2],
        "There are not enough notes to compare the start with the last 7 days.",
    ),
    (
        "the first week",
        [5, 5, 4, 4],
        (
            "On the left, it reached your lower leg at most in these days. After your first "
            "7 days you see here whether it moves."
        ),
    ),
]


def reach_days(left: Scores, right: int = 1) -> list[Day]:
    return [
        Day(on(n), None, None) if place is None else Day(on(n), 2, 2, place, right)
        for n, place in enumerate(left)
    ]


@pytest.mark.parametrize(
    ("left", "expected"),
    [case[1:] for case in LEFT_MOVES],
    ids=[case[0] for case in LEFT_MOVES],
)
def test_how_far_down(left: Scores, expected: str) -> None:
    assert reach_answer(reach_of(reach_days(left))) == expected


def test_the_worse_side_decides_the_first_word() -> None:
    left, right = [6] * 7 + [3] * 7, [2] * 7 + [4] * 7
    days = [
        Day(on(n), 2, 2, a, b) for n, (a, b) in enumerate(zip(left, right, strict=True))
    ]
    told = reach_answer(reach_of(days))
    assert told.startswith("Not right now. On the left, it reached your foot")
    assert "On the right, it reached your buttock at most at the start." in told


CAUSE = "These are your own answers. They show what happened after, not the cause."
PRESS = Response("Press-up", (11, 5, 2), (8, 9, 1))
STRETCH = Response("Stretch", (1, 2, 3), (2, 2, 2))
RARE = Response("Rare", (4, 0, 0), (0, 0, 4))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            [],
            "Say after an exercise how your leg feels, and the counts appear here.",
        ),
        (
            [RARE],
            (
                "Not enough answers to say yet. From 5 answers about an exercise on, its "
                "counts appear here."
            ),
        ),
        (
            [RARE, PRESS],
            "Press-up: your leg hurt less 11 of 18 times, the same 5 and more 2. "
            + CAUSE,
        ),
        (
            [STRETCH, PRESS],
            "Press-up: your leg hurt less 11 of 18 times, the same 5 and more 2. "
            "More pain more often than less: Stretch. " + CAUSE,
        ),
        (
            [Response("B", (5, 0, 0)), Response("A", (0, 0, 5))],
            "A: your leg hurt less 0 of 5 times, the same 0 and more 5. "
            "More pain more often than less: A. " + CAUSE,
        ),
        (
            [Response("Only reach", (0, 0, 0), (1, 1, 3))],
            "Only reach: it moved up the leg 1 of 5 times, stayed 1 and moved down 3. "
            "Down the leg more often than up: Only reach. " + CAUSE,
        ),
    ],
)
def test_after_each_exercise(given: list[Response], expected: str) -> None:
    assert response_answer(in_order(given)) == expected


class Week(NamedTuple):
    name: str
    done: list[int]  # day 0 is Monday, March 2
    weekdays: set[int]
    flares: list[tuple[int, int]]
    today: int
    marks: str  # of the first week: Done, Part, Missed, Rest, Flare, Held, or a dot
    counts: list[tuple[int, int]]
    sentence: str
    paused: list[tuple[int, int]] = []  # read only


WEEKS = [
    Week(
        "4 of 5",
        [0, 1, 3, 6],
        {0, 1, 3, 4, 6},
        [],
        9,
        "DDRDMRD",
        [(4, 5), (0, 2)],
        "You exercised on 4 of 5 planned days in the last full week. This week: 0 days "
        "so far. Missed days are fine: carry on from today.",
    ),
    Week(
        "rest days do not count",
        [0, 2],
        {0, 2},
        [],
        7,
        "DRDRRRR",
        [(2, 2), (0, 0)],
        "You exercised on 2 of 2 planned days in the last full week. This week: 0 days "
        "so far.",
    ),
    Week(
        "flare days do not count",
        [0],
        {0, 2, 4},
        [(1, 5)],
        7,
        "DFFFFFR",
        [(1, 1), (0, 0)],
        "You exercised on 1 of 1 planned days in the last full week. This week: 0 days "
        "so far.",
    ),
    Week(
        "another day makes up for a missed one",
        [1, 3],
        {0, 2},
        [],
        8,
        "MDMDRRR",
        [(2, 2), (0, 1)],
        "You exercised on 2 of 2 planned days in the last full week. This week: 0 days "
        "so far.",
    ),
    Week(
        "no chosen days: so many of all",
        [0, 5],
        set(),
        [],
        7,
        "DRRRRDR",
        [(2, 3), (0, 0)],
        "You exercised on 2 of 3 planned days in the last full week. This week: 0 days "
        "so far. Missed days are fine: carry on from today.",
    ),
    Week(
        "the first week: today is not over",
        [1],
        {0, 1, 2},
        [],
        2,
        "MD.....",
        [(1, 2)],
        "Your first full week is still to come. This week: 1 day so far.",
    ),
    Week(
        "days paused for safety do not count",
        [0],
        {0, 2, 4},
        [],
        7,
        "DRHHHHH",
        [(1, 1), (0, 0)],
        "You exercised on 1 of 1 planned days in the last full week. This week: 0 days "
        "so far.",
        [(2, 6)],
    ),
    Week(
        "who is paused now is not told to carry on",
        [0],
        {0, 2, 4},
        [],
        8,
        "DRMRMRR",
        [(1, 3), (0, 0)],
        "You exercised on 1 of 3 planned days in the last full week. This week: 0 days "
        "so far. Your exercises are paused for now.",
        [(7, 8)],
    ),
    Week(
        "paused 4 of 7 days without chosen days: 3 days a week are 1 of 3 days",
        [0],
        set(),
        [],
        7,
        "DRRHHHH",
        [(1, 1), (0, 0)],
        "You exercised on 1 of 1 planned days in the last full week. This week: 0 days "
        "so far.",
        [(3, 6)],
    ),
]
SIGNS = dict(zip("DPMRFH.", Mark, strict=True))


@pytest.mark.parametrize("week", WEEKS, ids=lambda week: week.name)
def test_keeping_to_it(week: Week) -> None:
    plan = Plan(
        ((FIRST, on(week.today)),),
        frozenset(week.weekdays),
        3,
        tuple((on(a), on(b)) for a, b in week.flares),
        tuple((on(a), on(b)) for a, b in week.paused),
    )
    weeks = kept_weeks([(on(n), 100) for n in week.done], plan, FIRST, on(week.today))
    assert weeks[0].marks == tuple(SIGNS[sign] for sign in week.marks)
    assert [(w.done, w.planned) for w in weeks] == week.counts
    assert kept_answer(weeks) == week.sentence


@pytest.mark.parametrize(
    ("shares", "mark"),
    [
        ([None], Mark.MISSED),
        ([0], Mark.MISSED),
        ([1], Mark.PART),
        ([49], Mark.PART),
        ([50], Mark.DONE),
        ([20, 100], Mark.DONE),
        ([30, 30], Mark.PART),
    ],
)
def test_half_of_the_sets_make_a_day_done(shares: list[int | None], mark: Mark) -> None:
    plan = Plan(((FIRST, on(7)),), frozenset({0}))
    weeks = kept_weeks([(FIRST, share) for share in shares], plan, FIRST, on(7))
    assert weeks[0].marks[0] is mark


def track(*scores: int) -> GoalTrack:
    return GoalTrack("Walk", tuple((on(7 * n), s) for n, s in enumerate(scores)))


NOTICE = "That is a change you would likely notice."


@pytest.mark.parametrize(
    ("tracks", "expected"),
    [
        (
            [track(3)],
            "Score your activities again in a week, and the change appears here.",
        ),
        ([track(3, 6)], f"Your activity went from 3 to 6. {NOTICE}"),
        (
            [track(3, 5)],
            (
                "Your activity went from 3 to 5. Less than 3 points up or down is too "
                "small to call a change."
            ),
        ),
        (
            [track(3, 5), track(2, 4)],
            f"Your 2 activities went from 2.5 to 4.5 on average. {NOTICE}",
        ),
        (
            [track(3, 5), track(3, 4), track(2, 5)],  # 8 of 3 to 14 of 3
            f"Your 3 activities went from 2.7 to 4.7 on average. {NOTICE}",
        ),
        (
            [track(6, 2, 3), track(4)],
            (
                "Your activity went from 6 to 3. That is lower. If it goes on, talk with a "
                "clinician."
            ),
        ),
    ],
)
def test_activities(tracks: list[GoalTrack], expected: str) -> None:
    assert goals_answer(Goals(tuple(tracks))) == expected


def test_the_days_of_all_questions_begin_with_the_first_note() -> None:
    notes = [Noted(on(3), 1, 1), Noted(on(1), 2, 2)]
    assert [day.day for day in days_until(notes, on(4))] == [on(n) for n in range(1, 5)]


def test_each_picture_of_a_side_has_words_of_its_own() -> None:
    left: Scores = [*[6] * 7, *[3] * 7]
    reach = reach_of(reach_days(left))
    assert side_words("left", reach.left).startswith(
        "On the left, it reached your foot at the start."
    )
    assert side_words("right", reach.right) == (
        "On the right, nothing was felt below the lower back."
    )
    few = reach_of(reach_days([6, 6]))
    assert side_words("left", few.left) == "There are too few notes to compare."

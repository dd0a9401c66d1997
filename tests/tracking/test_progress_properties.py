"""Order, repeats and length change no answer; chart and sentence say the same."""

import datetime as dt
from statistics import median

from hypothesis import given, settings
from hypothesis import strategies as st

from tracking.answers import leg_answer, points
from tracking.charts import pain_chart
from tracking.charts.responses import response_bar
from tracking.progress import Change, Noted, Pain, leg_pain, reach_of
from tracking.progress.kept import Plan, kept_weeks
from tracking.progress.pain import days_until

FIRST = dt.date(2026, 1, 5)
DAY = dt.timedelta(days=1)
TODAY = FIRST + DAY * 60

scores = st.integers(0, 10)
places = st.integers(0, 6)
notes = st.lists(
    st.builds(
        Noted,
        st.integers(0, 60).map(lambda n: FIRST + DAY * n),
        scores,
        scores,
        places,
        places,
    ),
    max_size=80,
)


def slow_middle(known: list[Noted], last: dt.date) -> float | None:
    """The middle of the worst leg pain of each of the 7 days up to this one."""
    worst = []
    for n in range(7):
        of_day = [note.leg for note in known if note.day == last - DAY * n]
        worst += [max(of_day)] if of_day else []
    return float(median(worst)) if len(worst) >= 3 else None


def slow_start(known: list[Noted]) -> float | None:
    first = min(note.day for note in known)
    week = slow_middle(known, first + DAY * 6)
    if week is not None:
        return week
    days = sorted({note.day for note in known})[:3]
    worst = [max(note.leg for note in known if note.day == day) for day in days]
    return float(median(worst)) if len(worst) == 3 else None


def slow_change(start: float | None, now: float | None, age: int) -> Change:
    if start is None:
        return Change.TOO_EARLY
    if age < 7:
        return Change.FIRST_WEEK
    if now is None:
        return Change.NO_RECENT
    if (start, now) == (0, 0):
        return Change.NO_PAIN
    halves = [n / 2 for n in range(21)]
    third = next(half for half in halves if half >= 0.3 * start - 1e-9)
    needed = 2 if start >= 4 else max(1, third)
    if start - now >= needed:
        return Change.BETTER
    return Change.WORSE if now - start >= 2 else Change.SAME


@settings(max_examples=60, deadline=None)
@given(notes)
def test_sentence_and_chart_agree_with_a_slow_reference(known: list[Noted]) -> None:
    pain = leg_pain(known, TODAY)
    start = slow_start(known) if known else None
    now = slow_middle(known, TODAY) if known else None
    assert (pain.start, pain.now) == (start, now)
    age = (TODAY - min((note.day for note in known), default=TODAY)).days
    assert pain.change is slow_change(start, now, age)
    assert list(pain.medians) == [slow_middle(known, day) for day in pain.dates]
    told = leg_answer(pain).sentence
    chart = pain_chart(pain)
    if pain.change is Change.FIRST_WEEK:
        assert start == now
        assert f"your leg pain is {points(now)}." in told
    elif start is not None and now is not None and (start, now) != (0, 0):
        assert f"was {points(start)} when" in told
        assert f"it is {points(now)}." in told
    if now is not None:
        assert chart.now is not None
        assert chart.now.y == round(26 + 180 * (1 - now / 10))
    drawn = sorted((206 - dot.y) // 18 for dot in chart.dots)
    days = {note.day for note in known}
    assert drawn == sorted(max(n.leg for n in known if n.day == day) for day in days)


@settings(max_examples=40, deadline=None)
@given(notes, st.randoms(use_true_random=False))
def test_order_and_repeats_change_nothing(known: list[Noted], chance: object) -> None:
    shuffled = [*known, *known[::2]]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a Random
    assert leg_pain(shuffled, TODAY) == leg_pain(known, TODAY)
    one, other = (reach_of(days_until(list_, TODAY)) for list_ in (known, shuffled))
    assert one == other


@settings(max_examples=40, deadline=None)
@given(notes)
def test_weeks_hold_each_day_once(known: list[Noted]) -> None:
    pain = leg_pain(known, TODAY)
    weeks = pain.by_week()
    assert weeks.change is pain.change
    assert (weeks.start, weeks.now) == (pain.start, pain.now)
    if pain.dates:
        assert weeks.dates[-1] == TODAY
        assert weeks.medians[-1] == pain.now
    worst = [score for score in pain.scores if score is not None]
    assert max((s for s in weeks.scores if s is not None), default=None) == (
        max(worst) if worst else None
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 59), st.integers(0, 100)), max_size=40))
def test_no_week_keeps_more_than_it_planned(sessions: list[tuple[int, int]]) -> None:
    done = [(FIRST + DAY * n, share) for n, share in sessions]
    plan = Plan(((FIRST, TODAY),), frozenset({0, 2, 4}))
    weeks = kept_weeks(done, plan, FIRST, TODAY)
    assert weeks == kept_weeks([*done[::-1], *done], plan, FIRST, TODAY)
    assert all(week.counted <= week.planned <= 3 for week in weeks)
    full = {day for day, share in done if share >= 50}
    assert sum(week.done for week in weeks) == len(full)


@given(st.tuples(*[st.integers(0, 999)] * 3).filter(any))
def test_a_bar_is_filled_and_each_count_has_room(counts: tuple[int, int, int]) -> None:
    bar = response_bar(counts)
    assert [part.count for part in bar.segments] == [n for n in counts if n]
    assert bar.segments[-1].x + bar.segments[-1].width == bar.width - 1
    for part, following in zip(bar.segments, bar.segments[1:], strict=False):
        assert part.x + part.width < following.x
    assert all(part.width >= 11 * len(str(part.count)) for part in bar.segments)


def test_no_answer_is_rosier_than_its_numbers() -> None:
    for start in range(21):
        for now in range(21):
            told = leg_answer(Pain((), (), (), start / 2, now / 2)).sentence
            drop = (start - now) / 2
            if told.startswith("Yes."):
                assert drop >= (2 if start >= 8 else max(1, 0.15 * start))

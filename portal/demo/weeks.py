"""Ada's weeks: her activities, how well they went, and how far she walked and sat."""

import datetime as dt

from portal.accounts.models import Member
from tracking.looking_back import monday_of
from tracking.models import ActivityGoal, GoalScore, LookBack, WeekPlan

WEEK = dt.timedelta(weeks=1)
WEEKDAYS = [0, 1, 3, 4, 6]
# Minutes walked and sat, and a score for each activity; week 6 was skipped.
GOALS = ("Walk the dog to the lake", "Sit through a movie", "Carry the groceries")
WEEKS = (
    (5, 10, (2, 1, 3)),
    (8, 10, (3, 2, 3)),
    (10, 15, (3, 2, 4)),
    (6, 10, (2, 2, 3)),
    (12, 20, (4, 3, 4)),
    None,
    (18, 30, (6, 5, 5)),
    (22, 35, (7, 6, 5)),
)


def write_weeks(member: Member, today: dt.date) -> None:
    """One look back a week, the last one 3 days ago."""
    last = today - dt.timedelta(days=3)
    days = [last - WEEK * n for n in reversed(range(len(WEEKS)))]
    goals = [
        ActivityGoal.objects.create(
            member=member, order=n, text=text, score=score, set_on=days[0]
        )
        for n, (text, score) in enumerate(zip(GOALS, newest_scores(), strict=True), 1)
    ]
    LookBack.objects.bulk_create(
        look_back(member, day, noted) for day, noted in zip(days, WEEKS, strict=True)
    )
    GoalScore.objects.bulk_create(
        GoalScore(goal=goal, scored_on=day, score=score)
        for day, noted in zip(days, WEEKS, strict=True)
        if noted
        for goal, score in zip(goals, noted[2], strict=True)
    )
    WeekPlan.objects.create(
        member=member, weekdays=WEEKDAYS, habit="After the morning coffee"
    )


def newest_scores() -> tuple[int, ...]:
    return next(noted[2] for noted in reversed(WEEKS) if noted)


def look_back(
    member: Member, day: dt.date, noted: tuple[int, int, tuple[int, ...]] | None
) -> LookBack:
    row = LookBack(member=member, week=monday_of(day), noted_on=day)
    if noted is None:
        row.skipped = True
    else:
        row.walk_minutes, row.sit_minutes, _scores = noted
    return row

"""The weekly look back: when it is offered, which weeks it takes, and saving it."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from portal.accounts.models import Member
from tracking.models import ActivityGoal, Enrollment, LookBack, SafetyScreen
from tracking.models.goal_score import note_scores
from tracking.revising import replace

WEEK = dt.timedelta(days=7)
DAY = dt.timedelta(days=1)

type Scores = Mapping[ActivityGoal, int]


def monday_of(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def due_look_back(member: Member, day: dt.date) -> bool:
    """After a week in a program, and not within 7 days of the last one."""
    recent = LookBack.objects.for_member(member).filter(noted_on__gt=day - WEEK)
    begun = Enrollment.objects.for_member(member).running()
    begun = begun.filter(started_on__lte=day - WEEK)
    return begun.filter(~models.Exists(recent)).exists()


def is_taken(day: dt.date) -> bool:
    """A form may come late, from another day's page: 7 days back to 1 ahead."""
    today = timezone.localdate()
    return today - WEEK <= day <= today + DAY


def asks_for_a_screen(latest: SafetyScreen | None) -> bool:
    """The short check goes with it, unless it was answered today or exercises wait."""
    if latest is None or latest.is_locked:
        return False
    return latest.asked_on != timezone.localdate()


@transaction.atomic
def look_back_at(row: LookBack, scores: Scores) -> LookBack:
    """Raises IntegrityError: the week or the UUID is taken."""
    row.save(force_insert=True)
    note_scores(scores, row.noted_on)
    return row


@transaction.atomic
def change_look_back(
    row: LookBack, version: int, scores: Scores, **columns: Any
) -> None:
    """Raises MovedOn when it changed while the form was open."""
    rows = LookBack.objects.filter(pk=row.pk)
    replace(rows, version, skipped=False, **columns)
    note_scores(scores, columns.get("noted_on", row.noted_on))


def skip_week(member: Member, day: dt.date) -> None:
    """Skipping twice, or after answering, changes nothing."""
    LookBack.objects.get_or_create(
        member=member,
        week=monday_of(day),
        defaults={"noted_on": day, "skipped": True},
    )

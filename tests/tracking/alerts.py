"""Alerts for the tests of /care/, made as the safety screen would raise them."""

import datetime as dt
from typing import Any

from django.utils import timezone

from portal.accounts.models import AccessEntry, Member
from tests.factories import make_screen
from tracking.models import SafetyAlert

HOUR = dt.timedelta(hours=1)
ANSWERS = [
    {
        "key": "ces_bladder",
        "answer": "no",
        "wording": "Is peeing harder?",
        "version": 1,
    },
    {"key": "trauma", "answer": "not-sure", "wording": "Did you fall?", "version": 2},
    {"key": "motor", "answer": "yes", "wording": "Is a leg weaker?", "version": 1},
    {
        "key": "precaution_heart",
        "answer": "yes",
        "wording": "A heart disease",
        "version": 1,
    },
    {
        "key": "precaution_surgery",
        "answer": "no",
        "wording": "An operation",
        "version": 1,
    },
]


def make_alert(
    member: Member, severity: str = "same-day", hours: int = 3, **fields: Any
) -> SafetyAlert:
    at = timezone.now() - HOUR * hours
    screen = make_screen(
        member,
        asked_at=at,
        asked_on=at.date(),
        answers=ANSWERS,
        precautions=["heart"],
        outcome=severity,
    )
    return SafetyAlert.objects.create(
        member=member, screen=screen, severity=severity, raised_at=at, **fields
    )


def closed(by: Member, hours: int = 1) -> dict[str, Any]:
    return {
        "closed_at": timezone.now() - HOUR * hours,
        "closed_by": by,
        "closing_note": "Seen at the clinic.",
    }


def traces(member: Member) -> list[tuple[str, str]]:
    """What the member reads about others, the oldest first."""
    rows = AccessEntry.objects.for_member(member).order_by("at", "action")
    return [(row.action, row.what) for row in rows]

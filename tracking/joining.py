"""A member begins a program."""

import datetime as dt

from django.db import IntegrityError, transaction
from django.urls import reverse

from exercises.models import Program
from portal.accounts.models import Member
from tracking.models import Enrollment, Intake


def running_enrollment(member: Member) -> Enrollment | None:
    return Enrollment.objects.for_member(member).running().first()


def plan_page(member: Member, step: str) -> str:
    """Where the parts of a plan are seen: on the account page, or on the way in."""
    if running_enrollment(member):
        return reverse("accounts:me")
    return reverse("welcome_step", args=[step])


def join(*, member: Member, program: Program, track: str, day: dt.date) -> None:
    """Join once: a repeat, even at the same moment, keeps the one that runs."""
    try:
        with transaction.atomic():
            enroll(member=member, program=program, track=track, day=day)
    except IntegrityError:
        if running_enrollment(member) is None:
            raise


def enroll(*, member: Member, program: Program, track: str, day: dt.date) -> None:
    Enrollment(
        member=member,
        program=program,
        phase=program.phases.first(),
        track=track,
        started_on=day,
    ).save(force_insert=True)
    Intake.objects.for_member(member).delete()

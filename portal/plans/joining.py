"""A member gets a Coverage, leaves it, and what is open to them by it."""

import datetime as dt

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from exercises.models import Program
from portal.accounts.models import Member
from portal.plans.models import Benefit, Coverage


def coverage_held(*, member: Member, benefit: Benefit) -> Coverage | None:
    held = Coverage.objects.for_member(member)
    return held.filter(benefit=benefit, ended_on=None).first()


@transaction.atomic
def give_coverage(*, member: Member, benefit: Benefit) -> Coverage:
    """Give it once: a repeat returns the one that runs."""
    coverage, _created = Coverage.objects.get_or_create(
        member=member, benefit=benefit, ended_on=None
    )
    return coverage


@transaction.atomic
def end_coverage(*, coverage: Coverage, day: dt.date) -> None:
    """End it once: a repeat keeps the first day."""
    Coverage.objects.filter(pk=coverage.pk, ended_on=None).update(ended_on=day)
    coverage.refresh_from_db(fields=["ended_on"])


def programs_open_to(member: Member, day: dt.date) -> QuerySet[Program]:
    if settings.MEMBERSHIP == "open":
        return Program.objects.published()
    running = Coverage.objects.for_member(member).running_on(day)
    return Program.objects.published().filter(pk__in=running.values("benefit__program"))

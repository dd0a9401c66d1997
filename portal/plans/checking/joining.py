"""A check that was passed becomes a Coverage, once for each person of a file."""

from collections.abc import Mapping

from django.db import IntegrityError, transaction

from portal.accounts.models import Consent, Member
from portal.plans.joining import coverage_held
from portal.plans.models import Benefit, Coverage

SEES_VERSION = "2026-11"  # of what a sponsor sees, as the page says it


class TakenError(Exception):
    """Another account stands on this person's row, or the row is gone."""


def join_by_check(
    *, member: Member, benefit: Benefit, found: Mapping[str, str]
) -> Coverage:
    """Join once: a repeat returns the coverage that runs."""
    held = coverage_held(member=member, benefit=benefit)
    if held:
        return held
    try:
        with transaction.atomic():
            coverage = Coverage.objects.create(
                member=member,
                benefit=benefit,
                person=found["person"],
                key_id=found["key_id"],
                plan_code=found["plan_code"],
            )
    except IntegrityError as error:
        raise TakenError from error
    return coverage


def note_what_is_seen(member: Member) -> None:
    Consent.objects.get_or_create(
        member=member, kind=Consent.Kind.SPONSOR, version=SEES_VERSION
    )

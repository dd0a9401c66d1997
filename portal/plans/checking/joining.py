"""A check that was passed becomes a Coverage, once for each person of a file."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Consent, Member
from portal.plans.checking.matching import is_included
from portal.plans.joining import coverage_held
from portal.plans.models import Benefit, Coverage, EligibilityRecord, Sponsor

SEES_VERSION = "2026-11"  # of what a sponsor sees, as the page says it


class SeesForm(forms.Form):
    """Nobody joins without having agreed to what the sponsor sees."""

    agrees = forms.BooleanField(
        error_messages={"required": _("Tick the box if you agree to what it sees.")}
    )

    def __init__(self, *args: Any, sponsor: Sponsor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = now("I agree to what %(name)s sees: a count of people, never a name.")
        self.fields["agrees"].label = told % {"name": sponsor.name}


class TakenError(Exception):
    """Another account stands on this person's row, or the row is gone."""


def stands(benefit: Benefit, found: Mapping[str, str]) -> bool:
    """Whether the row still covers: a file may have come between answer and joining."""
    day, person = timezone.localdate(), found["person"]
    rows = EligibilityRecord.objects.in_effect(benefit.sponsor_id)
    same = rows.filter(person=person, key_id=found["key_id"])
    return any(row.runs_on(day) and is_included(row, benefit) for row in same)


def join_by_check(
    *, member: Member, benefit: Benefit, found: Mapping[str, str]
) -> Coverage:
    """Join once: a repeat returns the coverage that runs."""
    held = coverage_held(member=member, benefit=benefit)
    if held:
        return held
    if found["key_id"] and not stands(benefit, found):
        raise TakenError
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


def note_what_is_seen(member: Member, sponsor: Sponsor) -> None:
    """Once for each sponsor and wording: what one sees says nothing of another."""
    agreed: dict[str, Any] = {
        "kind": Consent.Kind.SPONSOR,
        "version": SEES_VERSION,
        "about": sponsor.name,
    }
    if not Consent.objects.for_member(member).filter(**agreed).exists():
        Consent.objects.create(member=member, **agreed)

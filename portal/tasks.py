"""The list of tasks at the head of the staff's home: what waits, each with its way."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.apps import apps
from django.db.models import Count, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from exercises import evidence
from exercises.models import Reference, Workflow
from exercises.publishing import KINDS
from portal.accounts.models import Member
from portal.plans.checking.alerting import with_many_failed_tries
from tracking.models import SafetyAlert

Status = Workflow.Status
NAMED = 5  # single references that the list names


@dataclass(frozen=True)
class Task:
    words: str
    address: str


def tasks(request: HttpRequest) -> list[Task]:
    member = request.user
    if not isinstance(member, Member):
        return []
    return [
        *alerts(member),
        *failed_checks(member),
        *pages(member),
        *references(member),
        *searches(member),
    ]


def alerts(member: Member) -> Iterator[Task]:
    """Only clinicians learn that there are any."""
    if not member.is_clinician:
        return
    count = SafetyAlert.objects.still_open().count()
    if count:
        words = ngettext(
            "%(count)d safety alert waits.", "%(count)d safety alerts wait.", count
        )
        yield Task(words % {"count": count}, reverse("tracking:alert_list"))


def failed_checks(member: Member) -> Iterator[Task]:
    """Somebody may be trying out people; or a file is wrong."""
    if not member.has_perm("plans.view_checkattempt"):
        return
    sentence = _("Many coverage checks at %(name)s failed in the last day.")
    for sponsor in with_many_failed_tries():
        address = reverse("admin:plans_sponsor_change", args=[sponsor.pk])
        yield Task(sentence % {"name": sponsor.name}, address)


def pages(member: Member) -> Iterator[Task]:
    for kind in KINDS:
        if member.has_perm(f"exercises.view_{kind._meta.model_name}"):
            yield from of_kind(kind)


def of_kind(kind: Any) -> Iterator[Task]:
    today = timezone.localdate()
    questions: list[tuple[str, dict[str, str]]] = [
        (_("in review"), {"status__exact": Status.IN_REVIEW}),
        (
            _("held back on their date"),
            {"status__exact": Status.IN_REVIEW, "publish_on__lt": str(today)},
        ),
        (
            _("the review is overdue"),
            {"status__exact": Status.PUBLISHED, "review_due_on__lt": str(today)},
        ),
    ]
    address = reverse(f"admin:exercises_{kind._meta.model_name}_changelist")
    counts = kind.objects.aggregate(
        **{
            f"count_{number}": Count("pk", filter=Q(**asked))
            for number, (_state, asked) in enumerate(questions)
        }
    )
    for (state, asked), count in zip(questions, counts.values(), strict=True):
        if count:
            words = {
                "kind": capfirst(kind._meta.verbose_name_plural),
                "state": state,
                "count": count,
            }
            sentence = _("%(kind)s, %(state)s: %(count)d") % words
            yield Task(sentence, f"{address}?{urlencode(asked)}")


def references(member: Member) -> Iterator[Task]:
    if not member.has_perm("exercises.view_reference"):
        return
    cited = list(evidence.citing())
    for found in evidence.broken(cited):
        name = f"admin:exercises_{found.page._meta.model_name}_change"
        words = {"page": found.page, "key": found.key}
        sentence = _("“%(page)s” cites %(key)s, and there is no such reference.")
        yield Task(sentence % words, reverse(name, args=[found.page.pk]))
    unused: list[Reference] = evidence.unused(cited)
    for row in unused[:NAMED]:
        address = reverse("admin:exercises_reference_change", args=[row.pk])
        yield Task(_("No page cites %(key)s.") % {"key": row.key}, address)
    if len(unused) > NAMED:
        words = {"count": len(unused) - NAMED}
        address = reverse("admin:exercises_reference_changelist")
        yield Task(
            _("%(count)d more references are cited by no page.") % words, address
        )


def searches(member: Member) -> Iterator[Task]:
    """What people looked for in vain; kept without anything about them."""
    kind: Any = apps.get_app_config("plans").models.get("unmatchedsearch")
    if kind is None or not member.has_perm("plans.view_unmatchedsearch"):
        return
    count = kind.objects.count()
    if count:
        words = ngettext(
            "%(count)d search found no sponsor.",
            "%(count)d searches found no sponsor.",
            count,
        )
        address = reverse("admin:plans_unmatchedsearch_changelist")
        yield Task(words % {"count": count}, address)

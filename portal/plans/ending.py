"""What time brings about: coverages that end with their row, and what is kept no longer."""

import datetime as dt

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q
from django.template.loader import render_to_string
from django.utils import timezone, translation

from portal.plans.joining import end_coverage
from portal.plans.models import (
    CheckAttempt,
    Coverage,
    EligibilityFile,
    EligibilityRecord,
)

ATTEMPTS_KEPT = dt.timedelta(days=7)
UNUSED_KEPT = dt.timedelta(days=7)
FORMER_KEPT = 2  # files before the one in effect that can still be gone back to
State = EligibilityFile.State


def end_coverages(now: dt.datetime) -> int:
    """Those whose person is in the file in effect no longer, or ended in it."""
    day = timezone.localdate(now)
    runs = EligibilityRecord.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=day),
        file__sponsor=OuterRef("benefit__sponsor"),
        file__state=State.IN_EFFECT,
        person=OuterRef("person"),
    )
    same_key = EligibilityFile.objects.filter(
        sponsor=OuterRef("benefit__sponsor"),
        state=State.IN_EFFECT,
        key_id=OuterRef("key_id"),
    )
    due = Coverage.objects.filter(Exists(same_key), ~Exists(runs), ended_on=None)
    ended = list(due.exclude(person="").select_related("member"))
    for coverage in ended:
        end_by_file(coverage, day)
    return len(ended)


@transaction.atomic
def end_by_file(coverage: Coverage, day: dt.date) -> None:
    """The account, the record and logging stay: the page says so, the mail leads there."""
    end_coverage(coverage=coverage, day=day)
    Coverage.objects.filter(pk=coverage.pk).update(ended_by_file=True)
    tell(coverage)


def tell_of_ended_benefits(now: dt.datetime) -> int:
    """The coverage stays as it is: a benefit that is prolonged goes on for everybody."""
    day = timezone.localdate(now)
    over = Coverage.objects.filter(ended_on=None, benefit__ends_on__lt=day)
    untold = over.filter(Q(told_on=None) | Q(told_on__lte=F("benefit__ends_on")))
    due = list(untold.select_related("member"))
    for coverage in due:
        with transaction.atomic():
            Coverage.objects.filter(pk=coverage.pk).update(told_on=day)
            tell(coverage)
    return len(due)


def tell(coverage: Coverage) -> None:
    member = coverage.member
    with translation.override(member.language):
        context = {
            "address": f"{settings.SITE_URL}{coverage.get_absolute_url()}",
            "site_name": settings.SITE_NAME,
        }
        subject, text = (
            render_to_string(f"plans/email/ended_{part}.txt", context).strip()
            for part in ("subject", "message")
        )

    def send() -> None:
        send_mail(subject, text, settings.DEFAULT_FROM_EMAIL, [member.email])

    transaction.on_commit(send, robust=True)


def purge_attempts(now: dt.datetime) -> int:
    return CheckAttempt.objects.filter(at__lte=now - ATTEMPTS_KEPT).delete()[0]


def purge_files(now: dt.datetime) -> int:
    """Rows that nobody can go back to. That the file was there stays."""
    kept = set(EligibilityFile.objects.filter(state=State.IN_EFFECT))
    needed = set(kept)
    for _step in range(FORMER_KEPT):
        kept = {file.former for file in kept if file.former}
        needed |= kept
    recent = Q(uploaded_at__gt=now - UNUSED_KEPT)
    recent |= Q(effective_on__gt=timezone.localdate(now - UNUSED_KEPT))
    fresh = recent & Q(state__in=[State.READING, State.READY])
    gone = EligibilityFile.objects.exclude(pk__in=[f.pk for f in needed]).exclude(fresh)
    return EligibilityRecord.objects.filter(file__in=gone).delete()[0]

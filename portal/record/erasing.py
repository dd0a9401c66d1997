"""Erasing a member: asking for it, taking that back, and doing it when it is due."""

import datetime as dt
import uuid

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.mail import send_mail
from django.db import models, transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation

from portal.accounts.models import Member
from portal.accounts.sessions import end_sessions
from portal.record.models import Erasure, ErasureReceipt
from portal.record.tables import TABLES


@transaction.atomic
def ask(member: Member, session_key: str | None) -> Erasure:
    """Asking twice keeps the first day. Links close, other devices are signed out."""
    erasure, is_new = Erasure.objects.get_or_create(member=member)
    if is_new:
        for link in member.share_links.all():
            link.revoke()
        end_sessions(member, but=session_key)
        tell("erasure_asked", member.email, erasure, member)
    return erasure


def keep(member: Member) -> bool:
    """Whether there was something to take back."""
    return bool(Erasure.objects.for_member(member).delete()[0])


def tell(what: str, email: str, erasure: Erasure, member: Member) -> None:
    """By mail, once it is true. It says nothing that stands in the record."""
    with translation.override(member.language), timezone.override(member.zone):
        context = {
            "due_at": erasure.due_at,
            "address": f"{settings.SITE_URL}{erasure.receipt_url}",
            "site_name": settings.SITE_NAME,
        }
        subject, text = (
            render_to_string(f"record/email/{what}_{part}.txt", context).strip()
            for part in ("subject", "message")
        )

    def send() -> None:
        send_mail(subject, text, settings.DEFAULT_FROM_EMAIL, [email])

    transaction.on_commit(send, robust=True)


def erase_due(now: dt.datetime) -> int:
    """Each in a transaction of its own: one that fails keeps back no other."""
    due = list(Erasure.objects.due(now).values_list("pk", flat=True))
    return sum(erase(pk, now) for pk in due)


@transaction.atomic
def erase(pk: uuid.UUID, now: dt.datetime) -> bool:
    """False when it was taken back, or done, in the meantime."""
    held = Erasure.objects.select_for_update().due(now).select_related("member")
    erasure = held.filter(pk=pk).first()
    if erasure is None:
        return False
    member = erasure.member
    counts = {table.name: table.of(member).count() for table in TABLES}
    forget_in_the_admins_log(member)
    end_sessions(member)
    tell("erasure_done", member.email, erasure, member)
    ErasureReceipt.objects.create(pk=erasure.pk, erased_at=now, counts=counts)
    member.delete()
    return True


def forget_in_the_admins_log(member: Member) -> None:
    """It names what staff have opened; a member's row is named by its e-mail."""
    LogEntry.objects.filter(object_repr__icontains=member.email).delete()
    for table in TABLES:
        if admin.site.is_registered(table.model):
            kind = ContentType.objects.get_for_model(table.model)
            rows: models.QuerySet[models.Model] = table.of(member)
            numbers = [str(pk) for pk in rows.values_list("pk", flat=True)]
            entries = LogEntry.objects.filter(content_type=kind, object_id__in=numbers)
            entries.delete()

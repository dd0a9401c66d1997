"""A person looks at a check that went nowhere: asking, answering, reading the answer."""

import uuid

from django import forms
from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.carrying import sent
from portal.accounts.http import MemberRequest
from portal.accounts.models import Member
from portal.plans.checking.inviting import answer_for
from portal.plans.checking.joining import (
    SeesForm,
    join_by_check,
    note_what_is_seen,
    stands,
)
from portal.plans.checking.state import Check
from portal.plans.link_only import sponsor_for
from portal.plans.models import Benefit, HelpRequest


class HelpForm(SeesForm):
    field_order = ("message", "agrees")
    message = forms.CharField(
        label=_("What should the person know? (optional)"),
        help_text=_(
            "For example a name you had before. Leave out anything about your health."
        ),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def save(self, member: Member, check: Check) -> HelpRequest:
        """Asked twice, it stands once."""
        found = check.found
        asked, _new = HelpRequest.objects.get_or_create(
            member=member,
            benefit=check.benefit,
            state=HelpRequest.State.OPEN,
            defaults={
                "message": self.cleaned_data["message"],
                "person": found.get("person", ""),
                "key_id": found.get("key_id", ""),
            },
        )
        note_what_is_seen(member, check.benefit.sponsor)
        return asked


@require_http_methods(["GET", "HEAD", "POST"])
def help_ask(request: MemberRequest, slug: str) -> HttpResponse:
    answer = answer_for(request, sponsor_for(request, slug), timezone.localdate())
    if answer.benefit is None:
        raise Http404
    form = HelpForm(sent(request), sponsor=answer.sponsor)
    if request.method == "POST" and form.is_valid():
        return redirect(form.save(request.user, Check.of(request, answer.benefit)))
    status = 422 if request.method == "POST" else 200
    context = {"answer": answer, "form": form}
    return render(request, "plans/help_ask.html", context, status=status)


@require_safe
def help_request_detail(
    request: MemberRequest, help_request: uuid.UUID
) -> HttpResponse:
    mine = HelpRequest.objects.for_member(request.user)
    row = get_object_or_404(mine, pk=help_request)
    return render(request, "plans/help_request_detail.html", {"asked": row})


@transaction.atomic
def answer_request(asked: HelpRequest) -> None:
    """Resolved, it gives the coverage; either way the member hears of an answer."""
    asked.answered_at = timezone.now()
    asked.save()
    if asked.state == HelpRequest.State.RESOLVED:
        cover(asked.member, asked.benefit, asked)
    tell(asked)


def cover(member: Member, benefit: Benefit, asked: HelpRequest) -> None:
    """Where the row does not cover, a person's word does, and no file ends it."""
    found = {"person": asked.person, "key_id": asked.key_id, "plan_code": ""}
    if asked.key_id and not stands(benefit, found):
        found |= {"person": "", "key_id": ""}
    join_by_check(member=member, benefit=benefit, found=found)


def tell(asked: HelpRequest) -> None:
    """The mail holds no answer: only that there is one."""
    with translation.override(asked.member.language):
        context = {
            "address": f"{settings.SITE_URL}{asked.get_absolute_url()}",
            "site_name": settings.SITE_NAME,
        }
        subject, text = (
            render_to_string(f"plans/email/answered_{part}.txt", context).strip()
            for part in ("subject", "message")
        )
    email = asked.member.email

    def send() -> None:
        send_mail(subject, text, settings.DEFAULT_FROM_EMAIL, [email])

    transaction.on_commit(send, robust=True)

"""An invitation leads past the search, and may stand for the code of its benefit."""

import datetime as dt

import segno
from django import forms
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.plans.answers import Answer
from portal.plans.checking.questions import text_input
from portal.plans.link_only import open_for
from portal.plans.models import Benefit, Invitation, Sponsor

INVITED = "invitation"


class InvitationForm(forms.Form):
    code = forms.CharField(
        label=_("Code of the invitation"),
        help_text=_("Small or capital letters are fine. Spaces do not matter."),
        max_length=80,
        error_messages={"required": _("Enter the code of the invitation.")},
        widget=text_input("off", autocapitalize="none", spellcheck="false"),
    )

    def clean_code(self) -> Invitation:
        typed = "".join(filter(str.isalnum, self.cleaned_data["code"])).lower()
        found = Invitation.objects.running().filter(code=typed).first()
        if found is None:
            raise ValidationError(_("We do not know this code. Look at it again."))
        return found


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def join_by_code(request: HttpRequest) -> HttpResponse:
    form = InvitationForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        return redirect(form.cleaned_data["code"])
    status = 422 if form.errors else 200
    return render(request, "plans/join_by_code.html", {"form": form}, status=status)


@login_not_required
@require_safe
def join(request: HttpRequest, code: str) -> HttpResponse:
    running = Invitation.objects.running().for_page()
    invitation = get_object_or_404(running, code=code.lower())
    sponsor = invitation.benefit.sponsor
    open_for(request, sponsor)
    request.session[INVITED] = invitation.pk
    answer = Answer.on(timezone.localdate(), sponsor, invitation.benefit)
    context = {"invitation": invitation, "answer": answer}
    return render(request, "plans/join_page.html", context)


def answer_for(request: HttpRequest, sponsor: Sponsor, day: dt.date) -> Answer:
    """Of the benefit that an invitation led here to, as long as both run."""
    if INVITED in request.session:
        led = Invitation.objects.running().filter(pk=request.session[INVITED])
        benefits = {benefit.pk: benefit for benefit in sponsor.benefits.all()}
        invited = benefits.get(led.values_list("benefit", flat=True).first() or 0)
        answer = Answer.on(day, sponsor, invited)
        if answer.can_join:
            return answer
    return Answer.on(day, sponsor)


def is_invited(request: HttpRequest, benefit: Benefit) -> bool:
    """Whether an invitation that stands for the code led here."""
    number: int = request.session.get(INVITED, 0)
    running = Invitation.objects.running().filter(benefit=benefit)
    return bool(number) and running.filter(pk=number, stands_for_code=True).exists()


def qr_code(invitation: Invitation) -> SafeString:
    """As SVG with attributes only, so that it stands within the site's policy."""
    drawn = segno.make(invitation.whole_address, error="m").svg_inline(
        scale=6, border=4, svgclass="qr", lineclass=None, dark="#000", light="#fff"
    )
    return mark_safe(drawn)  # noqa: S308  # drawn from a code of ours

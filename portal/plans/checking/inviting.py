"""An invitation leads past the search, and may stand for the code of its benefit."""

import segno
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from portal.plans.answers import Answer
from portal.plans.link_only import open_for
from portal.plans.models import Benefit, Invitation

INVITED = "invitation"


@login_not_required
@require_safe
def join(request: HttpRequest, code: str) -> HttpResponse:
    running = Invitation.objects.running().for_page()
    invitation = get_object_or_404(running, code=code.lower())
    sponsor = invitation.benefit.sponsor
    open_for(request, sponsor)
    request.session[INVITED] = invitation.pk
    answer = Answer.on(timezone.localdate(), sponsor)
    context = {"invitation": invitation, "answer": answer}
    return render(request, "plans/join_page.html", context)


def is_invited(request: HttpRequest, benefit: Benefit) -> bool:
    """Whether an invitation that stands for the code led here."""
    number: int = request.session.get(INVITED, 0)
    running = Invitation.objects.running().filter(benefit=benefit)
    return bool(number) and running.filter(pk=number, stands_for_code=True).exists()


def qr_code(invitation: Invitation) -> SafeString:
    """As SVG with attributes only, so that it stands within the site's policy."""
    address = f"{settings.SITE_URL}{invitation.get_absolute_url()}"
    drawn = segno.make(address, error="m").svg_inline(
        scale=6, border=4, svgclass="qr", lineclass=None, dark="#000", light="#fff"
    )
    return mark_safe(drawn)  # noqa: S308  # drawn from a code of ours

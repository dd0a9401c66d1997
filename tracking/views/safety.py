import uuid
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.carrying import sent
from portal.accounts.http import MemberRequest
from tracking.asking import asked_now
from tracking.forms import SafetyScreenForm
from tracking.gate import GateShut
from tracking.models import SafetyScreen
from tracking.once import save_once
from tracking.outcomes import page_of


@require_http_methods(["GET", "HEAD", "POST"])
def safety(request: MemberRequest) -> HttpResponse:
    data = sent(request)
    said = data or (
        {"kind": SafetyScreen.Kind.SHORT} if "weekly" in request.GET else {}
    )
    asked = asked_now(request.user, said, wants_all="all" in request.GET)
    form = SafetyScreenForm(data, member=request.user, asked=asked)
    if request.method == "POST" and form.is_valid() and form.is_complete:
        return saved(request, form)
    context = {
        "form": form,
        "asked": asked,
        "is_first": asked.is_first,
        **way_on(request),
    }
    status = 422 if request.method == "POST" and form.errors else 200
    return render(request, "tracking/safety.html", context, status=status)


def saved(request: MemberRequest, form: SafetyScreenForm) -> HttpResponse:
    """Where the answers lead. A lock that came meanwhile is shown, not opened."""
    try:
        screen = save_once(form)
    except GateShut:
        return redirect("tracking:safety")
    if screen.outcome != SafetyScreen.Outcome.CLEAR:
        return redirect(f"{screen.get_absolute_url()}{way_on(request)['query']}")
    messages.success(request, _("Thank you. Nothing here says to stop."))
    return redirect(way_on(request)["way_on"])


def way_on(request: MemberRequest) -> dict[str, str]:
    """To today, or back to the way in, where that led here."""
    joining = reverse("welcome")
    if request.GET.get("next") == joining:
        query = f"?{urlencode({'next': joining})}"
        return {"way_on": joining, "way_on_words": _("Go on"), "query": query}
    today = reverse("tracking:today")
    return {"way_on": today, "way_on_words": _("Go on to today"), "query": ""}


@require_safe
def safety_screen_detail(request: MemberRequest, screen: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(SafetyScreen.objects.for_member(request.user), pk=screen)
    context = {**page_of(row), **way_on(request)}
    return render(request, "tracking/safety_screen_detail.html", context)

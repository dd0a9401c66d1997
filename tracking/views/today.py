from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from portal.accounts.http import MemberRequest
from tracking.answers import leg_answer
from tracking.forms import TickForm
from tracking.once import save_once
from tracking.today import today_for


@require_http_methods(["GET", "HEAD", "POST"])
def today(request: MemberRequest) -> HttpResponse:
    """Its boxes for any time of the day are ticked here too."""
    if request.method == "POST":
        return tick(request)
    now = today_for(request.user, timezone.localdate())
    context = {"day": now.day, "today": now, "pain": leg_answer(now.felt.leg_pain)}
    return render(request, "tracking/today.html", context)


def tick(request: MemberRequest) -> HttpResponse:
    form = TickForm(request.POST, member=request.user)
    if not form.is_valid():
        raise Http404
    if form.wants_off:
        form.untick()
    else:
        save_once(form)
    return redirect(reverse("tracking:today", fragment="any-time"))

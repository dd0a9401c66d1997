import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.carrying import sent
from portal.accounts.http import MemberRequest
from tracking.flaring import flare_on
from tracking.forms import FlareForm
from tracking.models import Flare
from tracking.once import save_once

MOST = 12


def words_after(flare: Flare) -> str:
    if flare.ended_on:
        return _("All right. Your usual exercises stay.")
    return _("Today is gentle now. Your goals wait.")


@require_http_methods(["GET", "HEAD", "POST"])
def flare_declare(request: MemberRequest) -> HttpResponse:
    now = flare_on(request.user, timezone.localdate())
    form = FlareForm(sent(request), member=request.user, now=now)
    if request.method == "POST" and form.is_valid():
        flare = save_once(form)
        messages.success(request, words_after(flare))
        return redirect("tracking:today")
    earlier = Flare.objects.for_member(request.user).exclude(ended_on=None)[:MOST]
    context = {"form": form, "now": now, "earlier": earlier}
    status = 422 if form.errors else 200
    return render(request, "tracking/flare_declare.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def flare_detail(request: MemberRequest, flare: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(Flare.objects.for_member(request.user), pk=flare)
    day = timezone.localdate()
    if request.method == "POST":
        row.end(day)
        messages.success(request, _("Good. Your usual exercises are back."))
        return redirect("tracking:today")
    now = flare_on(request.user, day)
    is_on = now is not None and now.row == row
    context = {"flare": row, "now": now if is_on else None}
    return render(request, "tracking/flare_detail.html", context)

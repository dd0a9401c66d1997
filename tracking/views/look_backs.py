import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.carrying import sent
from portal.accounts.http import MemberRequest
from tracking.forms import LookBackForm
from tracking.gate import latest_screen
from tracking.looking_back import asks_for_a_screen, monday_of, skip_week
from tracking.models import LookBack
from tracking.once import save_once

SHOWN = 12


@require_http_methods(["GET", "HEAD", "POST"])
def look_back(request: MemberRequest) -> HttpResponse:
    if request.method == "POST" and "skip" in request.POST:
        skip_week(request.user, timezone.localdate())
        messages.success(request, _("Skipped. Next week is another chance."))
        return redirect("tracking:today")
    form = LookBackForm(sent(request), member=request.user)
    if request.method == "POST" and form.is_valid():
        save_once(form)
        messages.success(request, _("Your week is saved."))
        return redirect(way_on(request))
    return look_back_page(request, form)


def look_back_page(request: MemberRequest, form: LookBackForm) -> HttpResponse:
    mine = LookBack.objects.for_member(request.user).answered()
    weeks = list(mine[:SHOWN])
    this_week = monday_of(timezone.localdate())
    noted = next((row for row in weeks if row.week == this_week), None)
    context = {"form": form, "weeks": weeks, "noted": noted}
    status = 422 if request.method == "POST" else 200
    return render(request, "tracking/look_back.html", context, status=status)


def way_on(request: MemberRequest) -> str:
    """To the short safety check, which belongs to the week; else back to today."""
    if asks_for_a_screen(latest_screen(request.user)):
        return reverse("tracking:safety", query={"weekly": "1"})
    return reverse("tracking:today")


@require_http_methods(["GET", "HEAD", "POST"])
def look_back_edit(request: MemberRequest, look_back: uuid.UUID) -> HttpResponse:
    mine = LookBack.objects.for_member(request.user)
    row = get_object_or_404(mine, pk=look_back)
    form = LookBackForm(sent(request), member=request.user, row=row)
    if request.method == "POST" and form.is_valid():
        form.change()
        messages.success(request, _("Your changes are saved."))
        return redirect("tracking:look_back")
    context = {"form": form, "row": row}
    status = 422 if request.method == "POST" else 200
    return render(request, "tracking/look_back_edit.html", context, status=status)

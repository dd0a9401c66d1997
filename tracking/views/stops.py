import datetime as dt
import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from portal.accounts.carrying import sent
from portal.accounts.http import MemberRequest
from tracking import places
from tracking.forms import RestForm, StopForm
from tracking.models import ExerciseLog, StopEvent
from tracking.once import save_once
from tracking.playing import log_at, next_step
from tracking.stop_page import advice_of, easier_ways
from tracking.stopping import give_back
from tracking.timer import MINUTE, rest_plan


@require_http_methods(["GET", "HEAD", "POST"])
def session_stop(
    request: MemberRequest, session: uuid.UUID, position: int
) -> HttpResponse:
    """Never shut: who hurts can always stop."""
    logs = list(ExerciseLog.objects.for_member(request.user).for_play(session))
    log = log_at(logs, position)
    log.session.member = request.user
    form = StopForm(sent(request), log=log)
    if request.method == "POST" and form.is_valid():
        stop = save_once(form)
        return redirect("tracking:safety" if stop.asks_for_safety else stop)
    return place_page(request, "tracking/session_stop.html", form, log=log)


@require_http_methods(["GET", "HEAD", "POST"])
def stop_event_detail(request: MemberRequest, stop: uuid.UUID) -> HttpResponse:
    mine = StopEvent.objects.for_member(request.user).for_page()
    row = get_object_or_404(mine, pk=stop)
    row.log.session.member = request.user
    if request.method == "POST" and "give_back" in request.POST:
        give_back(row)
        return redirect(row)
    form = RestForm(sent(request), stop=row)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect(row)
    return place_page(
        request,
        "tracking/stop_event_detail.html",
        form,
        stop=row,
        log=row.log,
        advice=advice_of(row),
        easier=easier_ways(row),
        **rest_of(row),
        way_on=next_step(list(ExerciseLog.objects.of_session(row.log.session_id))),
    )


def rest_of(stop: StopEvent) -> dict[str, Any]:
    left = stop.until - timezone.now() if stop.until else dt.timedelta()
    seconds = max(0, round(left.total_seconds()))
    if stop.event != StopEvent.Event.FURTHER_DOWN or not seconds:
        return {"waits": False}
    return {"waits": True, "plan": rest_plan(seconds), "minutes": -(-seconds // MINUTE)}


def place_page(
    request: MemberRequest, template: str, form: StopForm | RestForm, **extra: Any
) -> HttpResponse:
    context = {
        "form": form,
        "chosen": form["place"].value() or [],
        "left_places": places.on_side("l"),
        "right_places": places.on_side("r"),
        **extra,
    }
    return render(request, template, context, status=422 if form.errors else 200)

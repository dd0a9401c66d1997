import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django_htmx.http import HttpResponseClientRedirect

from portal.accounts.carrying import sent
from portal.accounts.http import MemberRequest
from portal.accounts.models import Member
from tracking.forms import (
    FinishForm,
    SkipForm,
    StartForm,
    StepForm,
    SymptomReportForm,
)
from tracking.gate import GateShut, gate_for, unless_locked
from tracking.models import ExerciseLog, ExerciseSession, SymptomReport
from tracking.once import save_once
from tracking.playing import log_at, minutes_left, next_address, what_to_know
from tracking.reporting import is_sent, report_page
from tracking.revising import MovedOn
from tracking.safety import Gate
from tracking.starting import NothingPrescribed, has_exercises
from tracking.swapping import ways_instead
from tracking.timer import minutes, plan


@require_http_methods(["GET", "HEAD", "POST"])
def session_start(request: MemberRequest) -> HttpResponse:
    if request.method != "POST" and (elsewhere := way_round(request.user)):
        return redirect(elsewhere)
    kind = request.GET.get("kind", "")
    form = StartForm(sent(request), member=request.user, kind=kind)
    if not is_sent(request, form):
        return report_page(request, "tracking/session_start.html", form)
    try:
        report = save_once(form)
    except GateShut:
        return noted_only(request, "tracking:safety")
    except NothingPrescribed:
        return noted_only(request, "tracking:today")
    return redirect("tracking:session_play", report.session_id, 1)


def way_round(member: Member) -> str:
    """Where to go while no session can start; else empty."""
    if gate_for(member) is not Gate.OPEN:
        return "tracking:safety"
    if not has_exercises(member, timezone.localdate()):
        return "tracking:today"
    return ""


def noted_only(request: MemberRequest, onward: str) -> HttpResponse:
    """No session starts, and what was noted stays: as a check-in."""
    moment = SymptomReport.Moment.CHECK_IN
    form = SymptomReportForm(sent(request), member=request.user, moment=moment)
    if form.is_valid():
        save_once(form)
        messages.info(request, _("What you noted is kept, as a check-in."))
    return redirect(onward)


@require_http_methods(["GET", "HEAD", "POST"])
@unless_locked
def session_play(
    request: MemberRequest, session: uuid.UUID, position: int
) -> HttpResponse:
    logs = list(ExerciseLog.objects.for_member(request.user).for_play(session))
    log = log_at(logs, position)
    if log.held_up_by:
        return redirect("tracking:stop_event_detail", log.held_up_by)
    data = sent(request)
    leaves = "skip" in request.GET or "skip" in (data or ())
    form = skip_form(request.user, log, data) if leaves else StepForm(data, log=log)
    if request.method != "POST" or not form.is_valid():
        return step_page(request, form, logs)
    try:
        form.save()
    except MovedOn:
        return step_page(request, form.over(data), logs, moved_on=True)
    return stepped(request, form, logs)


def skip_form(member: Member, log: ExerciseLog, data: QueryDict | None) -> SkipForm:
    """To skip, nobody needs to know what else there is."""
    if data and data.get("instead") == SkipForm.SKIP and data.get("reason"):
        return SkipForm(data, log=log, ways=[])
    ways = ways_instead(member, log.session.enrollment, log)
    return SkipForm(data, log=log, ways=ways)


def step_page(
    request: MemberRequest,
    form: StepForm | SkipForm,
    logs: list[ExerciseLog],
    *,
    moved_on: bool = False,
) -> HttpResponse:
    context: dict[str, Any] = {
        "log": form.log,
        "logs": logs,
        "form": form,
        "moved_on": moved_on,
        "minutes_left": minutes_left(logs, form.log),
        **what_to_know(form.log.exercise),
    }
    template = "tracking/session_play.html"
    if isinstance(form, SkipForm):
        template = "tracking/session_play_skip.html"
    else:
        context |= {"plan": plan(form.log), "minutes": minutes(form.log)}
    status = 422 if form.errors else 200
    return render(request, template, context, status=409 if moved_on else status)


def stepped(
    request: MemberRequest, form: StepForm | SkipForm, logs: list[ExerciseLog]
) -> HttpResponse:
    """On with the session. A set that is not the last leaves the timer running."""
    log = form.log
    stays = isinstance(form, SkipForm) and form.is_swap
    address = log.get_absolute_url() if stays else next_address(log, logs)
    if not request.htmx:
        return redirect(address)
    if address != log.get_absolute_url():
        return HttpResponseClientRedirect(address)
    context = {"log": log, "form": StepForm(log=log)}
    return render(request, "tracking/session_play.html#sets", context)


@require_http_methods(["GET", "HEAD", "POST"])
def session_finish(request: MemberRequest, session: uuid.UUID) -> HttpResponse:
    mine = ExerciseSession.objects.for_member(request.user)
    row = get_object_or_404(mine.select_related("enrollment"), pk=session)
    row.member = request.user
    form = FinishForm(sent(request), member=request.user, session=row)
    if is_sent(request, form):
        save_once(form)
        return redirect(row)
    if row.finished_at:
        return redirect(row)
    return report_page(request, "tracking/session_finish.html", form, session=row)

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from portal.accounts.carrying import sent
from portal.accounts.http import MemberRequest
from tracking.forms import FinishForm, PlayForm, SkipForm, StartForm
from tracking.gate import GateShut, only_when_open, unless_locked
from tracking.models import ExerciseLog, ExerciseSession, StopEvent
from tracking.once import save_once
from tracking.playing import log_at, next_address, onward, what_to_know
from tracking.reporting import is_sent, report_page, submitted
from tracking.starting import NothingPrescribed, has_exercises


@require_http_methods(["GET", "HEAD", "POST"])
@only_when_open
def session_start(request: MemberRequest) -> HttpResponse:
    if not has_exercises(request.user, timezone.localdate()):
        return redirect("tracking:today")
    form = StartForm(submitted(request), member=request.user)
    if not is_sent(request, form):
        return report_page(request, "tracking/session_start.html", form)
    try:
        report = save_once(form)
    except GateShut:
        return redirect("tracking:safety")
    except NothingPrescribed:
        return redirect("tracking:today")
    return redirect("tracking:session_play", report.session_id, 1)


@require_http_methods(["GET", "HEAD", "POST"])
@unless_locked
def session_play(
    request: MemberRequest, session: uuid.UUID, position: int
) -> HttpResponse:
    logs = list(ExerciseLog.objects.for_member(request.user).for_play(session))
    log = log_at(logs, position)
    if ending := StopEvent.objects.in_session(session).ending().first():
        return redirect(ending)
    data = sent(request)
    skipping = "skip" in request.GET or "skip" in (data or ())
    form = SkipForm(data) if skipping else PlayForm(data)
    if request.method == "POST" and form.is_valid():
        form.save(log)
        return redirect((onward if skipping else next_address)(log, logs))
    context = {
        "log": log,
        "logs": logs,
        "form": form,
        "skipping": skipping,
        **what_to_know(log.exercise),
    }
    status = 422 if form.errors else 200
    return render(request, "tracking/session_play.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def session_finish(request: MemberRequest, session: uuid.UUID) -> HttpResponse:
    mine = ExerciseSession.objects.for_member(request.user).for_page()
    row = get_object_or_404(mine, pk=session)
    form = FinishForm(submitted(request), member=request.user, session=row)
    if is_sent(request, form):
        save_once(form)
        return redirect(row)
    if row.finished_at:
        return redirect(row)
    return report_page(request, "tracking/session_finish.html", form, session=row)

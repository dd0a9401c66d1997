import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from portal.accounts.carrying import sent
from portal.accounts.http import MemberRequest
from tracking.direction import Moment, found, later_from, next_moment
from tracking.forms import ReadingForm
from tracking.gate import latest_screen
from tracking.joining import plan_page
from tracking.models import DirectionTrial
from tracking.trial_words import moved_words, result_words, worse_at_once
from tracking.trying import is_open, may_try


@require_http_methods(["GET", "HEAD", "POST"])
def direction_trial_detail(request: MemberRequest, trial: uuid.UUID) -> HttpResponse:
    """Takes the reading that comes next; shows the result when all are taken."""
    mine = DirectionTrial.objects.for_member(request.user)
    row = get_object_or_404(mine, pk=trial)
    moment = next_moment(row) if is_open(row) else None
    if needs_safety(request, row, moment):
        return redirect("tracking:safety")
    form = ReadingForm(sent(request), trial=row, initial={"moment": moment})
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect(row)
    context = {"trial": row, "form": form, **stage(request, row, moment)}
    status = 422 if request.method == "POST" else 200
    template = "tracking/direction_trial_detail.html"
    return render(request, template, context, status=status)


def needs_safety(
    request: MemberRequest, trial: DirectionTrial, moment: Moment | None
) -> bool:
    """Before they bend; the reading after it is always taken."""
    return moment is Moment.BEFORE and not may_try(
        request.user, latest_screen(request.user), trial.movement
    )


def stage(
    request: MemberRequest, trial: DirectionTrial, moment: Moment | None
) -> dict[str, Any]:
    ready_at = later_from(trial)
    return {
        "moment": moment,
        "ready_at": ready_at,
        "waits": moment is Moment.LATER and timezone.now() < ready_at,
        "worse": worse_at_once(trial),
        "found": found(trial),
        "result": result_words(trial),
        "moved": moved_words(trial),
        "back_to": plan_page(request.user, "direction"),
    }

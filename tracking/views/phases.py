import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.carrying import sent
from portal.accounts.http import MemberRequest
from tracking import moving
from tracking.forms import PhaseMoveForm
from tracking.models import Enrollment, PhaseMove
from tracking.moving import NotYet
from tracking.once import save_once
from tracking.phase_facts import known


@require_http_methods(["GET", "HEAD", "POST"])
def enrollment_phase(request: MemberRequest, enrollment: uuid.UUID) -> HttpResponse:
    mine = Enrollment.objects.for_member(request.user).for_outlook()
    row = get_object_or_404(mine, pk=enrollment)
    form = PhaseMoveForm(sent(request), enrollment=row)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(save_once(form))
        except NotYet as reason:
            form.refuse(reason)
    now = known(row, timezone.localdate())
    context = {"now": now, "enrollment": row, "checks": now.checks, "form": form}
    status = 422 if form.errors else 200
    return render(request, "tracking/enrollment_phase.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def phase_move_detail(request: MemberRequest, move: uuid.UUID) -> HttpResponse:
    mine = PhaseMove.objects.for_member(request.user).for_page()
    row = get_object_or_404(mine, pk=move)
    if request.method == "POST":
        moving.undo(row)
        messages.success(request, _("Undone. You are in the phase from before."))
        return redirect("tracking:today")
    context = {"move": row, "can_undo": moving.can_be_undone(row)}
    return render(request, "tracking/phase_move_detail.html", context)

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.carrying import sent
from portal.accounts.http import MemberRequest
from tracking.forms import TrackForm
from tracking.models import Enrollment


@require_http_methods(["GET", "HEAD", "POST"])
def enrollment_detail(request: MemberRequest, enrollment: uuid.UUID) -> HttpResponse:
    mine = Enrollment.objects.for_member(request.user).for_page()
    row = get_object_or_404(mine, pk=enrollment)
    if request.method == "POST":
        row.leave(timezone.localdate())
        messages.success(request, _("You left the program. Your record stays."))
        return redirect("accounts:me")
    context = {"enrollment": row, "moves": row.phase_moves.all()}
    return render(request, "tracking/enrollment_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def track_edit(request: MemberRequest, enrollment: uuid.UUID) -> HttpResponse:
    mine = Enrollment.objects.for_member(request.user).for_page()
    row = get_object_or_404(mine.running(), pk=enrollment)
    form = TrackForm(sent(request), instance=row)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved. It counts from your next session on."))
        return redirect(row)
    context = {"form": form, "enrollment": row}
    status = 422 if request.method == "POST" else 200
    return render(request, "tracking/track_edit.html", context, status=status)

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.carrying import sent
from portal.accounts.http import MemberRequest
from tracking.conflict import deleted_part, page_of, undo_page
from tracking.earlier_versions import earlier_versions
from tracking.forms import SymptomReportForm
from tracking.history import scores
from tracking.models import SymptomReport
from tracking.once import save_once
from tracking.reporting import is_sent, report_page
from tracking.revising import delete_report


@require_http_methods(["GET", "HEAD", "POST"])
def check_in(request: MemberRequest) -> HttpResponse:
    form = SymptomReportForm(sent(request), member=request.user)
    if not is_sent(request, form):
        return report_page(request, "tracking/check_in.html", form)
    save_once(form)
    messages.success(request, _("Your check-in is saved."))
    return redirect("tracking:session_list")


@require_http_methods(["GET", "HEAD", "POST"])
def symptom_report_edit(request: MemberRequest, report: uuid.UUID) -> HttpResponse:
    mine = SymptomReport.objects.with_deleted(request.user)
    row = get_object_or_404(mine, pk=report)
    form = SymptomReportForm(sent(request), member=request.user, report=row)
    if is_sent(request, form):
        form.change()
        messages.success(request, _("Your changes are saved."))
        return redirect(page_of(row))
    if request.method != "POST" and (deleted := deleted_part(row)):
        return redirect(undo_page(deleted))
    return report_page(
        request,
        "tracking/symptom_report_edit.html",
        form,
        report=row,
        back_to=page_of(row),
        earlier_versions=earlier_versions(row),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def symptom_report_delete(request: MemberRequest, report: uuid.UUID) -> HttpResponse:
    mine = SymptomReport.objects.with_deleted(request.user)
    row = get_object_or_404(mine, pk=report)
    if deleted := deleted_part(row):
        return redirect(undo_page(deleted))
    if request.method == "POST":
        return redirect(delete_report(row))
    context = {"report": row, "words": scores(row), "back_to": page_of(row)}
    return render(request, "tracking/symptom_report_delete.html", context)

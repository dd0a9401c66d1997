import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.http import MemberRequest
from tracking.forms import SymptomReportForm
from tracking.models import SymptomReport
from tracking.once import save_once
from tracking.reporting import report_page, submitted


@require_http_methods(["GET", "HEAD", "POST"])
def check_in(request: MemberRequest) -> HttpResponse:
    form = SymptomReportForm(submitted(request), member=request.user)
    if not (form.is_bound and form.is_valid()):
        return report_page(request, "tracking/check_in.html", form)
    save_once(form)
    messages.success(request, _("Your check-in is saved."))
    return redirect("tracking:session_list")


def page_of(report: SymptomReport) -> str:
    """Where a report is seen: with its session, or in the history."""
    if report.session_id:
        return reverse("tracking:session_detail", args=[report.session_id])
    return reverse("tracking:session_list")


@require_http_methods(["GET", "HEAD", "POST"])
def symptom_report_edit(request: MemberRequest, report: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(SymptomReport.objects.for_member(request.user), pk=report)
    form = SymptomReportForm(submitted(request), member=request.user, report=row)
    if not (form.is_bound and form.is_valid()):
        context = {"report": row, "back_to": page_of(row)}
        template = "tracking/symptom_report_edit.html"
        return report_page(request, template, form, **context)
    form.change()
    messages.success(request, _("Your changes are saved."))
    return redirect(page_of(row))


@require_http_methods(["GET", "HEAD", "POST"])
def symptom_report_delete(request: MemberRequest, report: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(SymptomReport.objects.for_member(request.user), pk=report)
    if request.method == "POST":
        row.delete()
        messages.success(request, _("The report is deleted."))
        return redirect(page_of(row))
    context = {"report": row, "back_to": page_of(row)}
    return render(request, "tracking/symptom_report_delete.html", context)

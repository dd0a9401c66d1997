from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.accounts.http import MemberRequest
from tracking.periods import REPORT_PERIODS, period_named
from tracking.report import SECTIONS, report_for


@require_safe
def progress_report(request: MemberRequest) -> HttpResponse:
    """What is chosen stands in the address: a period and headings, no health value."""
    period = period_named(request.GET.get("period", ""))
    keys = request.GET.getlist("show")
    report = report_for(request.user, period, keys, timezone.localdate())
    context = {
        "report": report,
        "period": period,
        "periods": REPORT_PERIODS,
        "sections": SECTIONS,
    }
    return render(request, "tracking/progress_report.html", context)

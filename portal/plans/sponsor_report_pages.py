from functools import partial
from typing import Any

from django.contrib.admin import AdminSite, ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.plans.models import Sponsor
from portal.plans.sponsor_report import SponsorReport, report_for
from portal.plans.spreadsheet import csv_response


def report_urls(of: ModelAdmin[Sponsor]) -> list[URLPattern]:
    site: AdminSite = of.admin_site
    return [
        path(
            f"<int:pk>/report{ending}",
            site.admin_view(partial(report_page, of, is_csv=is_csv)),
            name=name,
        )
        for ending, is_csv, name in (
            ("/", False, "plans_sponsor_report"),
            (".csv", True, "plans_sponsor_report_csv"),
        )
    ]


def report_page(
    of: ModelAdmin[Sponsor], request: HttpRequest, pk: int, *, is_csv: bool
) -> HttpResponse:
    sponsor = get_object_or_404(Sponsor, pk=pk)
    if not of.has_view_permission(request, sponsor):
        raise PermissionDenied
    report = report_for(sponsor, timezone.localdate())
    if is_csv:
        return csv_response("sponsor-report", lines(report))
    context: dict[str, Any] = {
        **of.admin_site.each_context(request),
        "opts": of.opts,
        "title": _("Report for %(name)s") % {"name": sponsor.name},
        "sponsor": sponsor,
        "report": report,
    }
    return render(request, "admin/plans/sponsor/report.html", context)


def lines(report: SponsorReport) -> list[list[object]]:
    head: list[list[object]] = [
        [_("sponsor"), report.sponsor],
        [_("people covered on"), report.day.isoformat()],
        [_("plan"), _("people")],
    ]
    hidden = _("hidden")
    for name, number in report.rows:
        head.append([name, hidden if number is None else number])
    return head

"""The symptom report's page: the same for start, finish, check-in and edit."""

import uuid
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import render

from portal.accounts.http import MemberRequest
from portal.accounts.models import Member
from tracking import places
from tracking.forms import SymptomReportForm
from tracking.forms.symptom_report import same_answers
from tracking.models import SymptomReport


def latest_report(member: Member) -> SymptomReport | None:
    return SymptomReport.objects.for_member(member).first()


def report_named(member: Member, pk: str) -> SymptomReport | None:
    try:
        number = uuid.UUID(pk)
    except ValueError:
        return None
    return SymptomReport.objects.for_member(member).filter(pk=number).first()


def submitted(request: MemberRequest) -> QueryDict | None:
    """What was sent; "Yes, the same" stands for the answers of that report."""
    if request.method != "POST":
        return None
    report = report_named(request.user, request.POST.get("same", ""))
    if report is None:
        return request.POST
    data = request.POST.copy()
    for name, value in same_answers(report).items():
        data.setlist(name, value if isinstance(value, list) else [str(value)])
    return data


def report_page(
    request: MemberRequest, template: str, form: SymptomReportForm, **extra: Any
) -> HttpResponse:
    context = {
        "form": form,
        "chosen": form["place"].value() or [],
        "left_places": places.on_side("l"),
        "right_places": places.on_side("r"),
        "last": latest_report(request.user) if form.report is None else None,
        **extra,
    }
    return render(request, template, context, status=422 if form.errors else 200)

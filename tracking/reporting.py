"""The symptom report's page: the same for start, finish, check-in and edit."""

import uuid
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import render

from portal.accounts.carrying import sent
from portal.accounts.http import MemberRequest
from portal.accounts.models import Member
from tracking import places
from tracking.forms import SymptomReportForm
from tracking.forms.symptom_report import same_answers
from tracking.history import scores
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
    data = sent(request)
    report = report_named(request.user, data.get("same", "")) if data else None
    if data is None or report is None:
        return data
    data = data.copy()
    for name, value in same_answers(report).items():
        data.setlist(name, value if isinstance(value, list) else [str(value)])
    return data


def is_sent(request: MemberRequest, form: SymptomReportForm) -> bool:
    """Ready to be saved; a form that was carried through a sign-in is shown first."""
    return request.method == "POST" and form.is_valid()


def report_page(
    request: MemberRequest, template: str, form: SymptomReportForm, **extra: Any
) -> HttpResponse:
    last = latest_report(request.user) if form.report is None else None
    context = {
        "form": form,
        "chosen": form["place"].value() or [],
        "left_places": places.on_side("l"),
        "right_places": places.on_side("r"),
        "last": last,
        "last_words": scores(last) if last else "",
        **extra,
    }
    return render(request, template, context, status=422 if form.errors else 200)

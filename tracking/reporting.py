"""The symptom report's page: the same for start, finish, check-in and edit."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from portal.accounts.http import MemberRequest
from portal.accounts.models import Member
from tracking import places
from tracking.forms import SymptomReportForm
from tracking.forms.symptom_report import same_answers
from tracking.history import scores
from tracking.models import SymptomReport


def latest_report(member: Member) -> SymptomReport | None:
    return SymptomReport.objects.for_member(member).first()


def is_sent(request: MemberRequest, form: SymptomReportForm) -> bool:
    """Ready to be saved; a form that was carried through a sign-in is shown first."""
    return request.method == "POST" and form.is_valid()


def fields_of(report: SymptomReport) -> Iterator[tuple[str, str]]:
    """What "Yes, the same" sends: the answers of that report, as the form takes them."""
    for name, value in same_answers(report).items():
        for each in value if isinstance(value, list) else [value]:
            yield name, str(each)


def report_page(
    request: MemberRequest, template: str, form: SymptomReportForm, **extra: Any
) -> HttpResponse:
    if form.report is None and "last" not in extra:
        extra["last"] = latest_report(request.user)
    last = extra.get("last")
    context = {
        "form": form,
        "chosen": form["place"].value() or [],
        "left_places": places.on_side("l"),
        "right_places": places.on_side("r"),
        "last_words": scores(last) if last else "",
        "last_fields": fields_of(last) if last else (),
        **extra,
    }
    return render(request, template, context, status=422 if form.errors else 200)

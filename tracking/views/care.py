import uuid

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.carrying import sent
from portal.accounts.http import MemberRequest
from portal.accounts.looking import note_look
from tracking.care import (
    answered,
    latest_reports,
    newer_screen,
    only_clinicians,
    precaution_words,
)
from tracking.forms.care import ALERT_FORMS, AlertForm, NoteForm
from tracking.gate import hold
from tracking.models import SafetyAlert

PAGE = 20


@only_clinicians
@require_safe
def alert_list(request: MemberRequest) -> HttpResponse:
    is_closed = request.GET.get("show") == "closed"
    waiting = SafetyAlert.objects.still_open().for_queue()
    alerts = SafetyAlert.objects.closed() if is_closed else waiting
    page = Paginator(alerts, PAGE).get_page(request.GET.get("page"))
    context = {"page_obj": page, "is_closed": is_closed}
    return render(request, "tracking/alert_list.html", context)


@only_clinicians
@require_http_methods(["GET", "HEAD", "POST"])
def alert_detail(request: MemberRequest, alert: uuid.UUID) -> HttpResponse:
    alerts = SafetyAlert.objects.for_page()
    row = get_object_or_404(alerts, pk=alert)
    if request.method != "POST":
        return alert_page(request, row, sent_form(request, row))
    with transaction.atomic():
        hold(row.member)
        row = get_object_or_404(alerts, pk=alert)
        form = sent_form(request, row)
        if form and form.is_valid():
            form.save()
            messages.success(request, str(form.done))
            return redirect(row)
    return alert_page(request, row, form)


def sent_form(request: MemberRequest, alert: SafetyAlert) -> AlertForm | None:
    data = sent(request)
    if data is None:
        return None
    for kind in ALERT_FORMS:
        if kind.do == data.get("do"):
            return kind(data, alert=alert, by=request.user)
    raise BadRequest("There is no such thing to do about an alert.")


def page_forms(
    request: MemberRequest, alert: SafetyAlert, form: AlertForm | None
) -> dict[str, AlertForm]:
    """All of them empty but the one that was sent.

    What came too late is offered again as a note.
    """
    forms = {kind.do: kind(alert=alert, by=request.user) for kind in ALERT_FORMS}
    if form and form.is_too_late:
        initial = {"entry": uuid.uuid4(), "text": form.typed}
        note = NoteForm(alert=alert, by=request.user, initial=initial)
        return {**forms, NoteForm.do: note}
    return {**forms, form.do: form} if form else forms


def status_of(request: MemberRequest, form: AlertForm | None) -> int:
    if form is None or request.method != "POST":
        return 200
    return 409 if form.is_too_late else 422


def alert_page(
    request: MemberRequest, alert: SafetyAlert, form: AlertForm | None
) -> HttpResponse:
    """Nobody sees this page without leaving a line in the member's record."""
    note_look(member=alert.member, actor=request.user, what=_("Safety alert"))
    answers = answered(alert.screen)
    context = {
        "alert": alert,
        "screen": alert.screen,
        "form": form,
        "forms": page_forms(request, alert, form),
        "told": [one for one in answers if not one.is_plain_no],
        "plain_noes": [one for one in answers if one.is_plain_no],
        "precautions": precaution_words(alert.screen),
        "reports": latest_reports(alert.member),
        "notes": alert.notes.select_related("author"),
        "newer": newer_screen(alert),
    }
    status = status_of(request, form)
    return render(request, "tracking/alert_detail.html", context, status=status)

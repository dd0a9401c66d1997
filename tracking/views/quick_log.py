import datetime as dt

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from exercises.models import Exercise
from portal.accounts.carrying import sent
from portal.accounts.http import MemberRequest
from tracking.forms import QuickLogForm
from tracking.forms.quick_log import first_values
from tracking.models import SymptomReport
from tracking.once import save_once
from tracking.quick_log import chosen, planned_on, running

LISTS = ("did",)


@require_http_methods(["GET", "HEAD", "POST"])
def session_log(request: MemberRequest) -> HttpResponse:
    data, day = sent(request), day_asked_for(request)
    if request.method != "POST" or "add" in request.POST:
        return log_page(request, data, day)
    enrollment = running(request.user)
    form = QuickLogForm(
        data,
        member=request.user,
        enrollment=enrollment,
        doables=chosen(enrollment, day, request.POST.getlist("did")),
    )
    if not form.is_valid():
        return log_page(request, data, day)
    row = save_once(form)
    messages.success(request, _("Your session is saved."))
    if "feel" in request.POST:
        moment = SymptomReport.Moment.BEFORE.value
        return redirect("tracking:session_report", row.pk, moment)
    return redirect(row)


def day_asked_for(request: MemberRequest) -> dt.date:
    """The day of a sheet that is typed in; else today."""
    try:
        day = parse_date(request.GET.get("day", ""))
    except ValueError:
        day = None
    return day or timezone.localdate()


def log_page(
    request: MemberRequest, data: QueryDict | None, day: dt.date
) -> HttpResponse:
    """All that can be ticked: the phase's exercises, then those that were added."""
    is_adding = "add" in request.POST
    keys = [*data.getlist("did"), data.get("more", "")] if data else []
    enrollment = running(request.user)
    planned = planned_on(request.user, enrollment, day)
    here = {doable.key for doable in planned}
    added = [d for d in chosen(enrollment, day, keys) if d.key not in here]
    doables = [*planned, *added]
    form = QuickLogForm(
        None if is_adding else data,
        member=request.user,
        enrollment=enrollment,
        doables=doables,
        initial=typed(data, keys) if is_adding and data else first_values(day),
    )
    if data and not is_adding:
        form.is_valid()
    context = {
        "form": form,
        "others": Exercise.objects.published()
        .exclude(pk__in=[d.exercise.pk for d in doables])
        .order_by("title"),
        "twin": form.known.twin if form.known and form.has_twin else None,
    }
    status = 422 if request.method == "POST" and form.errors else 200
    return render(request, "tracking/session_log.html", context, status=status)


def typed(data: QueryDict, keys: list[str]) -> dict[str, object]:
    """What stands in the form, with one more exercise ticked."""
    return {**data.dict(), "did": keys}

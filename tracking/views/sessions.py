import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.http import MemberRequest
from tracking.forms import ExerciseSessionForm
from tracking.history import by_day
from tracking.models import ExerciseSession, SymptomReport

PAGE = 14


@require_safe
def session_list(request: MemberRequest) -> HttpResponse:
    days = Paginator(SymptomReport.objects.days_of(request.user), PAGE)
    page = days.get_page(request.GET.get("page"))
    shown = list(page.object_list)
    sessions = ExerciseSession.objects.for_member(request.user).on(shown).for_list()
    check_ins = SymptomReport.objects.for_member(request.user).check_ins_on(shown)
    context = {"days": by_day(sessions, check_ins), "page_obj": page}
    return render(request, "tracking/session_list.html", context)


@require_safe
def session_detail(request: MemberRequest, session: uuid.UUID) -> HttpResponse:
    mine = ExerciseSession.objects.for_member(request.user).for_page()
    row = get_object_or_404(mine, pk=session)
    reports = {r.moment: r for r in row.symptom_reports.all()}
    return render(
        request,
        "tracking/session_detail.html",
        {
            "session": row,
            "logs": row.logs.all(),
            "before": reports.get(SymptomReport.Moment.BEFORE),
            "after": reports.get(SymptomReport.Moment.AFTER),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def session_edit(request: MemberRequest, session: uuid.UUID) -> HttpResponse:
    mine = ExerciseSession.objects.for_member(request.user).for_page()
    row = get_object_or_404(mine, pk=session)
    data = request.POST if request.method == "POST" else None
    form = ExerciseSessionForm(data, instance=row)
    if form.is_valid():
        form.save()
        messages.success(request, _("Your changes are saved."))
        return redirect(row)
    status = 422 if form.errors else 200
    context = {"form": form, "session": row}
    return render(request, "tracking/session_edit.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def session_delete(request: MemberRequest, session: uuid.UUID) -> HttpResponse:
    mine = ExerciseSession.objects.for_member(request.user)
    row = get_object_or_404(mine, pk=session)
    if request.method == "POST":
        row.delete()
        messages.success(request, _("The session is deleted."))
        return redirect("tracking:session_list")
    return render(request, "tracking/session_delete.html", {"session": row})

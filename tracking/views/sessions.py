import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.carrying import sent
from portal.accounts.http import MemberRequest
from portal.accounts.models import Member
from tracking.conflict import undo_page
from tracking.dose_sentences import tell
from tracking.earlier_versions import deleted_things, earlier_versions, edited_rows
from tracking.forms import BesideForm, ExerciseSessionForm, LaterForm
from tracking.history import by_day, by_moment, scores
from tracking.models import DoseChange, ExerciseSession, SymptomReport
from tracking.models.dose_change import DoseChangeQuerySet
from tracking.moments import LATER
from tracking.once import save_once
from tracking.reporting import is_sent, report_page
from tracking.revising import KEPT_DAYS, delete_session
from tracking.session_page import (
    ALWAYS,
    later_reports,
    moment_rows,
    new_signs,
    next_session,
    opens,
)

PAGE = 14


@require_safe
def session_list(request: MemberRequest) -> HttpResponse:
    member = request.user
    days = Paginator(SymptomReport.objects.days_of(member), PAGE)
    page = days.get_page(request.GET.get("page"))
    shown = list(page.object_list)
    sessions = list(ExerciseSession.objects.for_member(member).on(shown).for_list())
    check_ins = list(SymptomReport.objects.for_member(member).check_ins_on(shown))
    context = {
        "days": by_day(sessions, check_ins, edited_rows(member, sessions, check_ins)),
        "deleted_things": deleted_things(member) if page.number == 1 else [],
        "kept_days": KEPT_DAYS,
        "page_obj": page,
    }
    return render(request, "tracking/session_list.html", context)


@require_safe
def session_detail(request: MemberRequest, session: uuid.UUID) -> HttpResponse:
    mine = ExerciseSession.objects.for_member(request.user).for_summary()
    row = get_object_or_404(mine, pk=session)
    row.member = request.user
    reports = by_moment(row)
    is_done = any(log.sets_done for log in row.logs.all())
    context = {
        "session": row,
        "logs": row.logs.all(),
        "is_done": is_done,
        "before": reports.get(SymptomReport.Moment.BEFORE),
        "after": reports.get(SymptomReport.Moment.AFTER),
        "moments": moment_rows(row),
        "later_reports": later_reports(row) if is_done else [],
        "new_signs": new_signs(row),
        "told": [tell(change) for change in row.dose_changes.all()],
        "next_session": next_session(row),
    }
    return render(request, "tracking/session_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def session_report(
    request: MemberRequest, session: uuid.UUID, moment: str
) -> HttpResponse:
    mine = ExerciseSession.objects.for_member(request.user).for_report()
    row = get_object_or_404(mine, pk=session)
    form = report_form(request, row, moment)
    if is_sent(request, form):
        save_once(form)
        messages.success(request, _("Your note is saved."))
        return redirect(after_report(row, form.moment))
    if form.moment in by_moment(row) and not form.is_bound:
        return redirect(row)
    if isinstance(form, LaterForm):
        return later_page(request, form, row)
    return beside_page(request, form, row)


def report_form(
    request: MemberRequest, row: ExerciseSession, moment: str
) -> LaterForm | BesideForm:
    """Before and after can be added once a session has ended."""
    if moment in LATER:
        kind: type[LaterForm | BesideForm] = LaterForm
    elif moment in ALWAYS and row.finished_at:
        kind = BesideForm
    else:
        raise Http404
    this = SymptomReport.Moment(moment)
    return kind(sent(request), member=request.user, session=row, moment=this)


def after_report(row: ExerciseSession, moment: SymptomReport.Moment) -> str:
    """From the report before a session to the one after it, where it is missing."""
    after = SymptomReport.Moment.AFTER
    if moment is SymptomReport.Moment.BEFORE and after not in by_moment(row):
        return reverse("tracking:session_report", args=[row.pk, after.value])
    return row.get_absolute_url()


def beside_page(
    request: MemberRequest, form: BesideForm, row: ExerciseSession
) -> HttpResponse:
    """After a session, "the same" means the same as before it."""
    context: dict[str, object] = {
        "session": row,
        "moment": form.moment,
        "is_open": True,
    }
    before = by_moment(row).get(SymptomReport.Moment.BEFORE)
    if before:
        context |= {"last": before, "last_words": scores(before)}
    return report_page(request, "tracking/session_report.html", form, **context)


def later_page(
    request: MemberRequest, form: LaterForm, row: ExerciseSession
) -> HttpResponse:
    now, window = timezone.now(), form.window
    context = {
        "session": row,
        "moment": form.moment,
        "is_open": form.is_bound or bool(window and window.is_taken(now)),
        "opens": opens(form.moment, window) if window and now < window.opens else "",
    }
    return report_page(request, "tracking/session_report.html", form, **context)


@require_http_methods(["GET", "HEAD", "POST"])
def session_edit(request: MemberRequest, session: uuid.UUID) -> HttpResponse:
    mine = ExerciseSession.objects.with_deleted(request.user).for_edit()
    row = get_object_or_404(mine, pk=session)
    if row.deleted_at and request.method != "POST":
        return redirect(undo_page(row))
    form = ExerciseSessionForm(sent(request), instance=row)
    if request.method == "POST" and form.is_valid():
        form.change()
        messages.success(request, _("Your changes are saved."))
        return redirect(row)
    context = {
        "form": form,
        "session": row,
        "earlier_versions": earlier_versions(row),
        "dose_changes": doses_changed_by(row, request.user),
    }
    status = 422 if form.errors else 200
    return render(request, "tracking/session_edit.html", context, status=status)


def doses_changed_by(row: ExerciseSession, member: Member) -> DoseChangeQuerySet:
    """Those that still decide: putting the session right does not take them back."""
    made = DoseChange.objects.of_running(member).in_force(timezone.localdate())
    return made.filter(session=row, until=None)


@require_http_methods(["GET", "HEAD", "POST"])
def session_delete(request: MemberRequest, session: uuid.UUID) -> HttpResponse:
    mine = ExerciseSession.objects.with_deleted(request.user)
    row = get_object_or_404(mine, pk=session)
    if row.deleted_at:
        return redirect(undo_page(row))
    if request.method == "POST":
        return redirect(delete_session(row))
    context = {"session": row, "dose_changes": doses_changed_by(row, request.user)}
    return render(request, "tracking/session_delete.html", context)

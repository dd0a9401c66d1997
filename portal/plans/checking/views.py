from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from portal.accounts.models import Member
from portal.plans.answers import Answer
from portal.plans.checking.answering import conclude, try_code
from portal.plans.checking.joining import (
    SeesForm,
    TakenError,
    join_by_check,
    note_what_is_seen,
)
from portal.plans.checking.matching import Outcome
from portal.plans.checking.questions import CodeForm, Question
from portal.plans.checking.state import Check
from portal.plans.joining import coverage_held


def check_page(request: HttpRequest, answer: Answer) -> HttpResponse:
    """One address for the whole check: it goes on where it was left."""
    assert answer.benefit is not None  # noqa: S101  # its caller has looked
    check = Check.of(request, answer.benefit)
    if request.method == "POST":
        return sent(request, answer, check)
    return shown(request, answer, check)


def sent(request: HttpRequest, answer: Answer, check: Check) -> HttpResponse:
    do = request.POST.get("do", "")
    if do == "again":
        check.forget()
    elif do == "back":
        check.go_back()
        check.keep()
    elif do == "join" and check.outcome is Outcome.ELIGIBLE:
        return join(request, answer, check)
    elif do == "code" and check.code:
        return code_sent(request, answer, check)
    elif check.outcome is None and not check.code:
        return question_sent(request, answer, check, do)
    return redirect(request.path)


def question_sent(
    request: HttpRequest, answer: Answer, check: Check, name: str
) -> HttpResponse:
    if name in {"without-card", "with-card"}:
        check.answers["without_card"] = "yes" if name == "without-card" else ""
        check.keep()
        return redirect(request.path)
    kind = next((q for q in check.questions if q.name == name), None)
    if kind is None:  # of a page that was left open, in another tab or by going back
        messages.info(request, _("That page was out of date. You can go on here."))
        return redirect(request.path)
    form = kind(request.POST, benefit=check.benefit)
    if not form.is_valid():
        return shown(request, answer, check, form)
    check.answer(form)
    if check.open_question is None:
        conclude(check)
    check.keep()
    return redirect(request.path)


def code_sent(request: HttpRequest, answer: Answer, check: Check) -> HttpResponse:
    form = CodeForm(request.POST, benefit=check.benefit)
    if form.is_valid() and not try_code(check, form.cleaned_data["code"]):
        form.add_error("code", _("That is not the code. Look at the e-mail again."))
    check.keep()
    return (
        shown(request, answer, check, form) if form.errors else redirect(request.path)
    )


def join(request: HttpRequest, answer: Answer, check: Check) -> HttpResponse:
    if not isinstance(request.user, Member):
        return redirect_to_login(request.path)
    form = SeesForm(request.POST, sponsor=answer.sponsor)
    if not form.is_valid():
        return shown(request, answer, check, form)
    try:
        join_by_check(member=request.user, benefit=check.benefit, found=check.found)
    except TakenError:
        check.tell(Outcome.NOT_CONFIRMED)
        check.keep()
        return redirect(request.path)
    note_what_is_seen(request.user, answer.sponsor)
    check.forget()
    name = answer.sponsor.name
    messages.success(request, _("You are covered by %s.") % name)
    return redirect("welcome")


def shown(
    request: HttpRequest,
    answer: Answer,
    check: Check,
    form: Question | SeesForm | None = None,
) -> HttpResponse:
    held = None
    if isinstance(request.user, Member):
        held = coverage_held(member=request.user, benefit=check.benefit)
    context = {"answer": answer, "check": check, "held": held}
    if held or check.outcome:
        template = "plans/check_result.html"
        context["form"] = form or SeesForm(sponsor=answer.sponsor)
    else:
        template = "plans/check_question.html"
        context |= question(check, form)
    status = 422 if form and form.errors else 200
    return render(request, template, context, status=status)


def question(check: Check, form: Question | SeesForm | None) -> dict[str, object]:
    kind = CodeForm if check.code else check.open_question or check.questions[-1]
    asked = check.questions
    return {
        "form": form or kind(initial=check.filled(kind), benefit=check.benefit),
        "number": asked.index(kind) + 1 if kind in asked else None,
        "count": len(asked),
    }

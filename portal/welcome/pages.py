"""One function a question: show it, filled when answered; keep the answer; go on."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from portal.accounts.carrying import sent
from portal.accounts.http import MemberRequest
from portal.welcome.answers import Answers
from portal.welcome.steps import ORDER, Step, before, open_step
from tracking.direction import found, next_movement
from tracking.forms import (
    AddActivityGoalForm,
    ConsentForm,
    DirectionForm,
    ProgramForm,
    RemoveActivityGoalForm,
    SymptomReportForm,
    WeekPlanForm,
)
from tracking.forms.symptom_report import same_answers
from tracking.joining import join
from tracking.models import Intake
from tracking.once import save_once
from tracking.reporting import report_page
from tracking.trial_words import result_words, tried_choice
from tracking.trying import is_open, may_try, start_trial

TRIED = Intake.Direction.TRIED


def frame(step: Step, answers: Answers) -> dict[str, Any]:
    """What surrounds each question."""
    back = Step.CHECK if open_step(answers) is Step.CHECK else before(step)
    return {
        "step": step,
        "number": ORDER.index(step) + 1,
        "count": len(ORDER),
        "back": back if back is not step else None,
        "answers": answers,
    }


def shown(
    request: MemberRequest, step: Step, answers: Answers, **extra: Any
) -> HttpResponse:
    context = {**frame(step, answers), **extra}
    form = extra.get("form")
    refused = request.method == "POST" and form is not None and form.errors
    template = f"portal/welcome_{step}.html"
    return render(request, template, context, status=422 if refused else 200)


def consent(request: MemberRequest, answers: Answers) -> HttpResponse:
    form = ConsentForm(sent(request), initial={"agrees": answers.agrees})
    if request.method == "POST" and form.is_valid():
        form.save(request.user)
        return redirect("welcome")
    return shown(request, Step.CONSENT, answers, form=form)


def safety(request: MemberRequest, answers: Answers) -> HttpResponse:
    """The questions have their own page; this one leads there, and on from there."""
    return shown(request, Step.SAFETY, answers)


def place_form(request: MemberRequest, answers: Answers) -> SymptomReportForm:
    """Today's report is changed; one of an earlier day fills a new one."""
    data, report = sent(request), answers.report
    if report is None or (data is not None and "entry" in data):
        return SymptomReportForm(data, member=request.user)
    if report.reported_on == answers.day:
        return SymptomReportForm(data, member=request.user, report=report)
    filled = {**same_answers(report), "entry": uuid.uuid4()}
    return SymptomReportForm(data, member=request.user, initial=filled)


def keep_report(form: SymptomReportForm) -> None:
    if form.report is None:
        save_once(form)
    else:
        form.change()


def place(request: MemberRequest, answers: Answers) -> HttpResponse:
    form = place_form(request, answers)
    if request.method == "POST" and form.is_valid():
        keep_report(form)
        return redirect("welcome")
    surroundings = frame(Step.PLACE, answers)
    template = "portal/welcome_place.html"
    return report_page(request, template, form, **surroundings, last=None)


def direction(request: MemberRequest, answers: Answers) -> HttpResponse:
    movement = next_movement(answers.trials, answers.day)
    allowed = movement and may_try(request.user, answers.screen, movement)
    movement = movement if allowed else None
    form = DirectionForm(
        sent(request),
        tried=tried_choice(answers.tried_track, movement),
        initial={"direction": answers.intake.direction},
    )
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["direction"]
        Intake.objects.answer(request.user, direction=chosen)
        if chosen == TRIED and movement:
            return redirect(start_trial(request.user, movement))
        return redirect("welcome")
    trials = {**trials_of(answers), "is_shut": allowed is False}
    return shown(request, Step.DIRECTION, answers, form=form, **trials)


def trials_of(answers: Answers) -> dict[str, Any]:
    """The one to go on with, and what the others showed."""
    opened = (t for t in answers.trials if is_open(t))
    return {
        "unfinished": next(opened, None),
        "tries": [(t, result_words(t)) for t in answers.trials if found(t)],
    }


def goals(request: MemberRequest, answers: Answers) -> HttpResponse:
    if request.method == "POST" and "remove" in request.POST:
        return without_goal(request)
    if request.method == "POST" and "later" in request.POST:
        Intake.objects.answer(request.user, goals_later=True)
        return redirect("welcome")
    form = AddActivityGoalForm(sent(request), member=request.user)
    if request.method == "POST" and form.is_valid():
        save_once(form)
        return redirect("welcome_step", Step.GOALS)
    return shown(request, Step.GOALS, answers, form=form, goals=answers.goals)


def without_goal(request: MemberRequest) -> HttpResponse:
    form = RemoveActivityGoalForm(request.POST)
    if form.is_valid():
        form.save(request.user)
        messages.success(request, _("The activity is removed."))
    return redirect("welcome_step", Step.GOALS)


def week(request: MemberRequest, answers: Answers) -> HttpResponse:
    form = WeekPlanForm(sent(request), plan=answers.week)
    if request.method == "POST" and form.is_valid():
        form.save(request.user)
        return redirect("welcome")
    return shown(request, Step.WEEK, answers, form=form)


def program(request: MemberRequest, answers: Answers) -> HttpResponse:
    form = ProgramForm(
        sent(request),
        programs=answers.programs,
        initial={"program": answers.intake.program_id},
    )
    if request.method == "POST" and form.is_valid():
        Intake.objects.answer(request.user, program=form.cleaned_data["program"])
        return redirect("welcome")
    covered = answers.program is not None or answers.programs.exists()
    return shown(request, Step.PROGRAM, answers, form=form, covered=covered)


def check(request: MemberRequest, answers: Answers) -> HttpResponse:
    if request.method == "POST" and answers.program and answers.track:
        join(
            member=request.user,
            program=answers.program,
            track=answers.track,
            day=answers.day,
        )
        return redirect("tracking:today")
    return shown(request, Step.CHECK, answers)

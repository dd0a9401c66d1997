import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.carrying import sent
from portal.accounts.http import MemberRequest
from tracking.forms import (
    ActivityGoalForm,
    AddActivityGoalForm,
    TakeUpForm,
    WeekPlanForm,
)
from tracking.joining import plan_page
from tracking.models import ActivityGoal, WeekPlan
from tracking.once import save_once

MOST_SCORES = 26


@require_http_methods(["GET", "HEAD", "POST"])
def activity_goal_list(request: MemberRequest) -> HttpResponse:
    form = AddActivityGoalForm(sent(request), member=request.user)
    if request.method == "POST" and form.is_valid():
        save_once(form)
        messages.success(request, _("Your activity is saved."))
        return redirect("tracking:activity_goal_list")
    goals = list(ActivityGoal.objects.for_member(request.user))
    context = {
        "form": form,
        "goals": [goal for goal in goals if goal.ended_on is None],
        "laid_aside": [goal for goal in goals if goal.ended_on],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "tracking/activity_goal_list.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def activity_goal_edit(request: MemberRequest, goal: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(ActivityGoal.objects.for_member(request.user), pk=goal)
    if request.method == "POST" and "aside" in request.POST:
        row.lay_aside(timezone.localdate())
        messages.success(request, _("It is laid aside. Its scores stay."))
        return redirect("tracking:activity_goal_list")
    form = goal_form(request, row)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your activity is saved."))
        return redirect(plan_page(request.user, "goals"))
    status = 422 if request.method == "POST" else 200
    context = {
        "form": form,
        "goal": row,
        "scores": row.scores.all()[:MOST_SCORES],
        "back_to": plan_page(request.user, "goals"),
    }
    return render(request, "tracking/activity_goal_edit.html", context, status=status)


def goal_form(
    request: MemberRequest, goal: ActivityGoal
) -> ActivityGoalForm | TakeUpForm:
    if goal.ended_on:
        return TakeUpForm(sent(request), goal=goal)
    return ActivityGoalForm(sent(request), instance=goal)


@require_http_methods(["GET", "HEAD", "POST"])
def week_plan(request: MemberRequest) -> HttpResponse:
    """For who has none yet; a plan has a page of its own."""
    row = WeekPlan.objects.for_member(request.user).first()
    if row and request.method != "POST":
        return redirect(row)
    return week_page(request, row)


@require_http_methods(["GET", "HEAD", "POST"])
def week_plan_edit(request: MemberRequest, plan: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(WeekPlan.objects.for_member(request.user), pk=plan)
    return week_page(request, row)


def week_page(request: MemberRequest, row: WeekPlan | None) -> HttpResponse:
    form = WeekPlanForm(sent(request), plan=row)
    back_to = plan_page(request.user, "week")
    if request.method == "POST" and form.is_valid():
        form.save(request.user)
        messages.success(request, _("Your week is saved."))
        return redirect(back_to)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "back_to": back_to}
    return render(request, "tracking/week_plan_edit.html", context, status=status)

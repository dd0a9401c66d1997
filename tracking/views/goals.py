import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.carrying import sent
from portal.accounts.http import MemberRequest
from tracking.forms import ActivityGoalForm, WeekPlanForm
from tracking.joining import plan_page
from tracking.models import ActivityGoal, WeekPlan


@require_http_methods(["GET", "HEAD", "POST"])
def activity_goal_edit(request: MemberRequest, goal: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(ActivityGoal.objects.for_member(request.user), pk=goal)
    form = ActivityGoalForm(sent(request), instance=row)
    back_to = plan_page(request.user, "goals")
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your activity is saved."))
        return redirect(back_to)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "back_to": back_to}
    return render(request, "tracking/activity_goal_edit.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def week_plan_edit(request: MemberRequest, plan: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(WeekPlan.objects.for_member(request.user), pk=plan)
    form = WeekPlanForm(sent(request), plan=row)
    back_to = plan_page(request.user, "week")
    if request.method == "POST" and form.is_valid():
        form.save(request.user)
        messages.success(request, _("Your week is saved."))
        return redirect(back_to)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "back_to": back_to}
    return render(request, "tracking/week_plan_edit.html", context, status=status)

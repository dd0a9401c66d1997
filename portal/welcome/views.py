from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.http import MemberRequest
from portal.welcome import pages
from portal.welcome.answers import Answers
from portal.welcome.steps import Step, may_see, open_step
from tracking.joining import running_enrollment

PAGES: dict[Step, Callable[[MemberRequest, Answers], HttpResponse]] = {
    Step.CONSENT: pages.consent,
    Step.SAFETY: pages.safety,
    Step.PLACE: pages.place,
    Step.DIRECTION: pages.direction,
    Step.GOALS: pages.goals,
    Step.WEEK: pages.week,
    Step.PROGRAM: pages.program,
    Step.CHECK: pages.check,
}


@require_safe
def welcome(request: MemberRequest) -> HttpResponse:
    """Goes on where the member left off."""
    if running_enrollment(request.user):
        return redirect("tracking:today")
    return redirect("welcome_step", open_step(Answers(request.user)))


@require_http_methods(["GET", "HEAD", "POST"])
def welcome_step(request: MemberRequest, step: str) -> HttpResponse:
    if step not in PAGES:
        raise Http404
    if running_enrollment(request.user):
        return redirect("tracking:today")
    answers = Answers(request.user)
    if not may_see(Step(step), answers):
        return redirect("welcome_step", open_step(answers))
    return PAGES[Step(step)](request, answers)

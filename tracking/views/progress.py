from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.accounts.http import MemberRequest
from tracking.periods import PERIODS, period_named
from tracking.questions import questions_for


@require_safe
def progress(request: MemberRequest) -> HttpResponse:
    today = timezone.localdate()
    period = period_named(request.GET.get("period", ""))
    asked = questions_for(request.user, period.first_day(today), today)
    context = {"asked": asked, "period": period, "periods": PERIODS}
    return render(request, "tracking/progress.html", context)

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.accounts.http import MemberRequest
from tracking.answers import leg_answer, points
from tracking.charts import pain_chart
from tracking.models import SymptomReport
from tracking.periods import PERIODS, period_named
from tracking.progress import leg_pain
from tracking.tables import day_rows


@require_safe
def progress(request: MemberRequest) -> HttpResponse:
    today = timezone.localdate()
    period = period_named(request.GET.get("period", ""))
    notes = SymptomReport.objects.for_member(request.user).noted()
    pain = leg_pain(notes, today)
    shown = pain.since(period.first_day(today)) if pain.days else pain
    context = {
        "answer": leg_answer(pain),
        "start": points(pain.start),
        "now": points(pain.now),
        "pain": pain,
        "chart": pain_chart(shown) if pain.start is not None else None,
        "rows": day_rows(shown.days),
        "period": period,
        "periods": PERIODS,
        "first": shown.days[0].day if shown.days else today,
        "last": today,
    }
    return render(request, "tracking/progress.html", context)

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.accounts.http import MemberRequest
from tracking.answers import leg_answer
from tracking.looking_back import due_look_back
from tracking.models import SymptomReport
from tracking.progress import leg_pain
from tracking.today import today_for


@require_safe
def today(request: MemberRequest) -> HttpResponse:
    day = timezone.localdate()
    notes = SymptomReport.objects.for_member(request.user).noted()
    return render(
        request,
        "tracking/today.html",
        {
            "day": day,
            "today": today_for(request.user, day),
            "pain": leg_answer(leg_pain(notes, day)),
            "look_back_due": due_look_back(request.user, day),
        },
    )

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.accounts.http import MemberRequest
from tracking.gate import gate_for
from tracking.models import FarthestPoint
from tracking.safety import Gate
from tracking.sheet import sheet_for


@require_safe
def session_sheet(request: MemberRequest) -> HttpResponse:
    """On paper, too, exercises wait for the safety questions."""
    if gate_for(request.user) in (Gate.LOCKED, Gate.UNANSWERED):
        return redirect("tracking:safety")
    context = {
        "sheet": sheet_for(request.user, timezone.localdate()),
        "places": FarthestPoint.choices,
    }
    return render(request, "tracking/session_sheet.html", context)

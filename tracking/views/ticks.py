import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from portal.accounts.http import MemberRequest
from tracking.models import Tick


@require_safe
def tick_detail(request: MemberRequest, tick: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(Tick.objects.for_member(request.user), pk=tick)
    return render(request, "tracking/tick_detail.html", {"tick": row})

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from portal.accounts.http import MemberRequest
from portal.plans.models import HelpRequest


@require_safe
def help_request_detail(
    request: MemberRequest, help_request: uuid.UUID
) -> HttpResponse:
    mine = HelpRequest.objects.for_member(request.user)
    row = get_object_or_404(mine, pk=help_request)
    return render(request, "plans/help_request_detail.html", {"asked": row})

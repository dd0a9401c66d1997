import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.http import MemberRequest
from tracking.dose_sentences import tell
from tracking.models import DoseChange

A_PAGE = 20


@require_safe
def dose_change_list(request: MemberRequest) -> HttpResponse:
    changes = DoseChange.objects.for_member(request.user).for_list()
    page = Paginator(changes, A_PAGE).get_page(request.GET.get("page"))
    context = {"page_obj": page, "told": [tell(change) for change in page]}
    return render(request, "tracking/dose_change_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def dose_change_detail(request: MemberRequest, change: uuid.UUID) -> HttpResponse:
    mine = DoseChange.objects.for_member(request.user).for_detail()
    row = get_object_or_404(mine, pk=change)
    decides = row.decides_on(timezone.localdate())
    if request.method == "POST" and (decides or row.undone_at):
        row.undo()
        messages.success(request, _("Undone. The dose is as it was before."))
        return redirect("tracking:dose_change_list")
    context = {"told": tell(row), "decides": decides}
    return render(request, "tracking/dose_change_detail.html", context)

import uuid
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.http import MemberRequest
from tracking.conflict import addresses, when
from tracking.earlier_versions import then_and_now, title
from tracking.models import Revision, SymptomReport
from tracking.revising import MovedOn, bring_back, obstacle


@require_http_methods(["GET", "HEAD", "POST"])
def revision_detail(request: MemberRequest, revision: uuid.UUID) -> HttpResponse:
    mine = Revision.objects.for_member(request.user).for_page()
    row = get_object_or_404(mine, pk=revision)
    if request.method != "POST":
        return revision_page(request, row, hindrance(row))
    sentence = hindrance(row)
    if not sentence:
        try:
            bring_back(row)
        except MovedOn:
            sentence = _("It was changed just now. Look again, then decide.")
    if sentence:
        return revision_page(request, row, sentence, HTTPStatus.CONFLICT)
    messages.success(request, _("It is back."))
    return redirect(addresses(row.row)["page"])


def hindrance(revision: Revision) -> str:
    row = revision.row
    return obstacle(row) if isinstance(row, SymptomReport) else ""


def revision_page(
    request: MemberRequest,
    revision: Revision,
    sentence: str,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    row = revision.row
    context = {
        "revision": revision,
        "row": row,
        "title": title(row),
        "obstacle": sentence,
        "saved_at": when(revision.saved_at),
        "rows": then_and_now(revision, request.user),
        **addresses(row),
    }
    return render(request, "tracking/revision_detail.html", context, status=status)

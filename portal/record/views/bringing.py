import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.http import MemberRequest
from portal.accounts.looking import note_change
from portal.record.bringing import Refused, bring_in
from portal.record.forms.record_upload import RecordUploadForm
from portal.record.models import RecordUpload
from portal.record.tables import BY_NAME, TABLES


@require_http_methods(["GET", "HEAD", "POST"])
def record_import(request: MemberRequest) -> HttpResponse:
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = RecordUploadForm(*sent, member=request.user)
    if form.is_valid():
        return redirect(form.save())
    stays = [(table.words, table.stays) for table in TABLES if table.stays]
    context = {"form": form, "stays": stays}
    status = 422 if form.errors else 200
    return render(request, "record/record_import.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def record_import_detail(request: MemberRequest, upload: uuid.UUID) -> HttpResponse:
    mine = RecordUpload.objects.for_member(request.user).defer("content")
    waiting = get_object_or_404(mine, pk=upload)
    problem = ""
    if request.method == "POST":
        try:
            brought(request, waiting)
        except Refused as refused:
            problem = str(refused)
        else:
            return redirect(waiting)
    rows = in_words(waiting.summary)
    context = {"upload": waiting, "rows": rows, "problem": problem}
    status = 422 if problem else 200
    return render(request, "record/record_import_detail.html", context, status=status)


def brought(request: MemberRequest, upload: RecordUpload) -> None:
    if bring_in(upload, timezone.now()):
        what = _("A record was brought in from a file")
        note_change(member=request.user, actor=request.user, what=what)
        messages.success(request, _("Your record is in."))


def in_words(summary: dict[str, Any]) -> list[dict[str, Any]]:
    """One line a table that has something."""
    counts = {key: summary.get(key, {}) for key in ("new", "same", "kept", "left")}
    return [
        {"words": table.words, **{k: c.get(name, 0) for k, c in counts.items()}}
        for name, table in BY_NAME.items()
        if any(c.get(name) for c in counts.values())
    ]

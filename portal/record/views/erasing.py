import uuid

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from portal.accounts.http import MemberRequest
from portal.record import erasing
from portal.record.models import Erasure, ErasureReceipt
from portal.record.models.erasure import DAYS_TO_CHANGE_ONES_MIND
from portal.record.tables import BY_NAME


@require_http_methods(["GET", "HEAD", "POST"])
@reauthentication_required(allow_get=True)  # type: ignore[untyped-decorator]  # allauth has no types
def erase(request: MemberRequest) -> HttpResponse:
    """What goes and what stays; and the way back, for 14 days."""
    if request.method == "POST":
        erasing.ask(request.user, request.session.session_key)
        return redirect("record:erase")
    context = {
        "erasure": Erasure.objects.for_member(request.user).first(),
        "days": DAYS_TO_CHANGE_ONES_MIND,
    }
    return render(request, "record/erase.html", context)


@require_POST
def erase_undo(request: MemberRequest) -> HttpResponse:
    if erasing.keep(request.user):
        messages.success(request, _("Your record stays. Nothing was erased."))
    return redirect("accounts:me")


@login_not_required
@never_cache
@require_safe
def erasure_receipt(request: HttpRequest, receipt: str) -> HttpResponse:
    """For whoever has the number: it names nobody."""
    number = as_number(receipt)
    waiting = Erasure.objects.filter(pk=number).first()
    done = None if waiting else get_object_or_404(ErasureReceipt, pk=number)
    counts = done.counts if done else {}
    context = {
        "waiting": waiting,
        "done": done,
        "rows": [(BY_NAME[name].words, n) for name, n in counts.items() if n],
    }
    return render(request, "record/erasure_receipt.html", context)


def as_number(text: str) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError:
        raise Http404 from None

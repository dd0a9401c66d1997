import uuid

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.carrying import sent
from portal.accounts.http import MemberRequest
from portal.accounts.looking import note_share
from portal.record.forms import ShareLinkForm
from portal.record.models import ShareLink
from tracking.once import save_once
from tracking.report import SECTIONS


@require_safe
def share_list(request: MemberRequest) -> HttpResponse:
    links = ShareLink.objects.for_member(request.user)
    return render(request, "record/share_list.html", {"links": links})


@reauthentication_required
@require_http_methods(["GET", "HEAD", "POST"])
def share_new(request: MemberRequest) -> HttpResponse:
    """The address and the passcode are shown once, in the answer to the form."""
    form = ShareLinkForm(sent(request), member=request.user)
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "record/share_new.html", {"form": form}, status=status)
    link = save_once(form)
    if not form.made(link):
        messages.info(
            request, _("This link was made before. Its passcode is shown once.")
        )
        return redirect(link)
    what = _("Link to a report, for %(who)s") % {"who": link.recipient}
    note_share(member=request.user, what=what)
    address = request.build_absolute_uri(reverse("record:shared", args=[form.token]))
    context = {"link": link, "address": address, "code": form.code}
    return render(request, "record/share_made.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def share_detail(request: MemberRequest, share: uuid.UUID) -> HttpResponse:
    """One link: who has it, until when, and the button that turns it off."""
    link = get_object_or_404(ShareLink.objects.for_member(request.user), pk=share)
    if request.method == "POST":
        link.revoke()
        messages.success(request, _("The link is turned off. It opens nothing now."))
        return redirect(link)
    shown = [SECTIONS[key] for key in link.sections if key in SECTIONS]
    context = {"link": link, "shown": shown}
    return render(request, "record/share_detail.html", context)

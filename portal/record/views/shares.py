import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.accounts.http import MemberRequest
from portal.record.models import ShareLink


@require_http_methods(["GET", "HEAD", "POST"])
def share_detail(request: MemberRequest, share: uuid.UUID) -> HttpResponse:
    """One link: who has it, until when, and the button that turns it off."""
    link = get_object_or_404(ShareLink.objects.for_member(request.user), pk=share)
    if request.method == "POST":
        link.revoke()
        messages.success(request, _("The link is turned off. It opens nothing now."))
        return redirect(link)
    return render(request, "record/share_detail.html", {"link": link})

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.http import MemberRequest
from tracking.forms import SafetyScreenForm
from tracking.gate import latest_screen
from tracking.models import SafetyScreen
from tracking.once import save_once


@require_http_methods(["GET", "HEAD", "POST"])
def safety(request: MemberRequest) -> HttpResponse:
    latest = latest_screen(request.user)
    is_repeat = latest is not None and str(latest.pk) == request.POST.get("entry")
    lock = latest if latest and latest.is_locked and not is_repeat else None
    data = request.POST if request.method == "POST" else None
    form = SafetyScreenForm(data, member=request.user, lock=lock)
    if form.is_valid():
        screen = save_once(form)
        if screen.is_locked:
            return redirect(screen)
        messages.success(request, _("Thank you. Nothing here says to stop."))
        return redirect("tracking:today")
    status = 422 if form.errors else 200
    context = {"form": form, "lock": lock, "is_first": latest is None}
    return render(request, "tracking/safety.html", context, status=status)


@require_safe
def safety_screen_detail(request: MemberRequest, screen: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(SafetyScreen.objects.for_member(request.user), pk=screen)
    return render(request, "tracking/safety_screen_detail.html", {"screen": row})

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from portal.accounts.carrying import sent
from portal.accounts.forms import ProfileForm
from portal.accounts.http import MemberRequest
from portal.accounts.looking import told
from portal.accounts.models import AccessEntry, Consent

LATEST_LOOKS = 5
LOOKS_A_PAGE = 20


@require_http_methods(["GET", "HEAD", "POST"])
def me(request: MemberRequest) -> HttpResponse:
    """What other apps hold comes through reverse accessors: imports point down."""
    member = request.user
    form = ProfileForm(sent(request), instance=member)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your changes are saved."))
        return redirect("accounts:me")
    context = {
        "form": form,
        "coverages": member.coverages.for_member(member),
        "requests": member.help_requests.for_member(member),
        "enrollments": member.enrollments.for_page(),
        "goals": member.activity_goals.running(),
        "week": getattr(member, "week_plan", None),
        "trials": member.direction_trials.for_member(member),
        "consents": Consent.objects.for_member(member),
        "looks": [
            told(entry, member)
            for entry in AccessEntry.objects.for_member(member)[:LATEST_LOOKS]
        ],
    }
    status = 422 if form.errors else 200
    return render(request, "accounts/me.html", context, status=status)


@require_safe
def consent_detail(request: MemberRequest, consent: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(Consent.objects.for_member(request.user), pk=consent)
    return render(request, "accounts/consent_detail.html", {"consent": row})


@require_safe
def access_entry_list(request: MemberRequest) -> HttpResponse:
    """Newest first; an unknown kind shows all."""
    kind = request.GET.get("kind", "")
    entries = AccessEntry.objects.for_member(request.user)
    if kind in AccessEntry.Action:
        entries = entries.filter(action=kind)
    page = Paginator(entries, LOOKS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page_obj": page,
        "looks": [told(entry, request.user) for entry in page],
        "kinds": AccessEntry.Action.choices,
        "kind": kind if kind in AccessEntry.Action else "",
    }
    return render(request, "accounts/access_entry_list.html", context)


@require_safe
def access_entry_detail(request: MemberRequest, entry: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(AccessEntry.objects.for_member(request.user), pk=entry)
    return render(request, "accounts/access_entry_detail.html", {"entry": row})

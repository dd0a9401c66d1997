import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from portal.accounts.forms import ProfileForm
from portal.accounts.http import MemberRequest
from portal.accounts.models import AccessEntry, Consent


@require_http_methods(["GET", "POST"])
def me(request: MemberRequest) -> HttpResponse:
    """What other apps hold comes through reverse accessors: imports point down."""
    member = request.user
    data = request.POST if request.method == "POST" else None
    form = ProfileForm(data, instance=member)
    if form.is_valid():
        form.save()
        messages.success(request, _("Your changes are saved."))
        return redirect("accounts:me")
    context = {
        "form": form,
        "coverages": member.coverages.for_member(member),
        "enrollments": member.enrollments.for_page(),
        "consents": Consent.objects.for_member(member),
        "access_entries": AccessEntry.objects.for_member(member),
    }
    status = 422 if form.errors else 200
    return render(request, "accounts/me.html", context, status=status)


@require_GET
def consent_detail(request: MemberRequest, pk: uuid.UUID) -> HttpResponse:
    consent = get_object_or_404(Consent.objects.for_member(request.user), pk=pk)
    return render(request, "accounts/consent_detail.html", {"consent": consent})


@require_GET
def access_entry_detail(request: MemberRequest, pk: uuid.UUID) -> HttpResponse:
    entry = get_object_or_404(AccessEntry.objects.for_member(request.user), pk=pk)
    return render(request, "accounts/access_entry_detail.html", {"entry": entry})

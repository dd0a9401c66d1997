"""The coverage officer's queue of help requests, and the invitations they make."""

from itertools import batched
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from portal.address import site_address
from portal.plans.checking.help import answer_request
from portal.plans.checking.inviting import qr_code
from portal.plans.checking.joining import TakenError
from portal.plans.models import Coverage, HelpRequest, Invitation


class AnswerForm(forms.ModelForm[HelpRequest]):
    class Meta:
        model = HelpRequest
        fields = ["state", "answer"]
        widgets: ClassVar[Any] = {
            "state": forms.RadioSelect,
            "answer": forms.Textarea(attrs={"rows": 5, "cols": 60}),
        }

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        asked = self.instance
        taken = Coverage.objects.filter(
            benefit=asked.benefit_id, person=asked.person, ended_on=None
        ).exclude(member=asked.member_id)
        resolves = data.get("state") == HelpRequest.State.RESOLVED
        if resolves and asked.person and taken.exists():
            raise ValidationError(now("Another account has this person's coverage."))
        return data


@admin.register(HelpRequest)
class HelpRequestAdmin(admin.ModelAdmin[HelpRequest]):
    """Resolve or decline, with words for the member. Once answered, it stays."""

    form = AnswerForm
    list_display = ["sponsor", "state", "matches", "asked_at", "answered_at"]
    list_filter = ["state"]
    list_select_related = ["benefit__sponsor"]
    show_facets = admin.ShowFacets.ALWAYS
    fields = [
        "sponsor",
        "member",
        "message",
        "matches",
        "asked_at",
        "state",
        "answer",
        "answered_at",
    ]
    readonly_fields = [
        "sponsor",
        "member",
        "message",
        "matches",
        "asked_at",
        "answered_at",
    ]

    @admin.display(description=_("sponsor"), ordering="benefit__sponsor__name")
    def sponsor(self, obj: HelpRequest) -> str:
        return obj.benefit.sponsor.name

    @admin.display(description=_("found in the sponsor's file"), boolean=True)
    def matches(self, obj: HelpRequest) -> bool:
        return obj.matches_the_file

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(
        self, request: HttpRequest, obj: HelpRequest | None = None
    ) -> bool:
        is_open = obj is None or obj.state == HelpRequest.State.OPEN
        return is_open and super().has_change_permission(request, obj)

    def save_model(
        self, request: HttpRequest, obj: HelpRequest, form: Any, change: bool
    ) -> None:
        if obj.state == HelpRequest.State.OPEN:
            obj.save()
            return
        try:
            answer_request(obj)
        except TakenError:
            self.message_user(request, now("Another account has this coverage."))


@admin.register(Invitation)
class InvitationAdmin(admin.ModelAdmin[Invitation]):
    list_display = ["label", "sponsor", "benefit", "code", "stands_for_code", "ends_on"]
    list_select_related = ["benefit__sponsor"]
    search_fields = ["label", "benefit__sponsor__name", "code"]
    raw_id_fields = ["benefit"]  # the box of autocomplete_fields hides twice the text
    readonly_fields = ["sponsor", "link", "typed", "qr"]
    fields = ["benefit", "label", "stands_for_code", "ends_on", *readonly_fields]

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Invitation | None:
        invitation = super().get_object(request, object_id, from_field)
        if invitation:
            path = invitation.get_absolute_url()
            invitation.whole_address = f"{site_address(request)}{path}"
        return invitation

    @admin.display(description=_("sponsor"), ordering="benefit__sponsor__name")
    def sponsor(self, obj: Invitation) -> str:
        return obj.benefit.sponsor.name if obj.pk else "-"

    @admin.display(description=_("link"))
    def link(self, obj: Invitation) -> str:
        return obj.whole_address or "-"

    @admin.display(description=_("code to type"))
    def typed(self, obj: Invitation) -> str:
        """On paper in 3 groups; typed it counts without the spaces."""
        return " ".join(map("".join, batched(obj.code, 4))) if obj.pk else "-"

    @admin.display(description=_("QR code"))
    def qr(self, obj: Invitation) -> SafeString | str:
        return qr_code(obj) if obj.pk else "-"

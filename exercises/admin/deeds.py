"""The buttons of a page's way: each has a name, a rule who may, and what it does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminDateWidget
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from exercises import publishing
from exercises.admin.roles import Status, may_publish, may_review, wrote_it
from exercises.models import Program, SafetyQuestion


class ApproveForm(forms.Form):
    name = forms.CharField(label=_("Your name"), max_length=70)
    credentials = forms.CharField(
        label=_("Your credentials"),
        max_length=45,
        help_text=_("Such as PT, DPT or MD."),
    )
    review_due_on = forms.DateField(label=_("Next review"), widget=AdminDateWidget)

    def clean_review_due_on(self) -> Any:
        day = self.cleaned_data["review_due_on"]
        if day <= timezone.localdate():
            raise forms.ValidationError(_("The next review is after today."))
        return day

    def signed(self) -> str:
        return f"{self.cleaned_data['name']}, {self.cleaned_data['credentials']}"


class PublishForm(forms.Form):
    publish_on = forms.DateField(
        label=_("Publish on"),
        required=False,
        widget=AdminDateWidget,
        help_text=_("Left empty: now."),
    )

    def is_later(self) -> bool:
        day = self.cleaned_data["publish_on"]
        return bool(day and day > timezone.localdate())


@dataclass(frozen=True)
class Deed:
    name: str
    label: StrOrPromise
    done: StrOrPromise
    may: Callable[[HttpRequest, Any], bool]
    do: Callable[[HttpRequest, Any, Any], Any]
    form: type[forms.Form] | None = None


def may_edit(request: HttpRequest, row: Any) -> bool:
    permission = f"exercises.change_{row._meta.model_name}"
    return request.user.has_perm(permission)


def may_send(request: HttpRequest, row: Any) -> bool:
    return row.status == Status.DRAFT and may_edit(request, row)


def may_give_back(request: HttpRequest, row: Any) -> bool:
    return row.status == Status.IN_REVIEW and may_edit(request, row)


def may_approve(request: HttpRequest, row: Any) -> bool:
    if row.status != Status.IN_REVIEW or not may_review(request):
        return False
    return not wrote_it(request, row)


def may_put_online(request: HttpRequest, row: Any) -> bool:
    if row.status not in {Status.IN_REVIEW, Status.WITHDRAWN}:
        return False
    return may_publish(request) and not wrote_it(request, row)


def may_withdraw(request: HttpRequest, row: Any) -> bool:
    stays = isinstance(row, SafetyQuestion)  # the code asks it by its key
    return row.status == Status.PUBLISHED and not stays and may_publish(request)


def may_begin(request: HttpRequest, row: Any) -> bool:
    return bool(row.is_live and may_edit(request, row))


def may_discard(request: HttpRequest, row: Any) -> bool:
    return row.draft_of_id is not None and may_edit(request, row)


def begin(request: HttpRequest, row: Any, form: Any) -> Any:
    return publishing.working_draft(row, request.user)  # type: ignore[arg-type]  # staff are members


def may_copy(request: HttpRequest, row: Any) -> bool:
    return isinstance(row, Program) and request.user.has_perm("exercises.add_program")


def copy(request: HttpRequest, row: Any, form: Any) -> Any:
    return publishing.copy_program(row, request.user)  # type: ignore[arg-type]  # staff are members


def send(request: HttpRequest, row: Any, form: Any) -> Any:
    publishing.send(row)
    return row


def give_back(request: HttpRequest, row: Any, form: Any) -> Any:
    publishing.give_back(row)
    return row


def approve(request: HttpRequest, row: Any, form: ApproveForm) -> Any:
    publishing.approve(row, form.signed(), form.cleaned_data["review_due_on"])
    return row


def put_online(request: HttpRequest, row: Any, form: PublishForm) -> Any:
    if form.is_later() and row.status == Status.IN_REVIEW:
        publishing.publish_later(row, form.cleaned_data["publish_on"])
        return row
    return publishing.publish(row)


def withdraw(request: HttpRequest, row: Any, form: Any) -> Any:
    publishing.withdraw(row)
    return row


def discard(request: HttpRequest, row: Any, form: Any) -> Any:
    live = row.draft_of
    row.delete()
    return live


DEEDS = {
    deed.name: deed
    for deed in (
        Deed(
            "edit",
            _("Edit"),
            _(
                "This is a working draft. Readers keep the page as it is until the draft is published."
            ),
            may_begin,
            begin,
        ),
        Deed("send", _("Send to review"), _("Sent to review."), may_send, send),
        Deed(
            "approve",
            _("Approve"),
            _("Approved. The review is recorded."),
            may_approve,
            approve,
            ApproveForm,
        ),
        Deed(
            "publish",
            _("Publish"),
            _("Published."),
            may_put_online,
            put_online,
            PublishForm,
        ),
        Deed(
            "give-back",
            _("Back to draft"),
            _("It is a draft again."),
            may_give_back,
            give_back,
        ),
        Deed(
            "withdraw",
            _("Withdraw"),
            _("Withdrawn. Readers no longer meet it."),
            may_withdraw,
            withdraw,
        ),
        Deed(
            "copy",
            _("Copy the program"),
            _("This is the copy, a draft of its own."),
            may_copy,
            copy,
        ),
        Deed(
            "discard",
            _("Throw the draft away"),
            _("The draft is gone. Its versions stay in the history."),
            may_discard,
            discard,
        ),
    )
}


def deed_or_refusal(request: HttpRequest, row: Any, name: str) -> Deed:
    deed = DEEDS.get(name)
    if deed is None or not deed.may(request, row):
        raise PermissionDenied(now("You may not do this to this page."))
    return deed


def first_values(request: HttpRequest) -> dict[str, Any]:
    day = timezone.localdate()
    return {
        "name": request.user.get_full_name() if request.user.is_authenticated else "",
        "review_due_on": day.replace(year=day.year + 1, day=min(day.day, 28)),
    }

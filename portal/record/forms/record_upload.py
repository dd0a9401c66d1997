import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import Member
from portal.record.bringing import Refused, Summary, try_out
from portal.record.models import RecordUpload
from portal.record.reading_in import read_in
from portal.record.table import Row


class RecordUploadForm(forms.Form):
    """A file that is looked at now, and brought in after a yes."""

    entry = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    file = forms.FileField(
        label=_("Your record, as JSON"),
        help_text=_("The file that you saved on the other site: my-record.json"),
        error_messages={
            "required": _("Choose the file."),
            "empty": _("The file is empty. Save it again, and send that."),
        },
        widget=forms.FileInput(attrs={"accept": "application/json,.json"}),
    )

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        self.member, self.summary = member, Summary()
        super().__init__(*args, **kwargs)

    def clean_file(self) -> Row:
        record = read_in(self.cleaned_data["file"])
        try:
            self.summary = try_out(self.member, record)
        except Refused as refused:
            raise ValidationError(str(refused)) from None
        return record

    def save(self) -> RecordUpload:
        """Sent twice, it waits once. Another's number gets one of its own."""
        mine = RecordUpload.objects.for_member(self.member)
        earlier = mine.filter(pk=self.cleaned_data["entry"]).first()
        return earlier or RecordUpload.objects.create(
            member=self.member,
            content=self.cleaned_data["file"],
            summary=self.summary.as_json(),
        )

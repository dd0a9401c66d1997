from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminFileWidget
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from exercises.admin.checklist import HasChecklist
from exercises.admin.roles import may_review
from exercises.admin.widths import WIDE
from exercises.models import Picture
from exercises.reencoding import WebP, reencode


class PictureField(forms.FileField):
    """Takes what a browser sends and gives a WebP made from its pixels."""

    widget = AdminFileWidget(attrs={"accept": "image/jpeg,image/png,image/webp"})

    def to_python(self, data: Any) -> Any:
        sent = super().to_python(data)
        return reencode(sent) if sent else sent


class PictureForm(forms.ModelForm[Picture]):
    file = PictureField(
        label=_("Picture"),
        help_text=_(
            "JPEG, PNG or WebP, up to 8 MB. It is made smaller, and what the camera "
            "noted, such as the place, is taken out."
        ),
    )
    people_agreed = forms.BooleanField(
        label=_("Nobody in it can be recognized, or they agreed in writing.")
    )

    def save(self, commit: bool = True) -> Picture:
        file = self.cleaned_data["file"]
        if isinstance(file, WebP):
            self.instance.width, self.instance.height = file.width, file.height
        return super().save(commit)


@admin.register(Picture)
class PictureAdmin(HasChecklist[Picture]):
    form = PictureForm
    list_display = ["description", "author", "licence", "added_at"]
    list_filter = ["licence"]
    search_fields = ["description", "author"]
    formfield_overrides = WIDE
    readonly_fields = ["preview", "shown_by"]
    fields = [
        "preview",
        "file",
        "description",
        "people_agreed",
        ("author", "licence"),
        "source",
        "shown_by",
    ]

    @admin.display(description=_("as readers see it"))
    def preview(self, picture: Picture) -> str:
        if not picture.pk:
            return now("Save it, and it is shown here.")
        return format_html(
            '<img src="{}" width="{}" height="{}" alt="{}">',
            picture.file.url,
            *fitted(picture, 320),
            picture.description,
        )

    @admin.display(description=_("shown by"))
    def shown_by(self, picture: Picture) -> str | SafeString:
        titles = picture.exercises.values_list("title") if picture.pk else []
        names = format_html_join(", ", "{}", titles)
        return names or now("No exercise yet. Open an exercise and choose it there.")

    def save_model(
        self, request: HttpRequest, obj: Picture, form: Any, change: bool
    ) -> None:
        super().save_model(request, obj, form, change)
        if change and form.has_changed() and not may_review(request):
            take_reviews_off(request, obj)


def take_reviews_off(request: HttpRequest, picture: Picture) -> None:
    """A review holds for what was seen."""
    reviewed = picture.exercises.exclude(reviewed_by="")
    if reviewed.update(reviewed_by="", reviewed_on=None, review_due_on=None):
        text = _("The picture changed, so the review of its exercises was taken off.")
        messages.warning(request, text)


def fitted(picture: Picture, side: int) -> tuple[int, int]:
    share = min(1, side / max(picture.width, picture.height))
    return round(picture.width * share), round(picture.height * share)

from typing import Any

from django.contrib import admin, messages
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext as _

from exercises.admin.roles import may_review
from exercises.models import Content


class TakesReviewOff[Row: models.Model](admin.ModelAdmin[Row]):
    """A review holds for the words that were read: an author's change ends it."""

    def page_of(self, row: Any) -> Content:
        page: Content = row
        return page

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Any, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        if not any(one.has_changed() for one in [form, *formsets]):
            return
        page = self.page_of(form.instance)
        if page.reviewed_by and not may_review(request):
            page.reviewed_by, page.reviewed_on, page.review_due_on = "", None, None
            messages.warning(
                request, _("The text changed, so its review was taken off.")
            )
        page.save()

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from portal.plans.eligibility.columns import COLUMNS
from portal.plans.eligibility.forms import UploadForm
from portal.plans.eligibility.using import undo, use
from portal.plans.models import EligibilityFile
from portal.plans.spreadsheet import csv_response

SHOWN_WRONG = 20
MANY_GONE = 5  # one in 5: a file that was cut off looks like this
DEEDS: dict[str, tuple[Callable[[EligibilityFile], None], Any]] = {
    "use": (use, _("This file is now in effect.")),
    "undo": (undo, _("Undone. The file before it is in effect again.")),
}


@admin.register(EligibilityFile)
class EligibilityFileAdmin(admin.ModelAdmin[EligibilityFile]):
    """A file is uploaded, checked, used and undone. It is never edited."""

    list_display = [
        "__str__",
        "sponsor",
        "kind",
        "state",
        "people_count",
        "wrong_count",
        "uploaded_at",
    ]
    list_filter = ["state", "kind"]
    list_select_related = ["sponsor"]
    search_fields = ["sponsor__name"]
    show_facets = admin.ShowFacets.ALWAYS
    fields = [
        ("sponsor", "kind", "effective_on"),
        "state",
        ("people_count", "new_count", "gone_count", "wrong_count"),
        ("uploaded_at", "used_at", "former"),
    ]
    readonly_fields = [
        "sponsor",
        "kind",
        "effective_on",
        "state",
        "people_count",
        "new_count",
        "gone_count",
        "wrong_count",
        "uploaded_at",
        "used_at",
        "former",
    ]
    change_form_template = "admin/plans/eligibilityfile/change_form.html"

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Its rows go by housekeeping; that it was there stays."""
        return False

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        name = "plans_eligibilityfile"
        own = [
            path(
                f"<int:pk>/{deed}/",
                view(partial(self.deed_view, deed)),
                name=f"{name}_{deed}",
            )
            for deed in DEEDS
        ]
        wrong = path("<int:pk>/wrong.csv", view(self.wrong_view), name=f"{name}_wrong")
        return [*own, wrong, *super().get_urls()]

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = UploadForm(request.POST or None, request.FILES or None)
        if form.is_valid():
            file = form.save()
            self.log_addition(request, file, [{"added": {}}])
            return redirect("admin:plans_eligibilityfile_change", file.pk)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": now("Check an eligibility file"),
            "form": form,
        }
        template = "admin/plans/eligibilityfile/upload.html"
        status = 422 if form.errors else 200
        return TemplateResponse(request, template, context, status=status)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: Any = None,
    ) -> HttpResponse:
        file = self.get_object(request, object_id)
        extra = {**(extra_context or {}), **(page_of(file) if file else {})}
        return super().change_view(request, object_id, form_url, extra)

    def deed_view(self, deed: str, request: HttpRequest, pk: int) -> HttpResponse:
        file = get_object_or_404(EligibilityFile, pk=pk)
        if request.method != "POST" or not self.has_change_permission(request, file):
            raise PermissionDenied
        act, told = DEEDS[deed]
        try:
            act(file)
        except ValidationError as error:
            messages.error(request, error.messages[0])
        else:
            self.log_change(request, file, [{"changed": {"fields": [deed]}}])
            messages.success(request, str(told))
        return redirect("admin:plans_eligibilityfile_change", pk)

    def wrong_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        file = get_object_or_404(EligibilityFile, pk=pk)
        if not self.has_view_permission(request, file):
            raise PermissionDenied
        head = [now("line"), now("column"), now("what is wrong")]
        return csv_response("wrong-lines", [head, *wrong_of(file)])


def wrong_of(file: EligibilityFile) -> list[tuple[int, str, str]]:
    """With the headings of the file itself."""
    return [
        (line, file.mapping.get(column, column), reason)
        for line, column, reason in file.wrong
    ]


def page_of(file: EligibilityFile) -> dict[str, Any]:
    former = file.former
    before = former.people_count if former else 0
    return {
        "file": file,
        "wrong": wrong_of(file)[:SHOWN_WRONG],
        "columns": [(COLUMNS[n][0], theirs) for n, theirs in file.mapping.items()],
        "not_in_it": [
            words
            for name, (words, _others) in COLUMNS.items()
            if name not in file.mapping
        ],
        "many_gone": before and file.gone_count * MANY_GONE > before,
        "is_older": former and file.effective_on < former.effective_on,
        "other_key": former and former.key_id != file.key_id,
        "use_url": reverse("admin:plans_eligibilityfile_use", args=[file.pk]),
        "undo_url": reverse("admin:plans_eligibilityfile_undo", args=[file.pk]),
        "wrong_url": reverse("admin:plans_eligibilityfile_wrong", args=[file.pk]),
    }

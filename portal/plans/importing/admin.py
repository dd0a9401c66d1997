from typing import Any, ClassVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as now
from import_export.admin import ImportMixin
from import_export.formats.base_formats import CSV, XLSX


class DirectoryImportMixin(ImportMixin):  # type: ignore[misc]  # untyped
    import_formats: ClassVar[Any] = [CSV, XLSX]

    def process_import(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """A file is kept until it is confirmed once."""
        try:
            response: HttpResponse = super().process_import(request, **kwargs)
        except FileNotFoundError:
            told = now("This file has been imported, or is kept no longer. Look below.")
            messages.warning(request, told)
            return redirect("admin:plans_directoryimport_changelist")
        return response

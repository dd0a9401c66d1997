from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as now
from import_export.admin import ImportMixin
from import_export.formats.base_formats import CSV, XLSX
from import_export.forms import ImportForm

MOST_BYTES = 50 * 1024 * 1024  # it is read into memory whole


class DirectoryImportForm(ImportForm):  # type: ignore[misc]  # untyped
    def clean_import_file(self) -> "UploadedFile[bytes]":
        upload: UploadedFile[bytes] = self.cleaned_data["import_file"]
        if (upload.size or 0) > MOST_BYTES:
            raise ValidationError(now("It is larger than 50 MB. Import it in parts."))
        return upload


class DirectoryImportMixin(ImportMixin):  # type: ignore[misc]  # untyped
    import_formats: ClassVar[Any] = [CSV, XLSX]
    import_form_class = DirectoryImportForm

    def add_data_read_fail_error_to_form(self, form: Form, _error: Exception) -> None:
        """The package names the class of the error, which helps nobody."""
        told = now(
            "It cannot be read. Choose a CSV file in UTF-8 or an XLSX file, and its own"
            " format below."
        )
        form.add_error("import_file", told)

    def process_import(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """A file is kept until it is confirmed once."""
        try:
            response: HttpResponse = super().process_import(request, **kwargs)
        except FileNotFoundError:
            told = now("This file has been imported, or is kept no longer. Look below.")
            messages.warning(request, told)
            return redirect("admin:plans_directoryimport_changelist")
        return response

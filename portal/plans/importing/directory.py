"""What each file of the directory has in common: lists in a cell, and a way back."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.html import escape
from django.utils.translation import gettext as _
from import_export import resources

from portal.plans.importing.snapshot import Snapshot
from portal.plans.models import DirectoryImport

YES, NO = ("1", "yes", "true"), ("0", "no", "false")


def listed(row: Mapping[str, Any], column: str) -> list[str]:
    """Lists stand in one cell, with semicolons between."""
    cell = str(row.get(column) or "")
    return list(dict.fromkeys(part.strip() for part in cell.split(";") if part.strip()))


def refuse_others(row: Mapping[str, Any], column: str, known: Iterable[str]) -> None:
    if missing := set(listed(row, column)) - set(known):
        text = _("%(column)s: there is no %(name)s.")
        params = {"column": column, "name": ", ".join(sorted(missing))}
        raise ValidationError(text % params)


def yes_or_no(column: str, cell: object) -> str:
    text = str(cell).strip().lower()
    if text not in YES + NO:
        told = _("%(column)s: it takes yes or no.")
        raise ValidationError(told % {"column": column})
    return "1" if text in YES else "0"


class PlainDiff(resources.Diff):  # type: ignore[misc]  # the package has no types
    """The package colors a change with inline styles, which our pages do not have."""

    def __init__(self, resource: Any, instance: Any, new: bool) -> None:
        self.left = self.read(resource, instance)
        self.right: list[object] = []
        self.new = new

    def compare_with(self, resource: Any, instance: Any) -> None:
        self.right = self.read(resource, instance)

    def read(self, resource: Any, instance: Any) -> list[object]:
        """Also columns that are no field of the model, which the package leaves out."""
        fields = resource.get_import_fields()
        return [resource.export_field(field, instance) for field in fields]

    def as_html(self) -> list[str]:
        was = [""] * len(self.right) if self.new else self.left
        pairs = zip(was, self.right, strict=True)
        return [self.change(str(old), str(new)) for old, new in pairs]

    def change(self, old: str, new: str) -> str:
        if old == new or not old:
            return escape(new)
        return f"{escape(old)} → {escape(new)}"


class DirectoryResource(resources.ModelResource):  # type: ignore[misc]  # the same
    """Keeps what stood there before, so that the whole file can be undone."""

    kind: DirectoryImport.Kind
    before: dict[int, Snapshot]

    def get_diff_class(self) -> type[resources.Diff]:
        return PlainDiff

    def after_import(self, dataset: Any, result: Any, **kwargs: Any) -> None:
        super().after_import(dataset, result, **kwargs)
        if kwargs.get("dry_run") or result.has_errors():
            return
        made = [row.object_id for row in result.rows if row.is_new()]
        changed = {row.object_id for row in result.rows if row.is_update()}
        DirectoryImport.objects.create(
            kind=self.kind,
            file_name=str(kwargs.get("file_name") or "")[:200],
            made=made,
            before=[shot for pk, shot in self.before.items() if pk in changed],
        )

"""What the columns of a file mean. Lists stand in one cell, with semicolons between."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.html import escape
from django.utils.text import slugify
from django.utils.translation import gettext as _
from import_export import fields, resources, widgets

from portal.plans.importing.snapshot import Snapshot, name_anew, taken
from portal.plans.models import DirectoryImport, Sponsor, SponsorDomain

COLUMNS = ("slug", "name", "kind", "places", "is_searchable", "parent", "health_plans")
LISTS = ("aliases", "former_names", "domains")


def listed(row: Mapping[str, Any], column: str) -> list[str]:
    cell = str(row.get(column) or "")
    return list(dict.fromkeys(part.strip() for part in cell.split(";") if part.strip()))


class PlainDiff(resources.Diff):  # type: ignore[misc]  # the package has no types
    """The package colors a change with inline styles, which our pages do not have."""

    def as_html(self) -> list[str]:
        was = [""] * len(self.right) if self.new else self.left
        pairs = zip(was, self.right, strict=True)
        return [self.change(str(old), str(new)) for old, new in pairs]

    def change(self, old: str, new: str) -> str:
        if old == new or not old:
            return escape(new)
        return f"{escape(old)} → {escape(new)}"


class SponsorResource(resources.ModelResource):  # type: ignore[misc]  # the same
    parent = fields.Field(
        attribute="parent",
        column_name="parent",
        widget=widgets.ForeignKeyWidget(Sponsor, "slug"),
    )
    health_plans = fields.Field(
        attribute="health_plans",
        column_name="health_plans",
        widget=widgets.ManyToManyWidget(Sponsor, separator=";", field="slug"),
    )

    class Meta:
        model = Sponsor
        fields = COLUMNS
        import_order = COLUMNS
        import_id_fields = ("slug",)
        clean_model_instances = True
        use_transactions = True

    def get_diff_class(self) -> type[resources.Diff]:
        return PlainDiff

    def before_import(self, dataset: Any, **kwargs: Any) -> None:
        """A file without addresses gets them from the names."""
        if "name" not in (dataset.headers or []):
            raise ValidationError(_("There is no column called name."))
        if "slug" not in dataset.headers:
            slugs = [slugify(str(name or ""))[:80] for name in dataset["name"]]
            dataset.append_col(slugs, header="slug")
        self.before = {
            sponsor.slug: taken(sponsor)
            for sponsor in Sponsor.objects.filter(slug__in=dataset["slug"])
        }

    def before_import_row(self, row: dict[str, Any], **kwargs: Any) -> None:
        row["slug"] = row.get("slug") or slugify(str(row.get("name") or ""))[:80]
        row["kind"] = row.get("kind") or Sponsor.Kind.EMPLOYER
        if row.get("is_searchable") in (None, ""):
            row["is_searchable"] = "1"
        self.refuse_unknown(row, "parent")
        self.refuse_unknown(row, "health_plans")

    def refuse_unknown(self, row: dict[str, Any], column: str) -> None:
        asked = set(listed(row, column))
        known = Sponsor.objects.filter(slug__in=asked).values_list("slug", flat=True)
        if missing := asked - set(known):
            text = _("%(column)s: there is no sponsor with the address %(slug)s.")
            params = {"column": column, "slug": ", ".join(sorted(missing))}
            raise ValidationError(text % params)

    def after_save_instance(
        self, instance: Sponsor, row: dict[str, Any], **kwargs: Any
    ) -> None:
        """A column that is not in the file leaves what is there."""
        if not any(column in row for column in LISTS):
            return
        stand = taken(instance)
        names = {n: f for n, f in stand["aliases"] if self.stays(row, is_former=f)}
        names |= dict.fromkeys(listed(row, "former_names"), True)
        names |= dict.fromkeys(listed(row, "aliases"), False)
        domains = listed(row, "domains") if "domains" in row else stand["domains"]
        for domain in domains:
            SponsorDomain(sponsor=instance, domain=domain).clean_fields()
        name_anew(instance, names, domains)

    def stays(self, row: Mapping[str, Any], *, is_former: bool) -> bool:
        return ("former_names" if is_former else "aliases") not in row

    def after_import(self, dataset: Any, result: Any, **kwargs: Any) -> None:
        super().after_import(dataset, result, **kwargs)
        if kwargs.get("dry_run") or result.has_errors():
            return
        made = [row.object_id for row in result.rows if row.is_new()]
        DirectoryImport.objects.create(
            file_name=str(kwargs.get("file_name") or "")[:200],
            made=made,
            before=self.changed(result),
        )

    def changed(self, result: Any) -> list[Snapshot]:
        touched = {row.object_id for row in result.rows if row.is_update()}
        return [shot for shot in self.before.values() if shot["pk"] in touched]

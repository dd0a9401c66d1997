"""What the columns of a file of sponsors mean."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _
from import_export import fields, widgets

from portal.plans.importing.directory import DirectoryResource, listed, refuse_others
from portal.plans.importing.snapshot import name_anew, taken
from portal.plans.models import DirectoryImport, Sponsor, SponsorDomain

COLUMNS = ("slug", "name", "kind", "places", "is_searchable", "parent", "health_plans")
LISTS = ("aliases", "former_names", "domains")


class SponsorResource(DirectoryResource):
    kind = DirectoryImport.Kind.SPONSORS
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

    def before_import(self, dataset: Any, **kwargs: Any) -> None:
        """A file without addresses gets them from the names."""
        if "name" not in (dataset.headers or []):
            raise ValidationError(_("There is no column called name."))
        if "slug" not in dataset.headers:
            slugs = [slugify(str(name or ""))[:80] for name in dataset["name"]]
            dataset.append_col(slugs, header="slug")
        self.before = {
            sponsor.pk: taken(sponsor)
            for sponsor in Sponsor.objects.filter(slug__in=dataset["slug"])
        }

    def before_import_row(self, row: dict[str, Any], **kwargs: Any) -> None:
        row["slug"] = row.get("slug") or slugify(str(row.get("name") or ""))[:80]
        row["kind"] = row.get("kind") or Sponsor.Kind.EMPLOYER
        if row.get("is_searchable") in (None, ""):
            row["is_searchable"] = "1"
        for column in ("parent", "health_plans"):
            asked = Sponsor.objects.filter(slug__in=listed(row, column))
            refuse_others(row, column, asked.values_list("slug", flat=True))

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

"""What the columns of a file of sponsors mean."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _
from import_export import fields, widgets

from portal.plans.importing.directory import (
    DirectoryResource,
    listed,
    refuse_others,
    yes_or_no,
)
from portal.plans.importing.snapshot import name_anew, taken
from portal.plans.models import DirectoryImport, Sponsor, SponsorAlias, SponsorDomain

WHEN_EMPTY = {"kind": Sponsor.Kind.EMPLOYER, "is_searchable": "1"}
LISTS = ("aliases", "former_names", "domains")
COLUMNS = (
    *("slug", "name", "kind", "places", "is_searchable", *LISTS),
    *("parent", "health_plans"),
)


def names_of(sponsor: Sponsor, *, is_former: bool) -> str:
    """As a file has them."""
    if not sponsor.pk:
        return ""
    return "; ".join(map(str, sponsor.aliases.filter(is_former=is_former)))


class SponsorResource(DirectoryResource):
    seen: set[str]
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
    aliases = fields.Field(column_name="aliases")
    former_names = fields.Field(column_name="former_names")
    domains = fields.Field(column_name="domains")

    class Meta:
        model = Sponsor
        fields = COLUMNS
        import_order = COLUMNS
        import_id_fields = ("slug",)
        clean_model_instances = True
        use_transactions = True

    def dehydrate_aliases(self, sponsor: Sponsor) -> str:
        return names_of(sponsor, is_former=False)

    def dehydrate_former_names(self, sponsor: Sponsor) -> str:
        return names_of(sponsor, is_former=True)

    def dehydrate_domains(self, sponsor: Sponsor) -> str:
        return "; ".join(map(str, sponsor.domains.all())) if sponsor.pk else ""

    def before_import(self, dataset: Any, **kwargs: Any) -> None:
        """A file without addresses gets them from the names."""
        if "name" not in (dataset.headers or []):
            raise ValidationError(_("There is no column called name."))
        if "slug" not in dataset.headers:
            dataset.append_col([""] * dataset.height, header="slug")
        self.before, self.seen = {}, set()

    def before_import_row(self, row: dict[str, Any], **kwargs: Any) -> None:
        row["slug"] = row.get("slug") or slugify(str(row.get("name") or ""))[:80]
        self.refuse_twice(row["slug"])
        self.fill(row, is_new=not Sponsor.objects.filter(slug=row["slug"]).exists())
        if "is_searchable" in row:
            row["is_searchable"] = yes_or_no("is_searchable", row["is_searchable"])
        for column in ("parent", "health_plans"):
            asked = Sponsor.objects.filter(slug__in=listed(row, column))
            refuse_others(row, column, asked.values_list("slug", flat=True))

    def refuse_twice(self, slug: str) -> None:
        """The second of two companies with one name would replace the first."""
        if slug in self.seen:
            text = _("slug: %(slug)s stands in this file before.")
            raise ValidationError(text % {"slug": slug})
        self.seen.add(slug)

    def fill(self, row: dict[str, Any], *, is_new: bool) -> None:
        """What is left empty. A sponsor that is there stays as findable as it was."""
        for name, value in WHEN_EMPTY.items():
            if row.get(name) in (None, ""):
                row[name] = value
                if not is_new:
                    del row[name]

    def import_instance(
        self, instance: Sponsor, row: dict[str, Any], **kwargs: Any
    ) -> None:
        if instance.pk:
            self.before.setdefault(instance.pk, taken(instance))
        super().import_instance(instance, row, **kwargs)

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
        for name in names:
            SponsorAlias(sponsor=instance, name=name).clean_fields()
        name_anew(instance, names, domains)

    def stays(self, row: Mapping[str, Any], *, is_former: bool) -> bool:
        return ("former_names" if is_former else "aliases") not in row

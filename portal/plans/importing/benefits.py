"""What the columns of a file of benefits mean: a row for what a sponsor offers from a day."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from import_export import fields, widgets

from exercises.models import Program
from portal.plans.importing.benefit_snapshot import ASKS, choose_anew, taken
from portal.plans.importing.directory import (
    DirectoryResource,
    listed,
    refuse_others,
    yes_or_no,
)
from portal.plans.models import Benefit, DirectoryImport, PlanOption, Sponsor

KEY = ("sponsor", "program", "starts_on")
COLUMNS = (
    *KEY,
    *("ends_on", "cost_line", "payer_line", "who_can_join", "covers_dependants"),
    *("minimum_age", "verification", "code", "asks", "plans", "other_plans"),
    "checked_on",
)
WHEN_EMPTY = {"minimum_age": "18", "verification": "none", "covers_dependants": "no"}
DAYS = ("starts_on", "ends_on", "checked_on")
OPTION = re.compile(r"(?P<name>.+?)\s*(?:\[(?P<code>[^\[\]]*)\])?")

type Row = dict[str, Any]


class ProgramWidget(widgets.ForeignKeyWidget):  # type: ignore[misc]  # no types
    """A program that members can join; a working draft has the same address."""

    def get_queryset(self, value: Any, row: Row, *args: Any, **kwargs: Any) -> Any:
        return Program.objects.published()


def option_in(text: str, *, is_included: bool) -> PlanOption:
    """A plan with its code in the eligibility file in brackets: Heron Gold [GOLD]."""
    found = OPTION.fullmatch(text)
    assert found is not None  # noqa: S101  # a listed text is never empty
    option = PlanOption(
        name=found["name"], code=found["code"] or "", is_included=is_included
    )
    option.clean_fields(exclude=["benefit"])
    return option


def options_in(row: Mapping[str, Any]) -> list[PlanOption]:
    pairs = (("plans", True), ("other_plans", False))
    return [
        option_in(text, is_included=is_included)
        for column, is_included in pairs
        for text in listed(row, column)
    ]


def shown(benefit: Benefit, *, is_included: bool) -> str:
    """The plan options as a file has them."""
    if not benefit.pk:
        return ""
    options = benefit.options.filter(is_included=is_included)
    return "; ".join(f"{o.name} [{o.code}]" if o.code else o.name for o in options)


def day_in(row: Row, column: str) -> dt.date | None:
    cell = row[column]
    day: dt.date | None
    try:
        day = widgets.DateWidget().clean(cell)
    except ValueError as error:
        text = _("%(column)s: write a day like 2027-01-31.")
        raise ValidationError(text % {"column": column}) from error
    return day.date() if isinstance(day, dt.datetime) else day


class BenefitResource(DirectoryResource):
    kind = DirectoryImport.Kind.BENEFITS
    sponsor = fields.Field(
        attribute="sponsor",
        column_name="sponsor",
        widget=widgets.ForeignKeyWidget(Sponsor, "slug"),
    )
    program = fields.Field(
        attribute="program",
        column_name="program",
        widget=ProgramWidget(Program, "slug"),
    )
    asks = fields.Field(column_name="asks")
    plans = fields.Field(column_name="plans")
    other_plans = fields.Field(column_name="other_plans")

    class Meta:
        model = Benefit
        fields = COLUMNS
        import_order = COLUMNS
        import_id_fields = KEY
        clean_model_instances = True
        use_transactions = True

    def dehydrate_asks(self, benefit: Benefit) -> str:
        return "; ".join(name for name in ASKS if getattr(benefit, f"asks_{name}"))

    def dehydrate_plans(self, benefit: Benefit) -> str:
        return shown(benefit, is_included=True)

    def dehydrate_other_plans(self, benefit: Benefit) -> str:
        return shown(benefit, is_included=False)

    def before_import(self, dataset: Any, **kwargs: Any) -> None:
        if missing := [name for name in KEY if name not in (dataset.headers or [])]:
            text = _("There is no column called %(names)s.")
            raise ValidationError(text % {"names": ", ".join(missing)})
        self.before = {}

    def before_import_row(self, row: Row, **kwargs: Any) -> None:
        slugs = Sponsor.objects.filter(slug=row.get("sponsor"))
        programs = Program.objects.published().filter(slug=row.get("program"))
        for column, known in (("sponsor", slugs), ("program", programs)):
            refuse_others(row, column, known.values_list("slug", flat=True))
        refuse_others(row, "asks", ASKS)
        if empty := [name for name in KEY if not row.get(name)]:
            text = _("%(names)s: this is needed.")
            raise ValidationError(text % {"names": ", ".join(empty)})
        self.make_plain(row)

    def make_plain(self, row: Row) -> None:
        """What a spreadsheet and a person write, as a field takes it."""
        for name, value in WHEN_EMPTY.items():
            if name in row and row[name] in (None, ""):
                row[name] = value
        if not row.get("checked_on"):
            row.pop("checked_on", None)
        for name in DAYS:
            if name in row:
                row[name] = day_in(row, name)
        if "who_can_join" in row:
            row["who_can_join"] = "\n".join(listed(row, "who_can_join"))
        if "covers_dependants" in row:
            family = yes_or_no("covers_dependants", row["covers_dependants"])
            row["covers_dependants"] = family

    def import_instance(self, instance: Benefit, row: Row, **kwargs: Any) -> None:
        """A column that is not in the file leaves what is there."""
        if instance.pk:
            self.before.setdefault(instance.pk, taken(instance))
        super().import_instance(instance, row, **kwargs)
        instance.verification = instance.verification or Benefit.Verification.NONE
        if not (instance.pk or row.get("checked_on")):
            instance.checked_on = timezone.localdate()
        if "asks" in row:
            asked = listed(row, "asks")
            for name in ASKS:
                setattr(instance, f"asks_{name}", name in asked)

    def after_save_instance(self, instance: Benefit, row: Row, **kwargs: Any) -> None:
        if "plans" in row or "other_plans" in row:
            choose_anew(instance, options_in(row))

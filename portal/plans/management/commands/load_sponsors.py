import datetime as dt
import json
from pathlib import Path
from typing import Any, TypedDict

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from exercises.models import Program
from portal.plans.models import (
    Benefit,
    PlanOption,
    Sponsor,
    SponsorAlias,
    SponsorDomain,
)
from portal.plans.search import index

SPONSORS = Path(__file__).parents[2] / "sponsors.json"
PROGRAM = "sciatica-12-weeks"


class BenefitRow(TypedDict):
    starts_in_days: int
    ends_in_days: int | None
    checked_in_days: int
    cost_line: str
    payer_line: str
    who_can_join: list[str]
    included_plans: list[str]
    other_plans: list[str]
    covers_dependants: bool
    minimum_age: int
    verification: str
    asks: list[str]
    code: str


class SponsorRow(TypedDict):
    name: str
    slug: str
    kind: str
    places: str
    aliases: list[str]
    former_names: list[str]
    domains: list[str]
    parent: str
    health_plans: list[str]
    link_code: str
    benefit: BenefitRow | None


class Command(BaseCommand):
    help = "Load the invented sponsors of the demo. Safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--today",
            type=dt.date.fromisoformat,
            default=timezone.localdate(),
            help="The day that their dates count from. Default: today.",
        )

    @transaction.atomic
    def handle(self, *, today: dt.date, **options: Any) -> None:
        program = Program.objects.published().filter(slug=PROGRAM).first()
        if program is None:
            raise CommandError(f"There is no program {PROGRAM!r}. Load the content.")
        rows: list[SponsorRow] = json.loads(SPONSORS.read_text(encoding="utf-8"))
        for row in rows:
            sponsor = load_sponsor(row)
            if row["benefit"]:
                load_benefit(row["benefit"], sponsor, program, today)
        for row in rows:
            link(row)
        self.stdout.write(f"{len(rows)} sponsors")


def load_sponsor(row: SponsorRow) -> Sponsor:
    """One with a code in the file is not found by search."""
    fields: dict[str, Any] = {key: row[key] for key in ("name", "kind", "places")}
    if row["link_code"]:
        fields |= {"link_code": row["link_code"], "is_searchable": False}
    sponsor, _created = Sponsor.objects.update_or_create(
        slug=row["slug"], defaults=fields
    )
    load_names(row, sponsor)
    for domain in row["domains"]:
        SponsorDomain.objects.get_or_create(sponsor=sponsor, domain=domain)
    index(sponsor)
    return sponsor


def load_names(row: SponsorRow, sponsor: Sponsor) -> None:
    names = dict.fromkeys(row["aliases"], False)
    names |= dict.fromkeys(row["former_names"], True)
    sponsor.aliases.exclude(name__in=names).delete()
    SponsorAlias.objects.bulk_create(
        (
            SponsorAlias(sponsor=sponsor, name=name, is_former=is_former)
            for name, is_former in names.items()
        ),
        ignore_conflicts=True,
    )


def link(row: SponsorRow) -> None:
    """When all are there: whom each belongs with."""
    sponsor = Sponsor.objects.get(slug=row["slug"])
    sponsor.parent = Sponsor.objects.filter(slug=row["parent"]).first()
    sponsor.save(update_fields=["parent"])
    sponsor.health_plans.set(Sponsor.objects.filter(slug__in=row["health_plans"]))


def load_benefit(
    row: BenefitRow, sponsor: Sponsor, program: Program, today: dt.date
) -> None:
    def day(days: int) -> dt.date:
        return today + dt.timedelta(days=days)

    ends = row["ends_in_days"]
    benefit, _created = Benefit.objects.update_or_create(
        sponsor=sponsor,
        program=program,
        defaults={
            "starts_on": day(row["starts_in_days"]),
            "ends_on": None if ends is None else day(ends),
            "checked_on": day(row["checked_in_days"]),
            "who_can_join": "\n".join(row["who_can_join"]),
            "cost_line": row["cost_line"],
            "payer_line": row["payer_line"],
            "covers_dependants": row["covers_dependants"],
            "minimum_age": row["minimum_age"],
            "verification": row["verification"],
            "code": row["code"],
            **{f"asks_{name}": True for name in row["asks"]},
        },
    )
    load_options(row, benefit)


def load_options(row: BenefitRow, benefit: Benefit) -> None:
    options = dict.fromkeys(row["included_plans"], True)
    options |= dict.fromkeys(row["other_plans"], False)
    benefit.options.exclude(name__in=options).delete()
    for name, is_included in options.items():
        PlanOption.objects.update_or_create(
            benefit=benefit, name=name, defaults={"is_included": is_included}
        )

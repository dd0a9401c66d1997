import datetime as dt
import json
from pathlib import Path
from typing import Any, TypedDict

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from exercises.models import Program
from portal.plans.models import Benefit, Sponsor, SponsorAlias
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
    only_some_plans: str
    minimum_age: int
    code: str


class SponsorRow(TypedDict):
    name: str
    slug: str
    kind: str
    places: str
    aliases: list[str]
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
        self.stdout.write(f"{len(rows)} sponsors")


def load_sponsor(row: SponsorRow) -> Sponsor:
    sponsor, _created = Sponsor.objects.update_or_create(
        slug=row["slug"],
        defaults={key: row[key] for key in ("name", "kind", "places")},
    )
    sponsor.aliases.exclude(name__in=row["aliases"]).delete()
    SponsorAlias.objects.bulk_create(
        (SponsorAlias(sponsor=sponsor, name=name) for name in row["aliases"]),
        ignore_conflicts=True,
    )
    index(sponsor)
    return sponsor


def load_benefit(
    row: BenefitRow, sponsor: Sponsor, program: Program, today: dt.date
) -> None:
    def day(days: int) -> dt.date:
        return today + dt.timedelta(days=days)

    ends = row["ends_in_days"]
    Benefit.objects.update_or_create(
        sponsor=sponsor,
        program=program,
        defaults={
            "starts_on": day(row["starts_in_days"]),
            "ends_on": None if ends is None else day(ends),
            "checked_on": day(row["checked_in_days"]),
            "who_can_join": "\n".join(row["who_can_join"]),
            "verification": "code" if row["code"] else "none",
            "cost_line": row["cost_line"],
            "payer_line": row["payer_line"],
            "only_some_plans": row["only_some_plans"],
            "minimum_age": row["minimum_age"],
            "code": row["code"],
        },
    )

"""A benefit as it stood, in values that JSON holds."""

from collections.abc import Iterable

from portal.plans.importing.snapshot import Snapshot
from portal.plans.models import Benefit, PlanOption

ASKS = ("first_name", "last_name", "birth_date", "member_id", "zip", "relationship")
FIELDS = (
    *("sponsor_id", "program_id", "cost_line", "payer_line", "who_can_join"),
    *("covers_dependants", "minimum_age", "verification", "code"),
    *(f"asks_{name}" for name in ASKS),
)
DAYS = ("starts_on", "ends_on", "checked_on")
OPTION = ("name", "code", "is_included")


def taken(benefit: Benefit) -> Snapshot:
    days = {name: getattr(benefit, name) for name in DAYS}
    return {
        "pk": benefit.pk,
        **{name: getattr(benefit, name) for name in FIELDS},
        **{name: day.isoformat() if day else None for name, day in days.items()},
        "options": list(benefit.options.values(*OPTION)),
    }


def put_back(snapshot: Snapshot) -> None:
    benefit = Benefit.objects.get(pk=snapshot["pk"])
    for name in (*FIELDS, *DAYS):
        setattr(benefit, name, snapshot[name])
    benefit.save()
    choose_anew(benefit, [PlanOption(**option) for option in snapshot["options"]])


def choose_anew(benefit: Benefit, options: Iterable[PlanOption]) -> None:
    """These plan options and no others. One that stays keeps its number."""
    wanted = {option.name: option for option in options}
    benefit.options.exclude(name__in=wanted).delete()
    for name, option in wanted.items():
        PlanOption.objects.update_or_create(
            benefit=benefit,
            name=name,
            defaults={"code": option.code, "is_included": option.is_included},
        )

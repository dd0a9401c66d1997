"""A dose in words: one line for cards, labelled rows for a table."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from exercises.models import Dose

DAYS_A_WEEK = 7


def high(dose: Dose, name: str) -> int:
    return getattr(dose, f"{name}_to") or getattr(dose, name) or 0


def line(dose: Dose, sides: int = 1) -> str:
    each = _("each side") if sides > 1 else ""
    parts = [amount(dose), hold(dose), each, times_a_day(dose)]
    return ", ".join(part for part in parts if part)


def line_with_days(dose: Dose, sides: int = 1) -> str:
    """With the days of the week, unless "times a day" already says every day."""
    daily = dose.times_per_day and dose.days_per_week == DAYS_A_WEEK
    parts = [line(dose, sides), "" if daily else days_a_week(dose)]
    return ", ".join(part for part in parts if part)


def rows(dose: Dose, sides: int = 1) -> list[tuple[str, str]]:
    low = in_sets(dose.minutes, dose.sets, dose.reps)
    top = in_sets(high(dose, "minutes"), high(dose, "sets"), high(dose, "reps"))
    pairs = [
        (_("Start with"), low),
        (_("Build to"), top if top != low else ""),
        (_("Hold"), seconds(dose, "hold_seconds")),
        (_("Rest"), seconds(dose, "rest_seconds")),
        (_("Sides"), _("each side") if sides > 1 else ""),
        (_("How often"), times_a_day(dose)),
        (_("Days"), days_a_week(dose)),
    ]
    return [(label, value) for label, value in pairs if value]


def amount(dose: Dose) -> str:
    if dose.minutes:
        return minutes(dose.span("minutes"), high(dose, "minutes"))
    if high(dose, "reps") <= 1:
        return times(dose.span("sets"), high(dose, "sets"))
    if high(dose, "sets") <= 1:
        return times(dose.span("reps"), high(dose, "reps"))
    return sets_of(dose.span("sets"), dose.span("reps"), high(dose, "sets"))


def in_sets(minutes_each: int | None, sets: int | None, reps: int | None) -> str:
    if minutes_each:
        return minutes(str(minutes_each), minutes_each)
    if sets and reps and reps > 1:
        return sets_of(str(sets), str(reps), sets)
    number = reps if reps and reps > 1 else sets or reps or 0
    return times(str(number), number)


def minutes(span: str, number: int) -> str:
    return ngettext("%(span)s minute", "%(span)s minutes", number) % {"span": span}


def sets_of(sets: str, reps: str, number: int) -> str:
    words = ngettext("%(sets)s set of %(reps)s", "%(sets)s sets of %(reps)s", number)
    return words % {"sets": sets, "reps": reps}


def times(span: str, number: int) -> str:
    if not number:
        return ""
    return ngettext("%(span)s time", "%(span)s times", number) % {"span": span}


def hold(dose: Dose) -> str:
    span = seconds(dose, "hold_seconds")
    return _("hold for %(span)s") % {"span": span} if span else ""


def seconds(dose: Dose, name: str) -> str:
    number = high(dose, name)
    if not number:
        return ""
    words = ngettext("%(span)s second", "%(span)s seconds", number)
    return words % {"span": dose.span(name)}


def times_a_day(dose: Dose) -> str:
    number = high(dose, "times_per_day")
    if number <= 1:
        return _("once a day") if number else ""
    return _("%(span)s times a day") % {"span": dose.span("times_per_day")}


def days_a_week(dose: Dose) -> str:
    number = high(dose, "days_per_week")
    if dose.days_per_week == DAYS_A_WEEK:
        return _("every day")
    if not number:
        return ""
    words = ngettext("%(span)s day a week", "%(span)s days a week", number)
    return words % {"span": dose.span("days_per_week")}

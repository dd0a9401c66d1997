"""A sheet of paper for the coming days: what to do, and boxes to write in."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from exercises.models import Prescription
from portal.accounts.models import Member
from tracking.doses import as_dosed, changes_in_force
from tracking.gate import left_out_for
from tracking.models import Enrollment
from tracking.stopping import held_back

DAYS = 7


@dataclass(frozen=True)
class SheetRow:
    """One exercise, and on which of the days it is due."""

    prescription: Prescription
    is_on: tuple[bool, ...]

    @property
    def unit(self) -> str:
        """What is counted: decides what stands in a box."""
        return "minutes" if self.prescription.minutes else "sets"


@dataclass(frozen=True)
class Sheet:
    days: list[dt.date]
    rows: list[SheetRow]

    @property
    def first(self) -> dt.date:
        return self.days[0]

    @property
    def last(self) -> dt.date:
        return self.days[-1]


def sheet_for(member: Member, first: dt.date) -> Sheet:
    days = [first + dt.timedelta(days=n) for n in range(DAYS)]
    enrollment = Enrollment.objects.for_member(member).for_today().first()
    return Sheet(days, rows_of(member, enrollment, days) if enrollment else [])


def rows_of(
    member: Member, enrollment: Enrollment, days: list[dt.date]
) -> list[SheetRow]:
    """In the order of the phase, without what is left out or held back."""
    without, held = left_out_for(member), held_back(member, timezone.now())
    due = due_in_week(enrollment, days)
    every = {p.pk: p for week in due.values() for p in week}
    weeks = [enrollment.week_on(day) for day in days]
    numbers = {week: {p.pk for p in rows} for week, rows in due.items()}
    return [
        SheetRow(p, tuple(p.pk in numbers[week] for week in weeks))
        for p in sorted(every.values(), key=lambda p: (p.any_time, p.order, p.pk))
        if p.exercise.slug not in without and not held.holds(p.exercise)
    ]


def due_in_week(
    enrollment: Enrollment, days: list[dt.date]
) -> dict[int, list[Prescription]]:
    """By the week of the program: 7 days touch 2 of them at most."""
    changes = changes_in_force(enrollment, days[0])
    first_of = {enrollment.week_on(day): day for day in reversed(days)}
    return {
        week: as_dosed(enrollment.all_prescriptions_on(day), changes, day)
        for week, day in first_of.items()
    }

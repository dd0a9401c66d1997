"""Which of a phase's prescriptions a session holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from exercises.models import Phase, Prescription
from portal.accounts.models import Member
from tracking.models import Enrollment
from tracking.stopping import HeldBack

SHORT_MINUTES = 4


@dataclass(frozen=True)
class Allowed:
    """What is left of a day's prescriptions, and the titles of what is left out."""

    doses: list[Prescription] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def first_phase(member: Member) -> QuerySet[Phase]:
    """Of the program that the member follows: the gentle set comes from it."""
    running = Enrollment.objects.for_member(member).running()
    return Phase.objects.filter(program__in=running.values("program"))[:1]


def prescriptions_of_running(member: Member) -> QuerySet[Prescription]:
    """Of the member's phase and of the first one, for every track."""
    running = Enrollment.objects.for_member(member).running()
    first = first_phase(member).values("pk")
    doses = Prescription.objects.for_member_pages().select_related(None)
    mine = doses.filter(Q(phase__in=running.values("phase")) | Q(phase__in=first))
    return mine.select_related("exercise")


def allowed(
    doses: Iterable[Prescription], without: set[str], held: HeldBack
) -> Allowed:
    """Without what safety answers and stop rules leave out."""
    every = list(doses)
    safe = [dose for dose in every if dose.exercise.slug not in without]
    return Allowed(
        [dose for dose in safe if not held.holds(dose.exercise)],
        sorted({d.exercise.title for d in every if d.exercise.slug in without}),
    )


def of_week(doses: Iterable[Prescription], week: int) -> list[Prescription]:
    return [dose for dose in doses if (dose.from_week or 1) <= max(week, 1)]


def any_time(doses: Iterable[Prescription]) -> list[Prescription]:
    return [dose for dose in doses if dose.any_time]


def in_session(doses: Iterable[Prescription], number: int) -> list[Prescription]:
    """Session k of a day holds what is prescribed k times a day or more.

    One session more than all that holds what the first one held.
    """
    every = [dose for dose in doses if not dose.any_time]
    now = [dose for dose in every if (dose.times_per_day or 1) >= number]
    return now or every


def short(doses: Sequence[Prescription]) -> list[Prescription]:
    """In order, what fits into about 4 minutes; one exercise at least."""
    chosen: list[Prescription] = []
    for dose in doses:
        if minutes([*chosen, dose]) <= SHORT_MINUTES:
            chosen.append(dose)
    return chosen or list(doses[:1])


def minutes(doses: Iterable[Prescription]) -> int:
    return sum(dose.session_minutes for dose in doses)

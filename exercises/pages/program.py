from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from exercises import dose_words, prose
from exercises.footnotes import Footnote, Footnotes
from exercises.models import Exercise, Phase, Prescription, Program, Track
from exercises.pages.cards import is_public


@dataclass(frozen=True)
class PrescriptionBlock:
    exercise: Exercise
    dose: str
    tracks: list[str]
    any_time: bool
    from_week: int | None
    only_if: str
    note: str


@dataclass(frozen=True)
class PhaseBlock:
    phase: Phase
    weeks: str
    days: str
    sessions: str
    minutes: str
    prescriptions: list[PrescriptionBlock]


@dataclass(frozen=True)
class ProgramPage:
    body: SafeString
    phases: list[PhaseBlock]
    notes: list[Footnote]


def program_page(program: Program, footnotes: Footnotes | None = None) -> ProgramPage:
    footnotes = footnotes or Footnotes.for_texts([program.body])
    return ProgramPage(
        body=prose.render(program.body, footnotes),
        phases=[phase_block(phase) for phase in program.phases.all()],
        notes=footnotes.notes(),
    )


def phase_block(phase: Phase) -> PhaseBlock:
    shown = [each for each in phase.prescriptions.all() if is_public(each.exercise)]
    high = phase.minutes_to or phase.minutes
    days = span(phase.days_per_week, phase.days_per_week_to or phase.days_per_week)
    sessions = span(
        phase.sessions_per_day, phase.sessions_per_day_to or phase.sessions_per_day
    )
    return PhaseBlock(
        phase=phase,
        weeks=weeks(phase.first_week, phase.last_week),
        days=_("%(days)s a week") % {"days": days},
        sessions=_("%(sessions)s a day") % {"sessions": sessions},
        minutes=dose_words.minutes(span(phase.minutes, high), high),
        prescriptions=[prescription_block(each) for each in shown],
    )


def weeks(first: int, last: int) -> str:
    if first == last:
        return _("Week %(number)s") % {"number": first}
    return _("Weeks %(first)s to %(last)s") % {"first": first, "last": last}


def span(low: int, high: int) -> str:
    if low == high:
        return str(low)
    return _("%(low)s to %(high)s") % {"low": low, "high": high}


def prescription_block(prescription: Prescription) -> PrescriptionBlock:
    exercise, tracks = prescription.exercise, prescription.tracks
    return PrescriptionBlock(
        exercise=exercise,
        dose=dose_words.line_with_days(prescription, exercise.number_of_sides),
        tracks=[]
        if len(tracks) == len(Track)
        else [str(each.label) for each in tracks],
        any_time=prescription.any_time,
        from_week=prescription.from_week,
        only_if=prescription.only_if,
        note=prescription.note,
    )

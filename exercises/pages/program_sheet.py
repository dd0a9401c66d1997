"""A whole program on paper: its stages, each exercise once, and where it comes from."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from exercises import prose
from exercises.figures import FINISH, MOVEMENTS, START
from exercises.footnotes import Footnote, Footnotes
from exercises.models import Caution, Exercise, Program
from exercises.pages.cards import is_public
from exercises.pages.exercise import StepPicture, cautions, pictures
from exercises.pages.program import ProgramPage, program_page
from exercises.pages.statements import strongest


@dataclass(frozen=True)
class HowTo:
    """One exercise, as somebody needs it beside the mat."""

    exercise: Exercise
    figure: str
    stills: list[StepPicture]
    steps: list[str]
    certainty: str
    marks: SafeString
    stop_if: list[str]
    ask_first: list[str]
    do_not: list[str]


@dataclass(frozen=True)
class ProgramSheet:
    program: ProgramPage
    how_tos: list[HowTo]
    notes: list[Footnote]


def sheet_of(program: Program) -> ProgramSheet:
    exercises = exercises_of(program)
    footnotes = Footnotes.for_texts([program.body, *texts(exercises)])
    page = program_page(program, footnotes)
    how_tos = [how_to(exercise, footnotes) for exercise in exercises]
    return ProgramSheet(page, how_tos, footnotes.notes())


def exercises_of(program: Program) -> list[Exercise]:
    """Each once, in the order in which the program first asks for it."""
    found = {
        each.exercise.pk: each.exercise
        for phase in program.phases.all()
        for each in phase.prescriptions.all()
        if is_public(each.exercise)
    }
    return list(found.values())


def texts(exercises: list[Exercise]) -> list[str]:
    return [each.text for one in exercises for each in one.statements.all()]


def how_to(exercise: Exercise, footnotes: Footnotes) -> HowTo:
    is_drawn = exercise.figure in MOVEMENTS
    return HowTo(
        exercise=exercise,
        figure=exercise.figure if is_drawn else "",
        stills=stills(exercise) if is_drawn else [],
        steps=[step.text for step in exercise.steps.all()],
        certainty=strongest(exercise.statements.all()),
        marks=marks(exercise, footnotes),
        stop_if=cautions(exercise, Caution.Kind.STOP),
        ask_first=cautions(exercise, Caution.Kind.ASK),
        do_not=cautions(exercise, Caution.Kind.DO_NOT),
    )


def stills(exercise: Exercise) -> list[StepPicture]:
    """As its page shows them, or the start and the finish where no step has one."""
    movement = MOVEMENTS[exercise.figure]
    frames = (START, FINISH) if movement.moves else (START,)
    return pictures(list(exercise.steps.all())) or [
        StepPicture(number, frame, gettext(movement.words.position(frame)))
        for number, frame in enumerate(frames, start=1)
    ]


def marks(exercise: Exercise, footnotes: Footnotes) -> SafeString:
    """The footnotes of its statements, whose words stand on its own page."""
    keys: dict[str, None] = {}
    for statement in exercise.statements.all():
        references = statement.references.all()
        footnotes.know(references)
        keys |= dict.fromkeys(reference.key for reference in references)
        keys |= dict.fromkeys(prose.cited_keys(statement.text))
    return mark_safe("".join(footnotes.mark(key) for key in keys))  # noqa: S308  # each mark is

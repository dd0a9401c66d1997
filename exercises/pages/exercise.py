from dataclasses import dataclass

from django.utils.safestring import SafeString

from exercises import dose_words, prose
from exercises.figures import figure_keys
from exercises.footnotes import Footnote, Footnotes
from exercises.models import Caution, Exercise, Picture, Step, Variation
from exercises.pages.cards import public_link
from exercises.pages.statements import StatementBlock, statement_blocks, strongest


@dataclass(frozen=True)
class StepPicture:
    number: int
    frame: int
    caption: str


@dataclass(frozen=True)
class VariationBlock:
    text: str
    exercise: Exercise | None
    figure: str
    look: str
    same: bool


@dataclass(frozen=True)
class ExercisePage:
    certainty: str
    pictures: list[StepPicture]
    figure: str
    photo: Picture | None
    steps: list[str]
    dose: list[tuple[str, str]]
    statements: list[StatementBlock]
    body: SafeString
    easier: list[VariationBlock]
    harder: list[VariationBlock]
    stop_if: list[str]
    ask_first: list[str]
    do_not: list[str]
    notes: list[Footnote]


def exercise_page(exercise: Exercise) -> ExercisePage:
    statements = list(exercise.statements.all())
    texts = [exercise.body, *(each.text for each in statements)]
    footnotes = Footnotes.for_texts(texts)
    steps = list(exercise.steps.all())
    figure = exercise.figure if exercise.figure in figure_keys() else ""
    return ExercisePage(
        certainty=strongest(statements),
        pictures=pictures(steps) if figure else [],
        figure=figure,
        photo=None if figure else exercise.picture,
        steps=[step.text for step in steps],
        dose=dose_words.rows(exercise, exercise.number_of_sides),
        statements=statement_blocks(statements, footnotes),
        body=prose.render(exercise.body, footnotes),
        easier=variations(exercise, Variation.Kind.EASIER),
        harder=variations(exercise, Variation.Kind.HARDER),
        stop_if=cautions(exercise, Caution.Kind.STOP),
        ask_first=cautions(exercise, Caution.Kind.ASK),
        do_not=cautions(exercise, Caution.Kind.DO_NOT),
        notes=footnotes.notes(),
    )


def pictures(steps: list[Step]) -> list[StepPicture]:
    """The steps that have a picture, with their number in the list of steps."""
    return [
        StepPicture(number, step.frame, step.caption or step.text)
        for number, step in enumerate(steps, start=1)
        if step.frame is not None
    ]


def variations(exercise: Exercise, kind: Variation.Kind) -> list[VariationBlock]:
    return [
        variation_block(each, exercise)
        for each in exercise.variations.all()
        if each.kind == kind
    ]


def variation_block(variation: Variation, of: Exercise) -> VariationBlock:
    """Another exercise brings its own figure, and the person who does it.

    Who names the figure of the exercise itself changes its time, speed or count alone.
    """
    other = public_link(variation.exercise)
    brought = other if other and not variation.figure else None
    return VariationBlock(
        text=variation.text,
        exercise=other,
        figure=brought.figure if brought else variation.figure,
        look=brought.look if brought else of.look,
        same=bool(of.figure) and variation.figure == of.figure,
    )


def cautions(exercise: Exercise, kind: Caution.Kind) -> list[str]:
    return [each.text for each in exercise.cautions.all() if each.kind == kind]

"""The keys of every kind of file."""

from exercises.figures import figure_keys
from exercises.models import (
    Caution,
    Exercise,
    Guide,
    GuideSection,
    HelpItem,
    PausedMovement,
    Phase,
    Picture,
    Prescription,
    Program,
    Reference,
    SafetyQuestion,
    SectionExercise,
    Statement,
    Step,
    Variation,
)
from exercises.models.dose import RANGES
from exercises.shipping.choices import Lines, OneOf, Tracks, Words
from exercises.shipping.columns import Column, Untold
from exercises.shipping.links import Link, Links
from exercises.shipping.part import Field, Part
from exercises.shipping.ranges import Group, Span
from exercises.shipping.shape import Children, Shape

STAGES = ("calm", "restore", "strengthen")


def field(model: type, name: str) -> Field:
    found: Field = getattr(model, name).field
    return found


def columns(model: type, names: str) -> list[Part]:
    return [Column(field(model, name)) for name in names.split()]


def drawn(model: type, name: str) -> OneOf:
    return OneOf(field(model, name), figure_keys)


def link(model: type, name: str) -> Link:
    return Link(getattr(model, name).field)


def span(model: type, name: str) -> Span:
    return Span(name, field(model, name), field(model, f"{name}_to"))


def dose(model: type) -> Group:
    return Group("dose", [span(model, name) for name in RANGES])


def said_by_staff(model: type) -> list[Part]:
    return [
        Untold(field(model, "status"), "published"),
        Untold(field(model, "reviewed_by"), ""),
        Untold(field(model, "reviewed_on"), None),
        Untold(field(model, "review_due_on"), None),
        Untold(field(model, "publish_on"), None),
    ]


TEXT_OF_CAUTION = Shape(Caution, columns(Caution, "text"))
VARIATION = Shape(
    Variation,
    [
        *columns(Variation, "text"),
        link(Variation, "exercise"),
        drawn(Variation, "figure"),
    ],
)
STATEMENTS = Children(
    "statements",
    "statements",
    Shape(
        Statement,
        columns(Statement, "text certainty in_sciatica source_note"),
        links=[Links(Statement.references.field)],
    ),
)


def variations(kind: str) -> Children:
    return Children(kind, "variations", VARIATION, {"kind": kind}, one_line=True)


def cautions(name: str, kind: str) -> Children:
    return Children(name, "cautions", TEXT_OF_CAUTION, {"kind": kind}, bare=True)


def signs(level: str) -> Children:
    shape = Shape(HelpItem, columns(HelpItem, "text"))
    return Children(level, "help_items", shape, {"level": level}, bare=True)


REFERENCE = Shape(
    Reference,
    columns(
        Reference,
        "authors title source year kind doi pmid url population in_sciatica funding"
        " checked_on checked_how found",
    ),
)

EXERCISE = Shape(
    Exercise,
    [
        *columns(Exercise, "title language kind summary"),
        Words(field(Exercise, "also_known_as")),
        *columns(Exercise, "direction position"),
        Words(field(Exercise, "stages"), allowed=STAGES),
        *columns(Exercise, "sides"),
        Words(field(Exercise, "equipment")),
        Words(field(Exercise, "gear"), allowed=tuple(Exercise.Gear.values)),
        drawn(Exercise, "figure"),
        *columns(Exercise, "look"),
        link(Exercise, "picture"),
        dose(Exercise),
        *columns(Exercise, "dose_note body"),
    ],
    children=[
        Children("steps", "steps", Shape(Step, columns(Step, "text frame caption"))),
        variations("easier"),
        variations("harder"),
        cautions("stop_if", "stop-if"),
        cautions("ask_first", "ask-first"),
        cautions("do_not", "do-not"),
        STATEMENTS,
    ],
    hidden=said_by_staff(Exercise),
)

SECTION = Shape(
    GuideSection,
    columns(GuideSection, "anchor heading kind body"),
    children=[
        STATEMENTS,
        signs("urgent"),
        signs("routine"),
        Children(
            "exercises",
            "section_exercises",
            Shape(SectionExercise, [link(SectionExercise, "exercise")]),
            bare=True,
        ),
        Children(
            "pauses",
            "pauses",
            Shape(
                PausedMovement,
                [
                    *columns(PausedMovement, "name"),
                    drawn(PausedMovement, "figure"),
                    *columns(PausedMovement, "why instead"),
                    link(PausedMovement, "instead_exercise"),
                    drawn(PausedMovement, "instead_figure"),
                    *columns(PausedMovement, "bring_back"),
                ],
            ),
        ),
    ],
)

GUIDE = Shape(
    Guide,
    columns(Guide, "title language summary minutes body"),
    children=[Children("sections", "sections", SECTION, key="anchor")],
    hidden=said_by_staff(Guide),
)

PRESCRIPTION = Shape(
    Prescription,
    [
        link(Prescription, "exercise"),
        Tracks(),
        dose(Prescription),
        *columns(Prescription, "any_time from_week note only_if"),
    ],
)

PHASE = Shape(
    Phase,
    [
        *columns(Phase, "slug title aim"),
        Span("weeks", field(Phase, "first_week"), field(Phase, "last_week")),
        *columns(Phase, "max_weeks"),
        span(Phase, "days_per_week"),
        span(Phase, "sessions_per_day"),
        span(Phase, "minutes"),
        *columns(Phase, "minimum_days"),
        Lines(field(Phase, "move_on"), between="\n"),
        *columns(Phase, "if_not"),
    ],
    children=[Children("prescriptions", "prescriptions", PRESCRIPTION)],
)

PROGRAM = Shape(
    Program,
    [*columns(Program, "title language summary weeks body"), link(Program, "guide")],
    children=[Children("phases", "phases", PHASE, key="slug")],
    hidden=said_by_staff(Program),
)

SAFETY_QUESTION = Shape(
    SafetyQuestion,
    columns(SafetyQuestion, "order topic version language text hint"),
    hidden=said_by_staff(SafetyQuestion),
)

PICTURE = Shape(
    Picture,
    columns(Picture, "author licence source people_agreed description"),
)

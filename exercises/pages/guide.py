from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import cycle

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from exercises import prose
from exercises.figures import LOOKS
from exercises.footnotes import Footnote, Footnotes
from exercises.models import Exercise, Guide, GuideSection, HelpItem, PausedMovement
from exercises.pages.cards import ExerciseCard, exercise_card, is_public, public_link
from exercises.pages.statements import StatementBlock, statement_blocks

Kind = GuideSection.Kind
ALWAYS_SHOWN = {Kind.HELP, Kind.LADDER, Kind.COVERAGE}


@dataclass(frozen=True)
class PauseBlock:
    name: str
    why: str
    instead: str
    instead_exercise: Exercise | None
    bring_back: str
    figure: str
    instead_figure: str
    look: str


@dataclass(frozen=True)
class SectionBlock:
    kind: str
    anchor: str
    heading: str
    body: str = ""
    statements: list[StatementBlock] = field(default_factory=list)
    cards: list[ExerciseCard] = field(default_factory=list)
    pauses: list[PauseBlock] = field(default_factory=list)
    urgent: list[str] = field(default_factory=list)
    routine: list[str] = field(default_factory=list)
    notes: list[Footnote] = field(default_factory=list)

    @property
    def is_shown(self) -> bool:
        parts = [self.body, self.statements, self.cards, self.pauses, self.notes]
        return self.kind in ALWAYS_SHOWN or any(parts)


@dataclass(frozen=True)
class GuidePage:
    body: SafeString
    sections: list[SectionBlock]


def guide_page(guide: Guide) -> GuidePage:
    sections = list(guide.sections.all())
    footnotes = Footnotes.for_texts([guide.body, *texts(sections)])
    body = prose.render(guide.body, footnotes)
    blocks = [section_block(section, footnotes) for section in sections]
    shown = with_evidence(blocks, footnotes.notes())
    return GuidePage(body, [block for block in shown if block.is_shown])


def texts(sections: Iterable[GuideSection]) -> Iterable[str]:
    for section in sections:
        yield section.body
        yield from (statement.text for statement in section.statements.all())


def section_block(section: GuideSection, footnotes: Footnotes) -> SectionBlock:
    return SectionBlock(
        kind=section.kind,
        anchor=section.anchor,
        heading=section.heading,
        body=prose.render(section.body, footnotes),
        statements=statement_blocks(section.statements.all(), footnotes),
        cards=cards_of(section),
        pauses=[*map(pause_block, section.pauses.all(), cycle(LOOKS))],
        urgent=signs(section, HelpItem.Level.URGENT),
        routine=signs(section, HelpItem.Level.ROUTINE),
    )


def cards_of(section: GuideSection) -> list[ExerciseCard]:
    exercises = [each.exercise for each in section.section_exercises.all()]
    return [exercise_card(each) for each in exercises if is_public(each)]


def pause_block(pause: PausedMovement, look: str) -> PauseBlock:
    """One person shows what to leave and what to do instead."""
    instead = public_link(pause.instead_exercise)
    return PauseBlock(
        name=pause.name,
        why=pause.why,
        instead=pause.instead,
        instead_exercise=instead,
        bring_back=pause.bring_back,
        figure=pause.figure,
        instead_figure=pause.instead_figure or (instead.figure if instead else ""),
        look=look,
    )


def signs(section: GuideSection, level: HelpItem.Level) -> list[str]:
    return [item.text for item in section.help_items.all() if item.level == level]


def with_evidence(
    blocks: list[SectionBlock], notes: list[Footnote]
) -> list[SectionBlock]:
    """Footnotes go to the section made for them, or to one at the end."""
    if not any(block.kind == Kind.EVIDENCE for block in blocks):
        blocks = [*blocks, SectionBlock(Kind.EVIDENCE, "evidence", _("Evidence"))]
    return [
        replace(block, notes=notes) if block.kind == Kind.EVIDENCE else block
        for block in blocks
    ]

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString

from exercises import prose
from exercises.footnotes import Footnotes
from exercises.models import Certainty, InSciatica, Statement

STRENGTH = list(reversed(Certainty.values))


@dataclass(frozen=True)
class StatementBlock:
    text: SafeString
    certainty: str
    in_sciatica: str
    source_note: str


def statement_blocks(
    statements: Iterable[Statement], footnotes: Footnotes
) -> list[StatementBlock]:
    return [statement_block(statement, footnotes) for statement in statements]


def statement_block(statement: Statement, footnotes: Footnotes) -> StatementBlock:
    references = statement.references.all()
    footnotes.know(references)
    text = prose.with_citations(statement.text, [each.key for each in references])
    return StatementBlock(
        text=prose.render(text, footnotes),
        certainty=statement.certainty,
        in_sciatica=statement.get_in_sciatica_display(),
        source_note=statement.source_note,
    )


def strongest(statements: Iterable[Statement]) -> str:
    """The highest certainty; what was studied in sciatica goes before the rest."""
    stated = [each for each in statements if each.certainty]
    studied = [each for each in stated if each.in_sciatica != InSciatica.NO]
    levels = [each.certainty for each in studied or stated]
    return max(levels, key=STRENGTH.index, default="")

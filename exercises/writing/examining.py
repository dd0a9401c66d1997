"""A whole page, read for all that its writers want to know before it goes live."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from exercises.models import Exercise, Program, Statement, Step
from exercises.prose import cited_keys
from exercises.readability import words as words_of
from exercises.writing import benefits, hard
from exercises.writing.finding import Finding, Kind, Place
from exercises.writing.forbidden import forbidden_in
from exercises.writing.texts import Nature, Text, as_saved, texts_of
from exercises.writing.unkind import unkind_in
from exercises.writing.unseen import unseen_in

NO_TOKEN = gettext_lazy(
    "It promises a benefit and cites nothing. Cite a reference in this sentence, such "
    "as [@long2004], move it to a statement, or take the promise out."
)
LACKS = {
    "references": gettext_lazy("a reference"),
    "certainty": gettext_lazy("how sure it is"),
    "in_sciatica": gettext_lazy("whether sciatica was studied"),
}


def findings(row: Any) -> list[Finding]:
    """What is to mend on this row and its parts, as saved, the gravest first."""
    row = as_saved(row)
    texts = list(texts_of(row))
    return gravest_first([*of_texts(texts, graded_keys(row)), *unseen_in(row)])


def blocking(row: Any) -> list[Finding]:
    return [finding for finding in findings(row) if finding.blocks]


def of_texts(texts: Iterable[Text], graded: set[str]) -> Iterator[Finding]:
    for text in texts:
        yield from in_any(text)
        yield from promises(text, graded)


def in_any(text: Text) -> Iterator[Finding]:
    for claim, quote in forbidden_in(text.words):
        yield Finding(Kind.FORBIDDEN, text.place, quote, claim.reason)
    for quote, reason in unkind_in(text.words):
        yield Finding(Kind.UNKIND, text.place, quote, reason)
    yield from lengths(text)
    age = hard.age_of(text.words)
    if age and age > hard.OLDEST:
        words = {"age": f"{age:.1f}", "most": f"{hard.OLDEST:.0f}"}
        reason = _(
            "Its reading age is %(age)s. Up to %(most)s is easy for most people: "
            "shorter words and shorter sentences lower it."
        )
        yield Finding(Kind.HARD, text.place, "", reason % words)


def lengths(text: Text) -> Iterator[Finding]:
    if isinstance(text.place.row, Step) and text.place.field == "text":
        count = len(words_of(text.words))
        if count > hard.LONGEST_STEP:
            reason = _("This step has %(count)d words. Up to %(most)d fit one step.")
            numbers = {"count": count, "most": hard.LONGEST_STEP}
            yield Finding(Kind.LONG_STEP, text.place, text.words, reason % numbers)
        return
    for sentence, count in hard.long_sentences(text.words):
        reason = _("This sentence has %(count)d words. Up to %(most)d read well.")
        numbers = {"count": count, "most": hard.LONGEST_SENTENCE}
        yield Finding(Kind.LONG_SENTENCE, text.place, sentence, reason % numbers)


def promises(text: Text, graded: set[str]) -> Iterator[Finding]:
    """Promises of benefit, and what they lack. A sign or a question makes none."""
    if text.nature in {Nature.CASE, Nature.REPORT}:
        return
    is_instruction = text.nature is Nature.INSTRUCTION
    patterns = benefits.IN_INSTRUCTIONS if is_instruction else benefits.ALL
    for cited, _words in benefits.benefits_in(text.words, patterns):
        if text.nature is Nature.STATEMENT:
            yield from of_statement(text, cited)
        elif not cited_keys(cited):
            yield Finding(Kind.UNCITED, text.place, cited, NO_TOKEN)
        elif not graded & set(cited_keys(cited)):
            reason = _(
                "It is cited, but no statement of this page says how sure that is. "
                "Add a statement with the same reference and its certainty."
            )
            yield Finding(Kind.UNGRADED, text.place, cited, reason)


def of_statement(text: Text, sentence: str) -> Iterator[Finding]:
    statement: Any = text.place.row
    lacking = [str(words) for name, words in LACKS.items() if not has(statement, name)]
    if lacking:
        reason = _("It promises a benefit. The statement still needs: %(what)s.")
        words = {"what": ", ".join(lacking)}
        yield Finding(Kind.UNCITED, text.place, sentence, reason % words)


def has(statement: Any, name: str) -> bool:
    if name == "references":
        return bool(cited_keys(statement.text) or statement.references.all())
    return bool(getattr(statement, name))


def graded_keys(row: Any) -> set[str]:
    """The references of all graded statements on the page; a program's are its guide's."""
    pages = [row, row.guide] if isinstance(row, Program) and row.guide else [row]
    statements = (
        text.place.row
        for page in pages
        for text in texts_of(page)
        if isinstance(text.place.row, Statement) and text.place.field == "text"
    )
    return {
        key
        for statement in statements
        if statement.certainty and statement.in_sciatica
        for key in keys_of(statement)
    }


def keys_of(statement: Statement) -> list[str]:
    listed = [reference.key for reference in statement.references.all()]
    return [*listed, *cited_keys(statement.text)]


def of_words(words: str, nature: Nature) -> list[Finding]:
    """Of a text that is still being written."""
    text = Text(Place(Exercise(), "body", ""), nature, words)
    promised = promises(text, set()) if nature is Nature.PROSE else iter(())
    return gravest_first([*in_any(text), *(one for one in promised if one.blocks)])


def gravest_first(found: list[Finding]) -> list[Finding]:
    order = list(Kind)
    return sorted(found, key=lambda finding: order.index(finding.kind))

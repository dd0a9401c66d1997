"""The shipped content has nothing to mend, and what is read of it is no pretense."""

from collections.abc import Iterator
from typing import Any

import pytest

from exercises.models import Exercise, Guide, Program, Reference, SafetyQuestion
from exercises.readability import reading_age
from exercises.shipping import load_content
from exercises.writing import Kind, findings
from exercises.writing.benefits import benefits_in
from exercises.writing.hard import OLDEST, age_of
from exercises.writing.texts import Nature, Text, texts_of

KINDS: tuple[Any, ...] = (Exercise, Guide, Program, SafetyQuestion, Reference)

# Texts that may be harder than for an 11-year-old, each with the reason:
# ("reference", "nice-ng59", "What it found"): "…". At present there is none.
# Texts of fewer than 30 words have no age of their own; together they have one.
EXCEPTIONS: dict[tuple[str, str, str], str] = {}


@pytest.fixture
def pages(db: None) -> list[Any]:
    load_content()
    return [row for kind in KINDS for row in kind.objects.all()]


def name(row: Any) -> tuple[str, str]:
    return row._meta.model_name, getattr(row, "slug", "") or row.key


def all_texts(pages: list[Any]) -> Iterator[tuple[Any, Text]]:
    return ((row, text) for row in pages for text in texts_of(row))


def test_the_shipped_content_has_nothing_to_mend(pages: list[Any]) -> None:
    found = [
        (*name(row), finding.place.label, finding.kind, finding.quote)
        for row in pages
        for finding in findings(row)
        if (*name(row), finding.place.label) not in EXCEPTIONS
        or finding.kind != Kind.HARD
    ]
    assert found == []


def test_the_benefits_of_the_shipped_content_are_seen(pages: list[Any]) -> None:
    """Otherwise "none is uncited" would say nothing."""
    seen = [
        sentence
        for _row, text in all_texts(pages)
        if text.nature is Nature.STATEMENT
        for sentence, _words in benefits_in(text.words)
    ]
    assert len(seen) >= 10


def test_each_text_of_some_length_suits_an_11_year_old(pages: list[Any]) -> None:
    ages = {
        (*name(row), text.place.label): age_of(text.words)
        for row, text in all_texts(pages)
    }
    too_hard = {key for key, age in ages.items() if age and age > OLDEST}
    assert too_hard == set(EXCEPTIONS)
    assert len([age for age in ages.values() if age]) > 50


def test_the_short_texts_of_each_page_together_suit_an_11_year_old(
    pages: list[Any],
) -> None:
    short: dict[tuple[str, str], list[str]] = {}
    for row, text in all_texts(pages):
        if age_of(text.words) is None:
            short.setdefault(name(row), []).append(text.words)
    together = {key: "\n\n".join(words) for key, words in short.items()}
    hard = {key: reading_age(text) for key, text in together.items() if age_of(text)}
    assert {key: age for key, age in hard.items() if age > OLDEST} == {}
    assert len(hard) >= 22

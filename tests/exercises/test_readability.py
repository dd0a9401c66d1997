"""How hard the words are, measured; not how good they are."""

import re
from pathlib import Path

import pytest

from exercises.readability import reading_age, sentences, words
from tests.exercises.shipped_content import (
    body,
    front_matter,
    name_of,
    shipped_files,
    texts,
)

LONGEST_SENTENCE = 20
OLDEST = 11.0

GUIDE, *_ = shipped_files("guides")
SECTIONS = re.split(r"^## (\w+)$", body(GUIDE), flags=re.MULTILINE)[1:]


def guide_sections() -> list[tuple[str, str]]:
    return list(zip(SECTIONS[::2], SECTIONS[1::2], strict=True))


def prose_of(path: Path) -> list[str]:
    is_reference = path.parent.name == "references"
    return [body(path)] if is_reference else texts(path)


def how_to(path: Path) -> str:
    return " ".join(step["text"] for step in front_matter(path)["steps"])


def statements_of(owner: dict[str, object]) -> list[str]:
    found = owner.get("statements", [])
    return [item["text"] for item in found] if isinstance(found, list) else []


def all_statements() -> list[str]:
    pages = [front_matter(path) for path in shipped_files("exercises")]
    sections = front_matter(GUIDE)["sections"]
    return [text for owner in [*pages, *sections] for text in statements_of(owner)]


def test_an_easy_sentence_is_younger_than_a_hard_one() -> None:
    hard = "Peripheralization contraindicates continued extension-based mobilization."
    assert reading_age("Sit down. Breathe out.") < OLDEST < reading_age(hard)


def test_the_index_is_the_published_one() -> None:
    # 8 letters, 3 words, 1 sentence: 12.56 + 1.5 - 21.43
    assert reading_age("Up you get.") == pytest.approx(-2.37, abs=0.01)


def test_citations_headings_and_addresses_do_not_count() -> None:
    plain = "Walk a little. Then rest."
    marked = (
        "## short\n\n**Walk** a [little](/exercises/walking/)[@koes2007]. Then rest."
    )
    assert sentences(marked) == sentences(plain)


def test_an_empty_text_has_no_age() -> None:
    assert reading_age(" \n") == 0


@pytest.mark.parametrize(("anchor", "text"), guide_sections())
def test_each_guide_section_suits_an_11_year_old(anchor: str, text: str) -> None:
    assert reading_age(text) <= OLDEST, anchor


@pytest.mark.parametrize("path", shipped_files("exercises"), ids=name_of)
def test_each_exercise_suits_an_11_year_old(path: Path) -> None:
    assert reading_age(body(path)) <= OLDEST
    assert reading_age(how_to(path)) <= OLDEST


@pytest.mark.parametrize("path", shipped_files("safety"), ids=name_of)
def test_each_safety_question_suits_an_11_year_old(path: Path) -> None:
    assert reading_age(body(path)) <= OLDEST


@pytest.mark.parametrize("path", shipped_files("programs"), ids=name_of)
def test_each_program_suits_an_11_year_old(path: Path) -> None:
    assert reading_age(body(path)) <= OLDEST


def test_the_statements_together_suit_an_11_year_old() -> None:
    assert reading_age(" ".join(all_statements())) <= OLDEST


@pytest.mark.parametrize("path", shipped_files(), ids=name_of)
def test_no_sentence_is_longer_than_20_words(path: Path) -> None:
    found = {text for value in prose_of(path) for text in sentences(value)}
    assert [text for text in found if len(words(text)) > LONGEST_SENTENCE] == []

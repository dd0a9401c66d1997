"""The words of the templates suit an 11-year-old, as those of the content do."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.template.base import Lexer, Token, TokenType

from exercises.writing.hard import OLDEST, age_of

TEMPLATES = Path(settings.BASE_DIR) / "templates"
SENTENCE = re.compile(r"[.!?]$")
TAG = re.compile(r"<[^>]+>")
A_NUMBER = "7"  # stands for what the page puts in

# Templates whose sentences may be harder, each with the reason. At present none.
# Those with fewer than 30 words in sentences have no age of their own.
EXCEPTIONS: dict[str, str] = {}


def of_members() -> list[Path]:
    """Django's admin is for staff; mail has a text of its own."""
    found = TEMPLATES.rglob("*.html")
    return sorted(path for path in found if "admin" not in path.parts)


def told(tokens: list[Token]) -> Iterator[str]:
    """What stands in `translate` and `blocktranslate`."""
    block: list[str] | None = None
    for token in tokens:
        name = token.contents.split(" ", 1)[0]
        if token.token_type == TokenType.BLOCK and name == "blocktranslate":
            block = []
        elif token.token_type == TokenType.BLOCK and name == "endblocktranslate":
            yield "".join(block or [])
            block = None
        elif token.token_type == TokenType.BLOCK and name == "translate":
            yield token.contents.partition('"')[2].partition('"')[0]
        elif block is not None:
            is_text = token.token_type == TokenType.TEXT
            block.append(token.contents if is_text else f" {A_NUMBER} ")


def sentences_of(path: Path) -> str:
    texts = (
        TAG.sub("", text).strip() for text in told(Lexer(path.read_text()).tokenize())
    )
    return "\n\n".join(text for text in texts if SENTENCE.search(text))


def test_the_templates_suit_an_11_year_old() -> None:
    ages = {
        str(path.relative_to(TEMPLATES)): age_of(sentences_of(path))
        for path in of_members()
    }
    assert {name for name, age in ages.items() if age and age > OLDEST} == set(
        EXCEPTIONS
    )
    assert len([age for age in ages.values() if age]) > 50


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('{% translate "Walk." %}', ["Walk."]),
        (
            "{% blocktranslate trimmed %}Walk {{ n }} steps.{% endblocktranslate %}",
            ["Walk  7  steps."],
        ),
        ("Walk.", []),
    ],
)
def test_what_a_template_says_is_found(source: str, words: list[str]) -> None:
    assert list(told(Lexer(source).tokenize())) == words

import random
from pathlib import Path

import frontmatter
import pytest

from exercises.figures import MOVEMENTS
from tests.blind.__main__ import LETTERS, Question, answer, mixed, questions
from tests.blind.look_alikes import LOOK_ALIKES

CONTENT = Path(__file__).resolve().parents[2] / "exercises/content/exercises"
DRAWN = [key for key in LOOK_ALIKES if key in MOVEMENTS]


def test_each_shipped_exercise_has_look_alikes() -> None:
    texts = [frontmatter.load(str(path)) for path in CONTENT.glob("*.md")]
    figures = {str(text["figure"]) for text in texts if text.get("figure")}
    assert figures
    assert figures - set(LOOK_ALIKES) == set()


@pytest.mark.parametrize("key", DRAWN)
def test_five_answers_differ_and_one_is_right(key: str) -> None:
    choices = mixed(key, random.Random(1))  # noqa: S311  # no secret
    assert len({answer(choice) for choice in choices}) == len(choices) == 5
    assert choices.count(key) == 1


def test_a_question_does_not_name_its_figure() -> None:
    first, *_rest = questions(DRAWN, random.Random(2))  # noqa: S311  # no secret
    heading, *choices = first.text().splitlines()
    assert heading.startswith("01.png: ")
    assert first.key not in heading
    assert len(choices) == 5


def test_the_right_letter_stands_beside_the_title() -> None:
    others = ["brace", "dead-bug", "Lunge", "march"]
    question = Question(1, "bridge", [*others[:2], "bridge", *others[2:]])
    assert question.right == "C"
    assert "C) Hip bridge: The hips are lifted high." in question.text()
    assert "D) Lunge: One big step ahead." in question.text()
    assert LETTERS == "ABCDE"

"""What stands in a phase's "when to move on", and what is refused there."""

import pytest
from django.core.exceptions import ValidationError

from exercises.moving_on import MoveOnRule, check_rules, rules_in


def test_each_line_is_a_rule_and_empty_lines_are_none() -> None:
    text = "leg-low: Leg pain is 4 or less.\n\nwalks-10: You walk: 10 minutes.\n"
    assert rules_in(text) == [
        MoveOnRule("leg-low", "Leg pain is 4 or less."),
        MoveOnRule("walks-10", "You walk: 10 minutes."),
    ]
    check_rules(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Leg pain is 4 or less.", "Begin each line with its key and a colon."),
        ("Remember this: walk.", "Begin each line with its key and a colon."),
        ("leg-lower: Leg pain.", "“leg-lower” is no key."),
        ("leg-low: One.\nleg-low: Two.", "“leg-low” stands there twice."),
    ],
)
def test_what_the_code_cannot_check_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(ValidationError, match=sentence):
        check_rules(text)


def test_no_rules_at_all_are_fine() -> None:
    check_rules("")

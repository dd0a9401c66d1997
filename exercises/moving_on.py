"""The rules by which a phase moves on: their keys are code, their words are content."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

BETWEEN = ": "
RULE_KEYS = (
    "leg-low",
    "not-lower",
    "morning-usual",
    "walks-10",
    "no-warning",
    "leg-3-week",
    "above-knee",
    "walks-20-sits-30",
    "bridges-2-of-10",
    "sessions-6-of-10",
    "goals-2-better",
    "walks-30",
    "knows-flare-plan",
)


@dataclass(frozen=True)
class MoveOnRule:
    """`key` is empty where a line has none: such a rule is only read."""

    key: str
    words: str


def rules_in(text: str) -> list[MoveOnRule]:
    return [rule_of(line) for line in text.splitlines() if line.strip()]


def rule_of(line: str) -> MoveOnRule:
    key, between, words = line.strip().partition(BETWEEN)
    if between and " " not in key:
        return MoveOnRule(key, words.strip())
    return MoveOnRule("", line.strip())


def check_rules(text: str) -> None:
    """A validator: each line has a key that the code knows, and no key comes twice."""
    errors = list(faults([rule.key for rule in rules_in(text)]))
    if errors:
        raise ValidationError(errors)


def faults(keys: list[str]) -> Iterator[str]:
    known = ", ".join(RULE_KEYS)
    if "" in keys:
        yield _("Begin each line with its key and a colon. The keys are: %(keys)s.") % {
            "keys": known
        }
    for key in sorted(set(keys) - {""}):
        if key not in RULE_KEYS:
            yield _("“%(key)s” is no key. The keys are: %(keys)s.") % {
                "key": key,
                "keys": known,
            }
        elif keys.count(key) > 1:
            yield _("“%(key)s” stands there twice.") % {"key": key}

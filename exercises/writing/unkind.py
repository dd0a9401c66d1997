"""Words that blame, or that make a person smaller than they are."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from exercises.readability import sentences
from exercises.writing.clauses import asserted, clauses


class Unkind(NamedTuple):
    pattern: re.Pattern[str]
    reason: StrOrPromise


def _unkind(pattern: str, reason: StrOrPromise) -> Unkind:
    return Unkind(re.compile(pattern, re.IGNORECASE), reason)


UNKIND: tuple[Unkind, ...] = (
    _unkind(
        r"\bshould(?:n['’]t)?\b|\bought to\b|\byou (?:had|['’]d) better\b",
        _("It sounds like an order. Say what to do, or what somebody can do."),
    ),
    _unkind(
        r"\byou(?:['’]ve| have)? (?:\w+ )?(?:failed|neglected|forgot|forgotten|ignored"
        r"|gave up|given up|cheated|slacked)\b|\byou (?:keep|are|were) (?:failing"
        r"|slacking|neglecting|ignoring)\b|\byou never (?:bother|try|tried|finish)\w*",
        _("It blames. A missed day needs no judgment: say how to go on."),
    ),
    _unkind(
        r"\b(?:lazy|laziness|no excuses?|excuses|weak-willed|willpower|self-discipline"
        r"|lack of (?:effort|discipline|motivation|will)|couch potato"
        r"|non-?complian(?:t|ce))\b",
        _("It judges the person. Leave it out."),
    ),
    _unkind(
        r"\b(?:your (?:own )?fault|blame yourself|you are to blame|guilty|ashamed"
        r"|brought (?:it|this) on yourself)\b",
        _("Nobody is to blame for pain. Leave it out."),
    ),
    _unkind(
        r"\bbad (?:posture|habits?)\b|\bpoor (?:posture|habits?)\b"
        r"|\byour (?:\w+ )?(?:sitting|posture|weight|lifestyle) (?:is|was) to blame\b",
        _("It blames how somebody lives or sits. Say what may help instead."),
    ),
    _unkind(
        r"\bno pain,? no gain\b|\bpush through (?:the |your )?pain\b|\btough it out\b"
        r"|\bsuck it up\b",
        _("It asks people to ignore what they feel."),
    ),
    _unkind(
        r"\b(?:suffer|suffers|suffered|suffering) from\b|\bsufferers?\b"
        r"|\bvictims? of\b|\bafflicted\b",
        _("People have a condition. Write “have”."),
    ),
)


def unkind_in(text: str) -> Iterator[tuple[str, StrOrPromise]]:
    """Each unkind word with the reason; to say that nobody is to blame is kind."""
    for sentence in sentences(text):
        for clause in clauses(sentence):
            for pattern, reason in UNKIND:
                yield from ((words, reason) for words in asserted(clause, pattern))

"""What a screen's own page says: what to tell a clinician, and what is left out."""

from collections.abc import Collection
from typing import Any

from exercises.models import Exercise
from tracking.models import SafetyScreen
from tracking.safety import BY_KEY, FOLLOW_UPS, Answer, left_out

SIGNS = {*BY_KEY, *FOLLOW_UPS}


def raised(screen: SafetyScreen) -> list[str]:
    """The wordings to read out: yes to anything, or not sure about a sign."""
    return [
        given["wording"]
        for given in screen.answers
        if given["answer"] == Answer.YES
        or (given["answer"] == Answer.NOT_SURE and given["key"] in SIGNS)
    ]


def titles_of(slugs: Collection[str]) -> list[str]:
    if not slugs:
        return []
    exercises = Exercise.objects.published().filter(slug__in=slugs)
    return list(exercises.order_by("title").values_list("title", flat=True))


def page_of(screen: SafetyScreen) -> dict[str, Any]:
    """The context of the page. A lock that was lifted is told as it was, calmly."""
    is_past = screen.cleared_at is not None
    slugs = left_out(screen.precautions, screen.plain_answers)
    return {
        "screen": screen,
        "outcome": "lifted" if is_past else screen.outcome,
        "raised": raised(screen),
        "left_out": [] if screen.is_locked else titles_of(slugs),
    }

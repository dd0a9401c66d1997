"""Rows for whole pages, and the canaries that no page may let through."""

from typing import Any

from exercises.models import (
    Caution,
    Exercise,
    Guide,
    GuideSection,
    HelpItem,
    PausedMovement,
    SectionExercise,
    Statement,
    Step,
    Variation,
)
from tests.factories import make_exercise, make_guide, make_reference

CANARIES = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> "
    "[press](javascript:alert(1))"
)
SIGNS = ("<script>alert", "<img src=x", 'href="javascript')


def is_harmless(html: str) -> bool:
    return not any(sign in html.lower() for sign in SIGNS)


def make_statement(*keys: str, **fields: Any) -> Statement:
    statement = Statement.objects.create(**{"text": "It may ease.", **fields})
    statement.references.set([make_reference(key=key) for key in keys])
    return statement


def make_section(guide: Guide, **fields: Any) -> GuideSection:
    number = guide.sections.count() + 1
    defaults = {"order": number, "anchor": f"part-{number}", "heading": "A part"}
    return GuideSection.objects.create(guide=guide, **{**defaults, **fields})


def make_whole_section(guide: Guide) -> GuideSection:
    reference = make_reference()
    section = make_section(guide, body=f"So [@{reference.key}].")
    make_statement(make_reference().key + "-x", section=section, certainty="low")
    exercise = make_exercise()
    make_statement(exercise=exercise, certainty="low")
    SectionExercise.objects.create(section=section, exercise=exercise)
    HelpItem.objects.create(section=section, level="urgent", text="you have a fever")
    make_pause(section, instead_exercise=make_exercise())
    return section


def make_pause(section: GuideSection, **fields: Any) -> PausedMovement:
    defaults = {
        "name": "Full sit-ups",
        "why": "They load your back.",
        "instead": "Brace your tummy.",
        "bring_back": "In the last stage.",
    }
    return PausedMovement.objects.create(section=section, **{**defaults, **fields})


def make_whole_guide(sections: int, **fields: Any) -> Guide:
    guide = make_guide(**fields)
    for _ in range(sections):
        make_whole_section(guide)
    return guide


def make_whole_exercise(size: int, **fields: Any) -> Exercise:
    exercise = make_exercise(**fields)
    for number in range(size):
        Step.objects.create(exercise=exercise, order=number, text="Lie down.")
        Caution.objects.create(exercise=exercise, kind="stop-if", text="it hurts")
        Variation.objects.create(
            owner=exercise, kind="easier", text="Less.", exercise=make_exercise()
        )
        make_statement(
            f"key-{exercise.slug}-{number}", exercise=exercise, certainty="low"
        )
    return exercise

"""Where the public pages cite a reference."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from exercises.models import Exercise, Guide, GuideSection, Program, Reference


@dataclass(frozen=True)
class Citation:
    title: str
    url: str


def citations(reference: Reference) -> list[Citation]:
    return [
        *in_guides(reference),
        *in_exercises(reference),
        *in_programs(reference),
    ]


def in_body(reference: Reference) -> Q:
    return Q(body__contains=f"[@{reference.key}]")


def in_statements(reference: Reference) -> Q:
    token = f"[@{reference.key}]"
    return Q(statements__references=reference) | Q(statements__text__contains=token)


def in_guides(reference: Reference) -> Iterable[Citation]:
    for guide in Guide.objects.published().filter(in_body(reference)):
        yield Citation(guide.title, guide.get_absolute_url())
    sections = (
        GuideSection.objects.filter(guide__in=Guide.objects.published())
        .filter(in_body(reference) | in_statements(reference))
        .select_related("guide")
        .order_by("guide__title", "order", "pk")
        .distinct()
    )
    for section in sections:
        url = f"{section.guide.get_absolute_url()}#{section.anchor}"
        yield Citation(f"{section.guide.title}: {section.heading}", url)


def in_exercises(reference: Reference) -> Iterable[Citation]:
    cited = in_body(reference) | in_statements(reference)
    for exercise in Exercise.objects.published().filter(cited).distinct():
        yield Citation(exercise.title, f"{exercise.get_absolute_url()}#why")


def in_programs(reference: Reference) -> Iterable[Citation]:
    for program in Program.objects.published().filter(in_body(reference)):
        yield Citation(program.title, f"{program.get_absolute_url()}#about")

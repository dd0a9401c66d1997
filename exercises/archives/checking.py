"""What a file may not say, beyond the shape of its keys."""

import re
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from exercises.archives.names import FileName
from exercises.evidence import unknown_citations
from exercises.models import Exercise, Guide, Program, Reference, Workflow
from exercises.prose import AT_MOST
from exercises.shipping.columns import Column
from exercises.shipping.library import Library
from exercises.shipping.part import Plain
from exercises.shipping.refusal import RefusedError, within

DRAFTS = {Workflow.Status.DRAFT, Workflow.Status.IN_REVIEW}
PAGES = {
    "exercises": Exercise,
    "guides": Guide,
    "programs": Program,
    "references": Reference,
}
LINK = re.compile(r"\]\(/(exercises|guides|programs|references)/([\w-]+)/?[)#?\s]")


def strings(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Each text with the keys that lead to it."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from strings(item, f"{place}, {key}" if place else key)
    elif isinstance(value, list):
        for number, item in enumerate(value, start=1):
            yield from strings(item, f"{place}, {number}")


def refuse_unfit(name: FileName, plain: Plain, keys: set[str]) -> None:
    for place, text in strings(plain):
        with within(place):
            refuse_text(text, keys)
    refuse_stage(name, plain)
    refuse_row(name, plain)


def refuse_text(text: str, keys: set[str]) -> None:
    if len(text) > AT_MOST:
        raise RefusedError(f"It takes at most {AT_MOST} letters.")
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise RefusedError("It holds a letter that cannot be kept.")
    for sentence in unknown_citations(text, keys):
        raise RefusedError(sentence)


def refuse_stage(name: FileName, plain: Plain) -> None:
    status = plain.get("status", Workflow.Status.PUBLISHED)
    if name.is_draft and status not in DRAFTS:
        with within("status"):
            raise RefusedError(f"A working draft is one of: {', '.join(DRAFTS)}.")


def refuse_row(name: FileName, plain: Plain) -> None:
    """What the database would not take, in the words of its constraints."""
    shape = name.kind.shape.with_stage
    told = {
        part.name: plain.get(part.name, part.default)
        for part in shape.parts
        if isinstance(part, Column)
    }
    row = shape.model(**told)
    others = {each.name for each in row._meta.fields} - set(told)
    for constraint in row._meta.constraints:
        if isinstance(constraint, models.CheckConstraint):
            try:
                constraint.validate(shape.model, row, exclude=others)
            except ValidationError as error:
                raise RefusedError(" ".join(error.messages)) from error


def dead_links(plain: Plain, library: Library) -> Iterator[str]:
    for place, text in strings(plain):
        for folder, name in LINK.findall(text):
            if not library.knows(PAGES[folder], name):
                yield f'{place}: The link to "/{folder}/{name}/" leads nowhere.'

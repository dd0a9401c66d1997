"""Which texts cite which references, drafts included: for staff, not for readers."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from exercises.models import (
    Exercise,
    Guide,
    GuideSection,
    Program,
    Reference,
    Statement,
)
from exercises.prose import CITATION, cited_keys

# Each text that may cite, and the way from its row to the page it stands on.
TEXTS: tuple[tuple[Any, str, tuple[str, ...]], ...] = (
    (Exercise, "body", ("",)),
    (Guide, "body", ("",)),
    (GuideSection, "body", ("guide",)),
    (Program, "body", ("",)),
    (Statement, "text", ("exercise", "section__guide")),
)
BEGUN = re.compile(r"\[@[^\]\n]*\]?")


@dataclass(frozen=True)
class Broken:
    page: Any
    key: str


def citing() -> Iterator[tuple[Any, str]]:
    """Each page with each key that its texts cite."""
    for model, column, ways in TEXTS:
        joined = [way for way in ways if way]
        rows = model.objects.filter(**{f"{column}__contains": "[@"})
        for row in rows.select_related(*joined) if joined else rows:
            for key in cited_keys(getattr(row, column)):
                yield page_of(row, ways), key


def page_of(row: Any, ways: tuple[str, ...]) -> Any:
    for way in ways:
        found = row
        for name in way.split("__") if way else ():
            found = getattr(found, name) if found else None
        if found:
            return found
    return row


type Cited = list[tuple[Any, str]]


def broken(cited: Cited | None = None) -> list[Broken]:
    known = set(Reference.objects.values_list("key", flat=True))
    found = {
        (type(page), page.pk, key): Broken(page, key)
        for page, key in (citing() if cited is None else cited)
        if key not in known
    }
    return list(found.values())


def citing_pages(reference: Reference) -> list[Any]:
    """All that cite it, drafts included, in a text or in a statement."""
    found = {page for page, key in citing() if key == reference.key}
    statements = reference.statements.select_related("exercise", "section__guide")
    found |= {page_of(each, ("exercise", "section__guide")) for each in statements}
    return sorted(found, key=str)


def unused(cited: Cited | None = None) -> list[Reference]:
    pairs = citing() if cited is None else cited
    keys = {key for _page, key in pairs}
    rows = Reference.objects.filter(statements=None)
    return [row for row in rows if row.key not in keys]


def unknown_citations(text: str, keys: set[str] | None = None) -> list[str]:
    """A sentence for each citation that leads nowhere, with its line."""
    if "[@" not in text:
        return []
    if keys is None:
        keys = set(Reference.objects.values_list("key", flat=True))
    return [
        sentence(number, found[0], keys)
        for number, line in enumerate(text.splitlines(), start=1)
        for found in BEGUN.finditer(line)
        if not is_known(found[0], keys)
    ]


def is_known(token: str, keys: set[str]) -> bool:
    match = CITATION.fullmatch(token)
    return bool(match and match[1] in keys)


def sentence(number: int, token: str, keys: set[str]) -> str:
    words = {"line": number, "token": token}
    if not CITATION.fullmatch(token):
        return (
            _("Line %(line)s: “%(token)s” is no whole citation. Write [@key].") % words
        )
    like = difflib.get_close_matches(token[2:-1], keys, n=1)
    if like:
        words["like"] = like[0]
        return (
            _(
                "Line %(line)s: no reference has the key in “%(token)s”. "
                "Did you mean [@%(like)s]?"
            )
            % words
        )
    return _("Line %(line)s: no reference has the key in “%(token)s”.") % words

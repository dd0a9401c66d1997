"""The references of one page, numbered in the order of their first mention."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from exercises import prose
from exercises.models import Reference

logger = logging.getLogger(__name__)

MARK = '<sup><a id="{}" href="#{}" aria-label="{}">{}</a></sup>'


@dataclass(frozen=True)
class Footnote:
    number: int
    reference: Reference
    found: SafeString
    back_links: list[str]

    @property
    def html_id(self) -> str:
        return f"ref-{self.number}"


class Footnotes:
    """Gives each citation its mark while a page is rendered from top to bottom."""

    def __init__(self, references: Iterable[Reference] = ()) -> None:
        self.references: dict[str, Reference] = {}
        self.anchors: dict[str, list[str]] = {}
        self.missing: list[str] = []
        self.know(references)

    @classmethod
    def for_texts(cls, texts: Iterable[str]) -> Self:
        keys = {key for text in texts for key in prose.cited_keys(text)}
        return cls(Reference.objects.filter(key__in=keys))

    def know(self, references: Iterable[Reference]) -> None:
        self.references |= {reference.key: reference for reference in references}

    def mark(self, key: str) -> SafeString:
        if key not in self.references:
            self.miss(key)
            return SafeString("")
        anchors = self.anchors.setdefault(key, [])
        number = list(self.anchors).index(key) + 1
        place = f"-{len(anchors) + 1}" if anchors else ""
        anchors.append(f"note-{number}{place}")
        label = _("Footnote %(number)s") % {"number": number}
        return format_html(MARK, anchors[-1], f"ref-{number}", label, number)

    def miss(self, key: str) -> None:
        if key not in self.missing:
            self.missing.append(key)
            logger.warning("No reference has the key %s.", key)

    def notes(self) -> list[Footnote]:
        return [
            Footnote(
                number=number,
                reference=self.references[key],
                found=prose.render_inline(self.references[key].found),
                back_links=anchors,
            )
            for number, (key, anchors) in enumerate(self.anchors.items(), start=1)
        ]

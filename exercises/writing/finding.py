from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise


class Kind(models.TextChoices):
    """What a text is read for, in the order of the checklist."""

    FORBIDDEN = "forbidden", _("No forbidden claim")
    UNCITED = "uncited", _("Every benefit cited, with its certainty")
    UNGRADED = "ungraded", _("What the text cites is in a statement too")
    UNKIND = "unkind", _("No “should”, no blame")
    UNSEEN = "unseen", _("Words for every picture")
    LONG_STEP = "long-step", _("Short steps")
    LONG_SENTENCE = "long-sentence", _("Short sentences")
    HARD = "hard", _("Easy to read")


BLOCKING = frozenset({Kind.FORBIDDEN, Kind.UNCITED})


@dataclass(frozen=True)
class Place:
    """One field of one row of a page. `label` is its name in words."""

    row: models.Model
    field: str
    label: str


@dataclass(frozen=True)
class Finding:
    kind: Kind
    place: Place
    quote: str
    reason: StrOrPromise

    def __str__(self) -> str:
        quote = f"“{self.quote}” " if self.quote else ""
        return f"{self.place.label}: {quote}{self.reason}"

    @property
    def blocks(self) -> bool:
        return self.kind in BLOCKING

"""What an import would do, file by file."""

import difflib
import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from exercises.archives.names import FileName
from exercises.archives.reading import Entry
from exercises.shipping.library import Library
from exercises.shipping.part import Plain
from exercises.shipping.printing import printed


class Outcome(models.TextChoices):
    ADDED = "added", _("Added")
    CHANGED = "changed", _("Changed")
    KEPT = "kept", _("Kept as it is here")
    ONLY_HERE = "only-here", _("Only here")
    SAME = "unchanged", _("Unchanged")


WRITES = {Outcome.ADDED, Outcome.CHANGED}


@dataclass(frozen=True)
class Step:
    """One file: what becomes of it, and why. `row` is what it writes into."""

    name: FileName
    outcome: Outcome
    note: StrOrPromise = ""
    before: str = ""
    plain: Plain = field(default_factory=dict)
    row: Any = None
    draft_of: Any = None
    entry: Entry | None = None

    @property
    def after(self) -> str:
        return printed(self.name.kind, self.plain) if self.plain else ""

    @property
    def diff(self) -> list[str]:
        if not self.plain:
            return []
        before, after = self.before.splitlines(), self.after.splitlines()
        lines = difflib.unified_diff(before, after, lineterm="")
        return list(lines)[2:]  # without the names of the files


@dataclass
class Plan:
    library: Library
    steps: list[Step] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def writes(self) -> list[Step]:
        return [step for step in self.steps if step.outcome in WRITES]

    @property
    def counts(self) -> list[tuple[Outcome, int]]:
        found = Counter(step.outcome for step in self.steps)
        return [(outcome, found[outcome]) for outcome in Outcome]

    @property
    def digest(self) -> str:
        """Of all that was shown: with another one, somebody changed something."""
        found = hashlib.sha256()
        for step in self.steps:
            for words in (str(step.name), step.outcome, step.before, step.after):
                found.update(f"{len(words)}:{words}".encode())
        return found.hexdigest()

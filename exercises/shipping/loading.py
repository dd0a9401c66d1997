from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from django.db import transaction

from exercises.shipping.digest import digest
from exercises.shipping.files import ShippedFile, files_of
from exercises.shipping.kinds import KINDS, Kind
from exercises.shipping.library import Library
from exercises.shipping.part import Plain
from exercises.shipping.refusal import ContentError, RefusedError
from exercises.shipping.shape import Shape
from exercises.shipping.writing import Target, write_parts, write_rows

CONTENT = Path(__file__).resolve().parent.parent / "content"


class Outcome(StrEnum):
    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    KEPT = "kept as staff changed them"


@dataclass
class Tally:
    """What became of the files of one folder."""

    kind: Kind
    counts: Counter[Outcome] = field(default_factory=Counter)

    def __str__(self) -> str:
        counts = ", ".join(f"{self.counts[outcome]} {outcome}" for outcome in Outcome)
        total = self.counts.total()
        noun = self.kind.noun if total != 1 else self.kind.noun.removesuffix("s")
        return f"{total} {noun}: {counts}"


@dataclass(frozen=True)
class Entry:
    """A file that was read, and what it says in plain form."""

    file: ShippedFile
    plain: Plain

    @property
    def shape(self) -> Shape:
        return self.file.kind.shape


@transaction.atomic
def load_content(folder: Path = CONTENT) -> list[Tally]:
    """Make or update the rows of all files, or none.

    A row that staff changed stays as they left it, until it says again what was
    loaded. A row that staff deleted comes back, so the admin lets them withdraw it
    instead.
    """
    library = Library.of_database()
    entries = read_all(folder, library)
    return [load(kind, entries[kind.folder], library) for kind in KINDS]


def read_all(folder: Path, library: Library) -> dict[str, list[Entry]]:
    problems: list[str] = []
    files = [file for kind in KINDS for file in files_of(kind, folder, problems)]
    for file in files:
        library.expect(file.kind.shape.model, file.name)
    entries: dict[str, list[Entry]] = {kind.folder: [] for kind in KINDS}
    for file in files:
        try:
            entries[file.kind.folder].append(Entry(file, file.plain(library)))
        except RefusedError as refusal:
            problems.append(f"{file.label}: {refusal}")
    if problems:
        raise ContentError("\n".join(problems))
    return entries


def load(kind: Kind, entries: list[Entry], library: Library) -> Tally:
    tally = Tally(kind)
    rows = rows_of(kind)
    targets: list[Target] = []
    for entry in entries:
        row = rows.get(entry.file.name)
        outcome = outcome_of(entry, row, library)
        tally.counts[outcome] += 1
        if outcome in {Outcome.NEW, Outcome.UPDATED}:
            targets.append(target_of(entry, row))
        elif outcome == Outcome.UNCHANGED:
            adopt(row, entry)
    write(kind, targets, library)
    return tally


def rows_of(kind: Kind) -> dict[str, Any]:
    """The rows that readers see, by name; working drafts are not."""
    rows = kind.shape.model.objects.prefetch_related(*kind.shape.prefetches())
    return {
        getattr(row, kind.name_field): row
        for row in rows
        if getattr(row, "draft_of_id", None) is None
    }


def outcome_of(entry: Entry, row: Any, library: Library) -> Outcome:
    if row is None:
        return Outcome.NEW
    standing = entry.shape.of_row(row, library)
    if standing == entry.plain:
        return Outcome.UNCHANGED
    was_loaded = row.loaded_digest == digest(standing)
    return Outcome.UPDATED if was_loaded else Outcome.KEPT


def adopt(row: Any, entry: Entry) -> None:
    """It came in an archive and says what ships: updates reach it again."""
    if not row.loaded_digest:
        rows = type(row).objects.filter(pk=row.pk)
        rows.update(loaded_digest=digest(entry.plain))


def target_of(entry: Entry, row: Any) -> Target:
    file = entry.file
    is_new = row is None
    row = row or entry.shape.model(**{file.kind.name_field: file.name})
    row.loaded_digest = digest(entry.plain)
    return Target(row, entry.plain, is_new)


def write(kind: Kind, targets: list[Target], library: Library) -> None:
    """All rows of a folder before their parts, which may point to any of them."""
    try:
        write_rows(kind.shape, targets, library)
        for target in targets:
            library.add(target.row, kind.name_field)
        write_parts(kind.shape, targets, library)
    except RefusedError as refusal:
        raise ContentError(f"{kind.folder}: {refusal}") from refusal

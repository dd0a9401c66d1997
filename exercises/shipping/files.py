from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from exercises.shipping.columns import checked
from exercises.shipping.front_matter import parted
from exercises.shipping.kinds import Kind
from exercises.shipping.library import Library
from exercises.shipping.part import Plain
from exercises.shipping.refusal import within


@dataclass(frozen=True)
class ShippedFile:
    """One file. Its name is the address or the key of its row."""

    kind: Kind
    path: Path
    given: Plain

    @property
    def label(self) -> str:
        return f"{self.kind.folder}/{self.path.name}"

    @property
    def name(self) -> str:
        return self.path.stem

    def plain(self, library: Library) -> Plain:
        with within("file name"):
            checked(self.kind.names, self.name)
        return self.kind.shape.read(self.given, library)


def files_of(kind: Kind, folder: Path, problems: list[str]) -> Iterator[ShippedFile]:
    for path in sorted((folder / kind.folder).glob("*.md")):
        try:
            text = path.read_text(encoding="utf-8")
            yield ShippedFile(kind, path, given_in(text, kind))
        except ValueError as refusal:
            problems.append(f"{kind.folder}/{path.name}: {refusal}")


def given_in(text: str, kind: Kind) -> Plain:
    given, below = parted(text)
    return kind.with_text(given, below, kind.text_key)

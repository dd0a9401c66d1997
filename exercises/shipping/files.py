from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import frontmatter
import yaml

from exercises.shipping.columns import checked
from exercises.shipping.kinds import Kind
from exercises.shipping.library import Library
from exercises.shipping.part import Field, Plain
from exercises.shipping.refusal import RefusedError, within
from exercises.shipping.shapes import field


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
            checked(self.name_field, self.name)
        return self.kind.shape.read(self.given, library)

    @property
    def name_field(self) -> Field:
        return field(self.kind.shape.model, self.kind.name_field)


def files_of(kind: Kind, folder: Path, problems: list[str]) -> Iterator[ShippedFile]:
    for path in sorted((folder / kind.folder).glob("*.md")):
        try:
            yield ShippedFile(kind, path, given_in(path, kind))
        except RefusedError as refusal:
            problems.append(f"{kind.folder}/{path.name}: {refusal}")


def given_in(path: Path, kind: Kind) -> Plain:
    try:
        given, text = frontmatter.parse(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, ValueError) as error:
        raise RefusedError(f"Its front matter cannot be read. {error}") from error
    return kind.with_text(given, text.strip(), kind.text_key)

"""All content as files: drafts, working drafts and pictures too."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.files.storage import default_storage

from exercises.archives.names import ALL_KINDS, PIXELS, FileName, Files
from exercises.shipping.kinds import PICTURES, Kind
from exercises.shipping.library import Library
from exercises.shipping.part import Plain
from exercises.shipping.printing import printed


@dataclass(frozen=True)
class Standing:
    """What stands here under the name of a file."""

    name: FileName
    row: Any
    plain: Plain

    @property
    def text(self) -> str:
        return printed(self.name.kind, self.plain)


def standing(kind: Kind, library: Library, *, held: bool = False) -> Iterator[Standing]:
    """With `held`, nobody else changes the rows until the transaction ends."""
    rows = kind.shape.model.objects.prefetch_related(*kind.shape.prefetches())
    for row in rows.select_for_update() if held else rows:
        is_draft = getattr(row, "draft_of_id", None) is not None
        name = FileName(kind, getattr(row, kind.name_field), is_draft)
        yield Standing(name, row, kind.shape.of_row(row, library))


def pixels(row: Any) -> bytes:
    with default_storage.open(row.file.name) as file:
        content: bytes = file.read()
    return content


def exported() -> Files:
    library = Library.of_database()
    files: Files = {}
    for kind in ALL_KINDS:
        for here in standing(kind, library):
            files[str(here.name)] = here.text.encode()
            if kind is PICTURES:
                files[str(FileName(kind, here.name.name, ending=PIXELS))] = pixels(
                    here.row
                )
    return dict(sorted(files.items()))

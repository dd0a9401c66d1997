"""What a file of an archive may be called, and what its name means."""

import re
from dataclasses import dataclass

from exercises.models import Workflow
from exercises.shipping.kinds import KINDS, PICTURES, Kind
from exercises.shipping.refusal import RefusedError

type Files = dict[str, bytes]

ALL_KINDS = (PICTURES, *KINDS)
BY_FOLDER = {kind.folder: kind for kind in ALL_KINDS}
TEXT, PIXELS, DRAFT = ".md", ".webp", ".draft"
NAME = re.compile(
    r"(?P<folder>[a-z]+)/(?P<name>[A-Za-z0-9_-]+)(?P<draft>\.draft)?(?P<ending>\.\w+)",
    re.ASCII,
)


@dataclass(frozen=True)
class FileName:
    kind: Kind
    name: str
    is_draft: bool = False
    ending: str = TEXT

    def __str__(self) -> str:
        return f"{self.kind.folder}/{self.name}{DRAFT * self.is_draft}{self.ending}"

    @property
    def is_allowed(self) -> bool:
        has_drafts = issubclass(self.kind.shape.model, Workflow)
        endings = {TEXT, PIXELS} if self.kind is PICTURES else {TEXT}
        return self.ending in endings and (has_drafts or not self.is_draft)


def name_of(path: str) -> FileName:
    match = NAME.fullmatch(path)
    kind = BY_FOLDER.get(match["folder"]) if match else None
    if match and kind:
        name = FileName(kind, match["name"], bool(match["draft"]), match["ending"])
        if name.is_allowed:
            return name
    raise RefusedError(
        f"{quoted(path)} has no place in an archive. It takes files such as "
        f"exercises/bridge{TEXT}, in the folders {', '.join(BY_FOLDER)}."
    )


def quoted(path: str) -> str:
    """A name that may hold anything, made safe to show."""
    return ascii(path[:80])

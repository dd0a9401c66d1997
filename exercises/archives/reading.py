"""Files become entries. Whatever is wrong is told with file and field."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError

from exercises.archives.checking import dead_links, refuse_unfit
from exercises.archives.claims import blocking
from exercises.archives.names import PIXELS, TEXT, FileName, Files, name_of
from exercises.models import Reference
from exercises.reencoding import WebP, as_kept
from exercises.shipping.columns import checked
from exercises.shipping.files import given_in
from exercises.shipping.kinds import PICTURES
from exercises.shipping.library import Library
from exercises.shipping.part import Plain
from exercises.shipping.refusal import RefusedError, within


@dataclass(frozen=True)
class Entry:
    name: FileName
    plain: Plain
    claims: list[str]
    dead_links: list[str]
    picture: WebP | None = None

    @property
    def remarks(self) -> list[str]:
        return [*self.claims, *self.dead_links]


@dataclass
class Reading:
    """What was read, what is refused, and what only `check` and a page object to."""

    library: Library
    entries: list[Entry] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def remarks(self) -> list[str]:
        return [f"{e.name}: {words}" for e in self.entries for words in e.remarks]

    def refuse(self, path: object, words: object) -> None:
        self.problems.append(f"{path}: {words}")


def read(files: Files) -> Reading:
    reading = Reading(Library.of_database())
    given = dict(given_by(files, reading))
    for name in given:
        if not name.is_draft:
            reading.library.expect(name.kind.shape.model, name.name)
    keys = {key for model, key in reading.library.rows if model is Reference}
    for name, told in given.items():
        try:
            reading.entries.append(entry(name, told, files, reading.library, keys))
        except (RefusedError, ValidationError) as refusal:
            reading.refuse(name, sentence(refusal))
    return reading


def sentence(refusal: Exception) -> str:
    if isinstance(refusal, ValidationError):
        return " ".join(refusal.messages)
    return str(refusal)


def given_by(files: Files, reading: Reading) -> list[tuple[FileName, Plain]]:
    found = []
    for path, content in files.items():
        name = name_of(path)
        if name.ending == PIXELS:
            beside = str(FileName(PICTURES, name.name))
            if beside not in files:
                reading.refuse(path, f"Its words are missing: {beside}.")
            continue
        try:
            found.append((name, given_in(decoded(content), name.kind)))
        except RefusedError as refusal:
            reading.refuse(path, refusal)
    return found


def decoded(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise RefusedError(f"line {line}: It is no UTF-8 text.") from error
    return text.replace("\r\n", "\n")


def entry(
    name: FileName, told: Plain, files: Files, library: Library, keys: set[str]
) -> Entry:
    with within("file name"):
        checked(name.kind.names, name.name)
    plain = name.kind.shape.with_stage.read(told, library)
    refuse_unfit(name, plain, keys)
    picture = None
    if name.kind is PICTURES:
        content = files.get(str(name).removesuffix(TEXT) + PIXELS)
        if content is None:
            raise RefusedError("Its picture is missing.")
        picture = as_kept(content)
    claims = [str(finding) for finding in blocking(name.kind.shape, plain)]
    return Entry(name, plain, claims, list(dead_links(plain, library)), picture)

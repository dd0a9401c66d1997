"""An archive is not believed: neither its names nor the sizes it claims."""

import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from exercises.archives.names import BY_FOLDER, PIXELS, TEXT, Files, name_of, quoted
from exercises.shipping.refusal import ContentError, RefusedError

MEGABYTE = 1024 * 1024
MOST_FILES = 5000
LARGEST = {TEXT: MEGABYTE // 2, PIXELS: 2 * MEGABYTE}
MOST = {TEXT: 16 * MEGABYTE, PIXELS: 128 * MEGABYTE}
MOST_BYTES = sum(MOST.values())
PLAIN = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
UNREADABLE = "This is no ZIP archive that can be read."
ENCRYPTED = 0x1


@dataclass
class Room:
    """What may come in. Each file is asked for before it is read."""

    names: set[str] = field(default_factory=set)
    taken: Counter[str] = field(default_factory=Counter)

    def take(self, path: str, size: int) -> None:
        ending = name_of(path).ending
        if path in self.names:
            raise RefusedError(f"{quoted(path)} stands there twice.")
        self.names.add(path)
        if len(self.names) > MOST_FILES:
            raise RefusedError(f"It holds more than {MOST_FILES} files.")
        if size > LARGEST[ending]:
            largest = LARGEST[ending] // 1024
            raise RefusedError(f"{path} is larger than {largest} KB.")
        self.taken[ending] += size
        if self.taken[ending] > MOST[ending]:
            most = MOST[ending] // MEGABYTE
            raise RefusedError(f"All its {ending} files are larger than {most} MB.")


def unpacked(path: Path) -> Files:
    """The files of a folder or of a ZIP archive, all of them, or a refusal."""
    try:
        if path.is_dir():
            return dict(sorted(in_folder(path)))
        with path.open("rb") as file:
            return unzipped(file)
    except (RefusedError, OSError) as error:
        raise ContentError(str(error)) from error


def in_folder(folder: Path) -> Iterator[tuple[str, bytes]]:
    room = Room()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        kind = path.lstat().st_mode
        if stat.S_ISDIR(kind) and name in BY_FOLDER:
            continue
        if not stat.S_ISREG(kind):
            raise RefusedError(f"{quoted(name)} is no plain file.")
        room.take(name, path.stat().st_size)
        yield name, path.read_bytes()


def unzipped(file: IO[bytes]) -> Files:
    try:
        with zipfile.ZipFile(file) as archive:
            return dict(sorted(in_zip(archive)))
    except RefusedError as refusal:
        raise ContentError(str(refusal)) from refusal
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        RuntimeError,
        ValueError,
    ) as error:
        raise ContentError(UNREADABLE) from error


def in_zip(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    room = Room()
    for info in archive.infolist():
        if info.is_dir() and info.filename.rstrip("/") in BY_FOLDER:
            continue
        refuse_special(info)
        room.take(info.filename, info.file_size)
        yield info.filename, archive.read(info)  # no more than its claimed size


def refuse_special(info: zipfile.ZipInfo) -> None:
    kind = stat.S_IFMT(info.external_attr >> 16)
    name = quoted(info.orig_filename)
    if kind not in {0, stat.S_IFREG} or info.orig_filename != info.filename:
        raise RefusedError(f"{name} is no plain file.")
    if info.flag_bits & ENCRYPTED:
        raise RefusedError(f"{name} is encrypted.")
    if info.compress_type not in PLAIN:
        raise RefusedError(f"{name} is packed in a way that is not taken.")

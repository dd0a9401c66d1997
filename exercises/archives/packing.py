"""The same files give the same bytes: one order, one time, nothing compressed."""

import zipfile
from io import BytesIO
from pathlib import Path

from exercises.archives.names import Files

THEN = (1980, 1, 1, 0, 0, 0)  # the first time that a ZIP archive can tell
UNIX, PLAIN_FILE = 3, 0o100644


def zipped(files: Files) -> bytes:
    """Stored as they are: zlib packs differently from version to version."""
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as writing:
        for name, content in sorted(files.items()):
            info = zipfile.ZipInfo(name, THEN)
            info.create_system, info.external_attr = UNIX, PLAIN_FILE << 16
            writing.writestr(info, content)
    return archive.getvalue()


def write_zip(files: Files, path: Path) -> None:
    """Half an archive never stands under the name that was asked for."""
    beside = path.with_name(f".{path.name}.part")
    beside.write_bytes(zipped(files))
    beside.replace(path)


def write_folder(files: Files, folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty.")
    for name, content in sorted(files.items()):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

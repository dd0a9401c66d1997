"""The shipped files, read without a database."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import frontmatter

import exercises

CONTENT = Path(exercises.__file__).parent / "content"


def shipped_files(folder: str = "*") -> list[Path]:
    return sorted(CONTENT.glob(f"{folder}/*.md"))


def name_of(path: Path) -> str:
    return str(path.relative_to(CONTENT))


def front_matter(path: Path) -> dict[str, Any]:
    return dict(frontmatter.loads(path.read_text()).metadata)


def body(path: Path) -> str:
    return str(frontmatter.loads(path.read_text()).content)


def prose(value: object) -> Iterator[str]:
    """Every string inside front matter, whatever its depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from prose(item)
    elif isinstance(value, list):
        for item in value:
            yield from prose(item)


def texts(path: Path) -> list[str]:
    return [*prose(front_matter(path)), body(path)]

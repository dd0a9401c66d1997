"""An uploaded file as rows by our names, whatever its shape. Never whole in memory."""

import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO

from django.core.files import File

from portal.plans.eligibility.reading import headings_of, mapped_rows
from portal.plans.eligibility.x12 import MARK, x12_rows

type Rows = Iterator[tuple[int, Mapping[str, str]]]


@contextmanager
def text_of(upload: File[bytes]) -> Iterator[io.TextIOWrapper]:
    upload.seek(0)
    raw: IO[bytes] = upload.file  # type: ignore[assignment]  # an upload has one
    text = io.TextIOWrapper(raw, encoding="utf-8-sig", newline="")
    try:
        yield text
    finally:
        text.detach()


def is_x12(upload: File[bytes]) -> bool:
    upload.seek(0)
    return bytes(upload.read(len(MARK))) == MARK


def headings_in(upload: File[bytes]) -> list[str]:
    """Raises ValueError when it is no text, or empty."""
    with text_of(upload) as text:
        return headings_of(text)


def rows_in(upload: File[bytes], mapping: Mapping[str, str]) -> Rows:
    if is_x12(upload):
        with text_of(upload) as text:
            yield from x12_rows(text)
    else:
        with text_of(upload) as text:
            yield from mapped_rows(text, mapping)

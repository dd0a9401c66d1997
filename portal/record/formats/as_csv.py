"""The record as a ZIP of CSV files: one for each table, with a data dictionary.

Numbers stay numbers. A text that a spreadsheet would take for a formula begins with an
apostrophe. Files begin with a byte order mark, so that spreadsheets read UTF-8.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence

from portal.record.formats.as_json import compact
from portal.record.left_out import LEFT_OUT
from portal.record.schema import values_in_words
from portal.record.table import Row, Table
from portal.record.whole import Whole, in_pieces

BYTE_ORDER_MARK = "\ufeff"
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")  # the wide ones count too
DICTIONARY = "data-dictionary.csv"

type Cell = str | int | float


class Outlet(io.RawIOBase):
    """Where the ZIP is written: holds only what has not been sent yet."""

    def __init__(self) -> None:
        self.waiting: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, piece: bytes) -> int:  # type: ignore[override]  # bytes come in
        self.waiting.append(bytes(piece))
        return len(piece)

    def take(self) -> bytes:
        taken, self.waiting = b"".join(self.waiting), []
        return taken


def cell(value: object) -> Cell:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    text = value if isinstance(value, str) else compact(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def lines(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Each line by itself, so that no more than one is held."""
    page = io.StringIO(newline="")
    writer = csv.writer(page)
    page.write(BYTE_ORDER_MARK)
    writer.writerow(heads)
    yield page.getvalue()
    for row in rows:
        page.seek(0)
        page.truncate()
        writer.writerow([cell(value) for value in row])
        yield page.getvalue()


def table_lines(table: Table, rows: Iterable[Row]) -> Iterator[str]:
    return lines(list(table.meanings), (list(row.values()) for row in rows))


def dictionary_lines(tables: Iterable[Table]) -> Iterator[str]:
    rows = (
        (
            f"{table.name}.csv",
            column.name,
            values_in_words(table, column),
            str(column.words),
        )
        for table in tables
        for column in table.columns
    )
    return lines(("file", "column", "values", "meaning"), rows)


def files(record: Whole) -> Iterator[tuple[str, Iterator[str]]]:
    tables = []
    for table, rows in record.tables():
        tables.append(table)
        yield f"{table.name}.csv", table_lines(table, rows)
    yield DICTIONARY, dictionary_lines(tables)
    left_out = ((str(one.what), str(one.why)) for one in LEFT_OUT)
    yield "left-out.csv", lines(("what", "why"), left_out)


def zip_pieces(record: Whole) -> Iterator[bytes]:
    outlet = Outlet()
    made_at = record.at.timetuple()[:6]
    with zipfile.ZipFile(outlet, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, texts in files(record):
            entry = zipfile.ZipInfo(name, made_at)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w") as file:
                for piece in in_pieces(texts):
                    file.write(piece)
                    yield outlet.take()
    yield outlet.take()

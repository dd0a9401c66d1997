"""Eligibility files in X12 834 005010X220A1, one member loop at a time.

Only what a check needs is read: not the sex, though the standard asks for it, and no
Social Security number.
"""

from collections.abc import Iterator, Mapping
from typing import TextIO

from pyx12.error_handler import errh_null
from pyx12.errors import EngineError, X12Error
from pyx12.params import params
from pyx12.x12context import X12ContextReader

MARK = b"ISA"
LOOP = "2000"
END = "IEA"
PLACES = {
    "action": "INS03",
    "relationship": "INS02",
    "subscriber_id": "REF[0F]02",
    "last_name": "2100A/NM103",
    "first_name": "2100A/NM104",
    "zip_code": "2100A/N403",
    "birth_date": "2100A/DMG02",
    "plan_code": "2300/HD04",
    "starts_on": "2300/DTP[348]03",
    "ends_on": "2300/DTP[349]03",
}
CONTACT = range(3, 9, 2)  # PER03 to PER08 are pairs: a kind, then its value


def x12_rows(text: TextIO) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Each member, by our names. Raises ValueError when it is no such file, or not whole."""
    last: str | None = None
    try:
        reader = X12ContextReader(params(), errh_null(), text)
        for node in reader.iter_segments(LOOP):
            last = node.id
            if last == LOOP:
                yield node.cur_line_number or 0, fields_of(node)
    except (X12Error, EngineError) as error:
        raise ValueError("not an 834") from error
    if last != END:
        raise ValueError("not an 834 to its end")


def fields_of(node: object) -> dict[str, str]:
    value = node.get_value  # type: ignore[attr-defined]  # the package has no types
    fields = {name: value(place) or "" for name, place in PLACES.items()}
    for kind in CONTACT:
        if value(f"2100A/PER{kind:02}") == "EM":
            fields["email"] = value(f"2100A/PER{kind + 1:02}") or ""
    return fields

"""The record as JSON, in the shape that `record.schema.json` states."""

import json
from collections.abc import Iterator

from portal.record.left_out import LEFT_OUT
from portal.record.table import plain
from portal.record.whole import Whole

FORMAT = "stepwell-record"
VERSION = 1


def compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def json_texts(record: Whole) -> Iterator[str]:
    head = {"format": FORMAT, "version": VERSION, "exported_at": plain(record.at)}
    head |= {"left_out": [{"what": str(o.what), "why": str(o.why)} for o in LEFT_OUT]}
    yield compact(head)[:-1] + ',"tables":{'
    for place, (table, rows) in enumerate(record.tables()):
        yield ("," if place else "") + f'\n"{table.name}":['
        for number, row in enumerate(rows):
            yield (",\n" if number else "\n") + compact(row)
        yield "]"
    yield "}}\n"

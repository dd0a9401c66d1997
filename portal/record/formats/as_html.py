"""The record as one page to read and to print, in pieces."""

import itertools
from collections.abc import Iterator

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from portal.record.left_out import LEFT_OUT
from portal.record.whole import Whole
from portal.record.words import cards

AT_ONCE = 50
HERE = SafeString("<!-- tables -->")


def html_texts(record: Whole, request: HttpRequest) -> Iterator[str]:
    """The tables come between the halves of the page. Its clock is the member's."""
    context = {"left_out": LEFT_OUT, "here": HERE, "at": record.at}
    with timezone.override(record.member.zone):
        page = render_to_string("record/export_html.html", context, request)
    before, after = page.split(HERE)
    yield before
    yield from table_texts(record)
    yield after


def table_texts(record: Whole) -> Iterator[str]:
    for table, rows in record.tables():
        written = cards(table, rows, record.member.zone)
        batches = itertools.batched(written, AT_ONCE)
        first = next(batches, ())
        context = {"table": table, "is_empty": not first}
        yield render_to_string("record/export_table.html", context)
        for batch in itertools.chain([first], batches):
            yield render_to_string("record/cards.html", {"cards": batch})

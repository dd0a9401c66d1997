"""CSV files that a spreadsheet opens as text: no cell is taken for a formula."""

import csv
from collections.abc import Iterable

from django.http import HttpResponse

FORMULA = tuple("=+-@\t\r\n＝＋－＠")  # the wide ones count too


def defused(value: object) -> str:
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def csv_response(name: str, rows: Iterable[Iterable[object]]) -> HttpResponse:
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response["X-Content-Type-Options"] = "nosniff"
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerows([defused(value) for value in row] for row in rows)
    return response

"""A page as a whole, the same for a visitor and for a preview."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from exercises.models import Exercise, Guide, Program
from exercises.pages.exercise import exercise_page
from exercises.pages.guide import guide_page
from exercises.pages.linked_data import page_data
from exercises.pages.program import program_page
from portal.address import site_address

PREPARED: dict[type[Model], Callable[[Any], Any]] = {
    Exercise: exercise_page,
    Guide: guide_page,
    Program: program_page,
}


def whole_page(
    request: HttpRequest, row: Exercise | Guide | Program, *, preview: bool = False
) -> HttpResponse:
    kind = str(row._meta.model_name)
    page = PREPARED[type(row)](row)
    # A draft is described to nobody.
    data = None if preview else page_data(row, page, site_address(request))
    context = {kind: row, "page": page, "preview": preview, "data": data}
    return render(request, f"exercises/{kind}_detail.html", context)

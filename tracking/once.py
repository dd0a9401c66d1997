"""A form that is sent twice makes one row; sent anew with other content, it asks."""

from collections.abc import Callable
from typing import Protocol

from django.db import IntegrityError, models, transaction
from django.http import Http404, HttpRequest, HttpResponse

from tracking.conflict import Conflict, conflict_page


class OnceForm[Row: models.Model](Protocol):
    """What a form needs, so that sending it twice is harmless."""

    def earlier(self) -> Row | None: ...

    def repeats(self, earlier: Row) -> bool: ...

    def create(self) -> Row: ...


def save_once[Row: models.Model](form: OnceForm[Row]) -> Row:
    """The row this form made, now or before.

    Raises Conflict when the row of that UUID says something else, and
    Http404 when the UUID belongs to somebody else.
    """
    try:
        with transaction.atomic():
            earlier = form.earlier()
            if earlier is None:
                return form.create()
    except IntegrityError:
        # Another request with this UUID was faster, or another member has it.
        earlier = form.earlier()
        if earlier is None:
            raise Http404 from None
    if form.repeats(earlier):
        return earlier
    raise Conflict(earlier, form)


class ConflictMiddleware:
    """Shows both: what is saved, and what was sent now. Nothing is lost."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        if isinstance(exception, Conflict):
            return conflict_page(request, exception)
        return None

"""A form that is sent twice makes one row; sent anew with other content, it asks."""

from collections.abc import Callable
from typing import Protocol

from django.db import IntegrityError, models, transaction
from django.forms import BoundField, Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render


class OnceForm[Row: models.Model](Protocol):
    """What a form needs, so that sending it twice is harmless."""

    def earlier(self) -> Row | None: ...

    def repeats(self, earlier: Row) -> bool: ...

    def create(self) -> Row: ...


class Conflict(Exception):  # noqa: N818  # a case to show, not a fault
    """The same form was sent before, with other content."""

    def __init__(self, earlier: models.Model, form: object) -> None:
        super().__init__(str(earlier.pk))
        self.earlier, self.form = earlier, form


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


def sent_words(field: BoundField) -> str:
    """What was sent in one field, in the words of its choices."""
    value = field.value()
    chosen = {str(v) for v in (value if isinstance(value, list) else [value])}
    choices = dict(getattr(field.field, "choices", []))
    words = [str(label) for key, label in choices.items() if str(key) in chosen]
    return ", ".join(words) if choices else str(value or "")


class ConflictMiddleware:
    """Shows both: what was saved first, and what was sent now. Nothing is lost."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        if not isinstance(exception, Conflict):
            return None
        form = exception.form
        fields = form.visible_fields() if isinstance(form, Form) else []
        context = {
            "earlier": exception.earlier,
            "sent": [(field.label, sent_words(field)) for field in fields],
        }
        return render(request, "tracking/conflict.html", context, status=409)

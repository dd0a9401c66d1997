"""What is saved and what was typed, side by side. The member says which one stays."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from django.db import models
from django.forms import BaseForm, BoundField, DateField
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from tracking.models import ExerciseSession, Revision, SymptomReport
from tracking.revising import obstacle

type Noted = SymptomReport | ExerciseSession


class Conflict(Exception):  # noqa: N818  # a case to show, not a fault
    """What was sent does not fit what is saved."""

    def __init__(self, earlier: models.Model, form: object) -> None:
        super().__init__(str(earlier.pk))
        self.earlier, self.form = earlier, form


@runtime_checkable
class EditForm(Protocol):
    """A form whose row can be shown in the same fields."""

    def as_saved(self, row: Any) -> BaseForm: ...


@runtime_checkable
class ComparedForm(Protocol):
    """A form that makes a row once, and can show what is saved in the same fields."""

    def as_stored(self, row: Any) -> BaseForm: ...


@dataclass(frozen=True)
class Row:
    """One field of both, in words."""

    label: str
    saved: str
    typed: str

    @property
    def differs(self) -> bool:
        return self.saved != self.typed


def words_of(field: BoundField) -> str:
    """The value of one field, in the words of its choices."""
    value = field.value()
    if isinstance(field.field, DateField):
        day = field.field.to_python(value)
        return date_format(day, "l, F j, Y") if day else ""
    choices = dict(getattr(field.field, "choices", []))
    if not choices:
        return "" if value is None else str(value)
    chosen = {str(v) for v in (value if isinstance(value, list) else [value])}
    words = [str(label) for key, label in choices.items() if str(key) in chosen]
    return ", ".join(words)


def side_by_side(saved: BaseForm, typed: BaseForm) -> list[Row]:
    """What differs comes first; a field that both leave empty is not shown."""
    rows = [
        Row(str(field.label), words_of(saved[field.name]), words_of(field))
        for field in typed.visible_fields()
    ]
    told = [row for row in rows if row.saved or row.typed]
    return sorted(told, key=lambda row: not row.differs)


def to_send_again(form: BaseForm, version: int) -> Iterator[tuple[str, str]]:
    """What was typed, as hidden fields over the version that is saved now."""
    yield "version", str(version)
    data = form.data
    for field in form.visible_fields():
        values = data.getlist(field.name) if isinstance(data, QueryDict) else []
        for value in values:
            yield field.name, value


def when(moment: dt.datetime) -> str:
    """The time; with its day when that is not today."""
    local = timezone.localtime(moment)
    if local.date() == timezone.localdate():
        return time_format(local)
    on_day = {"time": time_format(local), "day": date_format(local, "F j")}
    return _("%(time)s on %(day)s") % on_day


def addresses(row: Noted) -> dict[str, str]:
    """Where it is changed, and where it is seen."""
    if isinstance(row, ExerciseSession):
        edit = reverse("tracking:session_edit", args=[row.pk])
        return {"edit": edit, "page": row.get_absolute_url()}
    return {"edit": row.get_absolute_url(), "page": page_of(row)}


def page_of(report: SymptomReport) -> str:
    """Where a report is seen: with its session, or in the history."""
    if report.session_id:
        return reverse("tracking:session_detail", args=[report.session_id])
    return reverse("tracking:session_list")


def deleted_part(row: Noted) -> Noted | None:
    """Itself or its session, whichever is deleted and hides it."""
    session = row.session if isinstance(row, SymptomReport) else None
    if session and session.deleted_at:
        return session
    return row if row.deleted_at else None


def newest_revision(row: Noted) -> Revision | None:
    return row.revisions.first()


def undo_page(row: Noted) -> str:
    """Where something deleted is brought back."""
    newest = newest_revision(row)
    if newest is None:
        raise Http404
    return newest.get_absolute_url()


def choice(form: EditForm, row: Noted) -> dict[str, Any]:
    """Both versions, and what can be done about them."""
    assert isinstance(form, BaseForm)  # noqa: S101  # each EditForm is one
    row.refresh_from_db()
    deleted, newest = deleted_part(row), newest_revision(row)
    return {
        "rows": side_by_side(form.as_saved(row), form),
        "again": list(to_send_again(form, row.version)),
        "obstacle": obstacle(row) if isinstance(row, SymptomReport) else "",
        "undo": newest_revision(deleted) if deleted else None,
        "saved_at": when(newest.saved_at) if newest else "",
        "sent_twice": "version" not in form.fields,
        **addresses(row),
    }


def comparison(form: ComparedForm, row: ExerciseSession) -> dict[str, Any]:
    """Both versions; the saved one is changed on its own page, or brought back."""
    assert isinstance(form, BaseForm)  # noqa: S101  # each ComparedForm is one
    page = undo_page(row) if row.deleted_at else addresses(row)["edit"]
    return {
        "rows": side_by_side(form.as_stored(row), form),
        "compared": True,
        "page": page,
    }


def conflict_page(request: HttpRequest, conflict: Conflict) -> HttpResponse:
    form, row = conflict.form, conflict.earlier
    fields = form.visible_fields() if isinstance(form, BaseForm) else []
    context: dict[str, Any] = {
        "earlier": row,
        "rows": [Row(str(field.label), "", words_of(field)) for field in fields],
    }
    if isinstance(form, EditForm) and isinstance(row, SymptomReport | ExerciseSession):
        context |= choice(form, row)
    elif isinstance(form, ComparedForm) and isinstance(row, ExerciseSession):
        context |= comparison(form, row)
    return render(request, "tracking/conflict.html", context, status=409)

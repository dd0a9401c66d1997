"""A draft shown to whoever holds its link: signed, for some days, no account."""

import datetime as dt
from typing import Any

from django.core import signing
from django.db import models
from django.urls import reverse

from exercises.models import Exercise, Guide, Program

KINDS: dict[str, Any] = {"exercise": Exercise, "guide": Guide, "program": Program}
SALT = "exercises.preview"
OPEN_FOR = dt.timedelta(days=14)


def address(row: models.Model) -> str:
    """Empty where a row has no page of its own."""
    kind = str(row._meta.model_name)
    if kind not in KINDS:
        return ""
    token = signing.dumps([kind, row.pk], salt=SALT)
    return reverse("exercises:preview", args=[token])


def shown_by(token: str) -> tuple[str, int] | None:
    """Which page a link opens. Nothing, where it was changed or is too old."""
    try:
        kind, pk = signing.loads(token, salt=SALT, max_age=OPEN_FOR)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return kind, pk

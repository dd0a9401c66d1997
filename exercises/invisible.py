"""Characters that nobody sees: no page needs them, and some of them break it."""

import re
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models.signals import pre_save

CONTROLS = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # all but tabs and line ends
TURNING = r"\u202a-\u202e\u2066-\u2069"  # what follows is read the other way round
NO_CHARACTERS = r"\ufdd0-\ufdef" + "".join(
    rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(17)
)
INVISIBLE = re.compile(f"[{CONTROLS}{TURNING}{NO_CHARACTERS}]")


def visible(text: str) -> str:
    return INVISIBLE.sub("", text)


def strip(instance: models.Model, **_signal: Any) -> None:
    for field in instance._meta.concrete_fields:
        value = getattr(instance, field.attname)
        if isinstance(field, models.CharField | models.TextField) and value:
            setattr(instance, field.attname, visible(value))


def watch() -> None:
    """Whichever form, archive or paste a text of this app comes from."""
    for model in apps.get_app_config("exercises").get_models():
        pre_save.connect(strip, sender=model, dispatch_uid="invisible")

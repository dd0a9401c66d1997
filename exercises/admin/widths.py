"""Inputs as wide as what is written in them: the admin's own are 20 em."""

from typing import Any

from django import forms
from django.db import models

WIDE: Any = {models.CharField: {"widget": forms.TextInput(attrs={"size": 60})}}
IN_ROWS: Any = {
    **WIDE,
    models.TextField: {"widget": forms.Textarea(attrs={"rows": 2, "cols": 60})},
}
IN_TABLES: Any = {
    models.CharField: {"widget": forms.TextInput(attrs={"size": 18})},
    models.TextField: {"widget": forms.Textarea(attrs={"rows": 3, "cols": 28})},
}

from typing import Any

from django import template
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from portal.well import BIG, SMALL, Well

register = template.Library()


@register.inclusion_tag("components/well.html")
def well_big() -> dict[str, Any]:
    return well_context(BIG)


@register.inclusion_tag("components/well.html")
def well_small() -> dict[str, Any]:
    return well_context(SMALL)


def well_context(well: Well) -> dict[str, Any]:
    return {
        "well": well,
        "person": mark_safe(well.person),  # noqa: S308  # drawn by the project
        "named_steps": list(zip(well.steps, step_names(), strict=True)),
    }


def step_names() -> list[str]:
    """The farthest points, in the order of the steps."""
    return [
        _("Lower back"),
        _("Buttock"),
        _("Thigh"),
        _("Knee"),
        _("Lower leg"),
        _("Foot"),
    ]

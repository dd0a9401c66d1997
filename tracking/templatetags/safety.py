from typing import Any

from django import template
from django.template import RequestContext

from tracking.gate import latest_screen

register = template.Library()


@register.inclusion_tag("tracking/locked_card.html", takes_context=True)
def locked_card(context: RequestContext) -> dict[str, Any]:
    """A slim care card while exercises are paused; else nothing. It costs 1 query."""
    latest = latest_screen(context["request"].user)
    is_locked = latest is not None and latest.is_locked
    return {
        "lock": latest if is_locked else None,
        "emergency_number": context.get("emergency_number"),
    }

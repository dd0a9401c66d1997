from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from portal.icons import ICONS

register = template.Library()


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """One icon as SVG, silent unless it has a label."""
    shapes = mark_safe(ICONS[name])  # noqa: S308  # a constant of this project
    if not label:
        return format_html(
            '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">{}</svg>', shapes
        )
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" role="img" aria-label="{}">{}</svg>',
        label,
        shapes,
    )

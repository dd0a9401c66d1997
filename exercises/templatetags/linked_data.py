"""JSON-LD in a page. A browser runs no block of data, so the policy allows it."""

import json
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

# Inside a script, only these could end it or open a comment; JSON has an escape.
ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&"}


@register.simple_tag
def linked_data(data: dict[str, Any] | None) -> SafeString:
    """The rest that could do harm, such as U+2028, is no ASCII and thus escaped."""
    if not data:
        return SafeString("")
    text = json.dumps(data, ensure_ascii=True).translate(ESCAPES)
    return format_html(
        '<script type="application/ld+json">{}</script>',
        mark_safe(text),  # noqa: S308  # escaped as JSON, where HTML escapes mean nothing
    )

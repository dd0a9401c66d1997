from django import template
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

register = template.Library()

STEPS = 4
LEVELS: dict[str, tuple[int, Promise]] = {
    "very-low": (1, _("Very low certainty")),
    "low": (2, _("Low certainty")),
    "moderate": (3, _("Moderate certainty")),
    "high": (4, _("High certainty")),
}


def step(number: int, filled: int) -> tuple[str, str, str, str]:
    return (
        "on" if number < filled else "off",
        f"{0.75 + 5.4 * number:.2f}",
        f"{11.25 - 2.9 * number:.2f}",
        f"{3.8 + 2.9 * number:.1f}",
    )


@register.simple_tag
def certainty(level: str | None) -> SafeString:
    """Four steps, filled from the bottom up, and the words for them."""
    if level not in LEVELS:
        return SafeString("")
    filled, words = LEVELS[level]
    steps = format_html_join(
        "",
        '<rect class="{}" x="{}" y="{}" width="3.9" height="{}" rx=".8"/>',
        (step(number, filled) for number in range(STEPS)),
    )
    return format_html(
        '<span class="sure"><svg viewBox="0 0 22 16" aria-hidden="true">{}</svg>'
        "{}</span>",
        steps,
        words,
    )

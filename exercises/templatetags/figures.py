from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from exercises.figures import FINISH, MOVEMENTS, render_still

register = template.Library()


@register.simple_tag
def figure(
    key: str | None,
    frame: int = FINISH,
    *,
    look: str = "",
    arrow: bool = True,
    label: bool = True,
    crop: bool = False,
) -> SafeString:
    """One position of a movement as SVG; nothing where there is no figure."""
    if key not in MOVEMENTS:
        return SafeString("")
    words = position_in_words(key, frame) if label else None
    svg = render_still(key, frame, look=look, arrow=arrow, crop=crop, label=words)
    return mark_safe(svg)  # noqa: S308  # drawn by the project; the label is escaped


def position_in_words(key: str, frame: int) -> str:
    words = MOVEMENTS[key].words
    title, position = gettext(words.title), gettext(words.position(frame))
    return gettext("%(title)s. %(position)s") % {"title": title, "position": position}

"""Figures in a page: one position, the pair with its play box, or the play box alone."""

from typing import Any, Protocol

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from exercises.figures import (
    FINISH,
    MOVEMENTS,
    START,
    render_animation,
    render_filmstrip,
    render_still,
)
from exercises.models import Picture

register = template.Library()


class Illustrated(Protocol):
    @property
    def figure(self) -> str: ...
    @property
    def look(self) -> str: ...
    @property
    def picture(self) -> Picture | None: ...


@register.simple_tag
def figure(
    key: str | None,
    frame: int | None = None,
    *,
    look: str = "",
    arrow: bool = True,
    label: bool = True,
    crop: bool = False,
) -> SafeString:
    """One position of a movement as SVG, the most telling one if none is named.

    Nothing where there is no figure.
    """
    if key not in MOVEMENTS:
        return SafeString("")
    frame = MOVEMENTS[key].alone if frame is None else frame
    words = position_in_words(key, frame) if label else None
    svg = render_still(key, frame, look=look, arrow=arrow, crop=crop, label=words)
    return _drawn(svg)


@register.simple_tag
def illustration(
    shown: Illustrated | None,
    frame: int | None = None,
    *,
    arrow: bool = True,
    label: bool = True,
    crop: bool = False,
) -> SafeString:
    """The figure of an exercise, else its uploaded picture, else nothing."""
    if not shown:
        return SafeString("")
    if shown.figure not in MOVEMENTS:
        return photo(shown.picture, label=label)
    return figure(
        shown.figure, frame, look=shown.look, arrow=arrow, label=label, crop=crop
    )


def photo(picture: Picture | None, *, label: bool) -> SafeString:
    if not picture:
        return SafeString("")
    return format_html(
        '<img class="photo" src="{}" width="{}" height="{}" alt="{}" loading="lazy">',
        picture.file.url,
        picture.width,
        picture.height,
        picture.description if label else "",
    )


@register.simple_tag
def filmstrip(key: str | None, *, look: str = "") -> SafeString:
    """The movement from start to finish, side by side."""
    if key not in MOVEMENTS:
        return SafeString("")
    words = position_in_words(key, FINISH)
    return _drawn(render_filmstrip(key, look=look, label=words))


@register.inclusion_tag("components/movement.html")
def movement(key: str | None, look: str = "") -> dict[str, Any]:
    """Start and finish with their words, and the box that plays the movement."""
    if key not in MOVEMENTS:
        return {"stills": []}
    frames = (START, FINISH) if MOVEMENTS[key].moves else (START,)
    return {
        "key": key,
        "look": look,
        "stills": [_still(key, at, look) for at in frames],
    }


@register.inclusion_tag("components/play.html")
def play(key: str | None, look: str = "") -> dict[str, SafeString]:
    """The box that plays the movement, still until it is ticked."""
    if key not in MOVEMENTS:
        return {}
    title = gettext(MOVEMENTS[key].words.title)
    label = gettext("%(title)s, moving picture") % {"title": title}
    return {"picture": _drawn(render_animation(key, look=look, label=label))}


def position_in_words(key: str, frame: int) -> str:
    title, *position = map(gettext, MOVEMENTS[key].words.alone(frame))
    words = {"title": title, "position": " ".join(position)}
    return gettext("%(title)s. %(position)s") % words


def _still(key: str, frame: int, look: str) -> dict[str, str]:
    words = gettext(MOVEMENTS[key].words.position(frame))
    return {"picture": _drawn(render_still(key, frame, look=look)), "words": words}


def _drawn(svg: str) -> SafeString:
    return mark_safe(svg)  # noqa: S308  # drawn by the project; the label is escaped

"""Pictures without words for those who cannot see them."""

import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from exercises.models import Exercise, Picture
from exercises.readability import words
from exercises.writing.finding import Finding, Kind, Place
from exercises.writing.texts import label, parts

FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|webp|gif|heic|svg|tiff?)\b", re.IGNORECASE)
CAMERA_NAME = re.compile(
    r"\b(?:IMG|DSC[NF]?|PXL|DCIM|screenshot)[-_ ]?\d*\w*", re.IGNORECASE
)
# Words that say no more than the frame around a picture does.
EMPTY = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "for",
        "with",
        "and",
        "in",
        "on",
        "to",
        "this",
        "that",
        "here",
        "is",
        "shows",
        "showing",
        "see",
        "my",
        "our",
        "new",
        "picture",
        "pictures",
        "photo",
        "photos",
        "photograph",
        "image",
        "images",
        "img",
        "figure",
        "drawing",
        "sketch",
        "illustration",
        "exercise",
        "exercises",
        "stretch",
        "step",
        "steps",
        "start",
        "finish",
        "end",
        "position",
        "number",
        "no",
        "one",
        "two",
        "todo",
        "tbd",
        "untitled",
        "copy",
        "final",
        "alt",
        "text",
        "caption",
        "description",
        "person",
        "man",
        "woman",
        "someone",
    ]
)
FEWEST = 2


def says_nothing(caption: str) -> bool:
    told = CAMERA_NAME.sub(" ", FILE_NAME.sub(" ", caption.replace("_", " _")))
    left = [word for word in words(told.lower()) if word not in EMPTY]
    return len([word for word in left if not word.isdigit()]) < FEWEST


def unseen_in(row: Any) -> Iterator[Finding]:
    if isinstance(row, Picture):
        yield from of_picture(row, "")
    if isinstance(row, Exercise):
        if row.picture and not row.figure:
            yield from of_picture(row.picture, f"{_('Uploaded picture')}: ")
        if row.figure:
            yield from of_steps(row)


def of_picture(picture: Picture, inside: str) -> Iterator[Finding]:
    if says_nothing(picture.description):
        name = "description"
        place = Place(picture, name, label(picture, name, inside))
        reason = _("Say in words what position it shows, for people who cannot see it.")
        yield Finding(Kind.UNSEEN, place, picture.description.strip(), reason)


def of_steps(exercise: Exercise) -> Iterator[Finding]:
    for part, inside in parts(exercise):
        frame, caption = getattr(part, "frame", None), getattr(part, "caption", "")
        if frame is not None and says_nothing(caption):
            place = Place(part, "caption", label(part, "caption", inside))
            reason = _(
                "The picture of this step has no caption that says what it shows."
            )
            yield Finding(Kind.UNSEEN, place, caption.strip(), reason)

"""Front matter as plain YAML: nothing in it makes objects, repeats itself or nests."""

import re
from collections import Counter
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import SafeLoader, YAMLHandler

from exercises.shipping.part import Plain
from exercises.shipping.refusal import RefusedError

DEEPEST = 12  # lists and keys inside each other; content needs 7
NUMBER = re.compile(r"[-+]?\d[-+\da-fox_.:]{40,}", re.IGNORECASE)
OPENING = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
CLOSING = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class PlainLoader(SafeLoader):  # type: ignore[misc, valid-type]  # the C one, where there is one
    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        counts = Counter(str(key.value) for key, _value in node.value)
        for key, count in counts.items():
            if count > 1:
                raise RefusedError(f'{line_of(node)}: "{key}" stands there twice.')
        return super().construct_mapping(node, deep=deep)


class PlainYAML(YAMLHandler):
    def load(self, fm: str, **_options: object) -> Any:
        refuse_tricks(fm)
        return yaml.load(fm, Loader=PlainLoader)  # noqa: S506  # a safe loader


def refuse_tricks(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=SafeLoader):
        depth += isinstance(event, OPENING) - isinstance(event, CLOSING)
        if depth > DEEPEST:
            raise RefusedError(f"{line_of(event)}: It nests too deep.")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise RefusedError(f"{line_of(event)}: It takes no anchors (& and *).")
        if getattr(event, "tag", None):
            raise RefusedError(f"{line_of(event)}: It takes no tags (!).")
        if isinstance(event, yaml.ScalarEvent) and NUMBER.fullmatch(event.value):
            raise RefusedError(f"{line_of(event)}: This number is too long.")


def line_of(place: Any) -> str:
    """Of the file: the front matter begins below its line of dashes."""
    return f"line {place.start_mark.line + 1}"


def parted(text: str) -> tuple[Plain, str]:
    """The keys of a file, and the text below them."""
    handler = PlainYAML()
    if not handler.detect(text.lstrip()):
        raise RefusedError("It begins with a line of 3 dashes.")
    try:
        given, below = frontmatter.parse(text, handler=handler)
    except RefusedError:
        raise
    except (yaml.YAMLError, ValueError) as error:
        words = f"Its front matter cannot be read. {plain_words(error)}"
        raise RefusedError(words) from error
    return dict(given), below


def plain_words(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return str(error).splitlines()[0]
    return f"Line {mark.line + 1}: {getattr(error, 'problem', '')}."

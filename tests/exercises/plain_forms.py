"""Content that nobody would write, made from the shapes of the files."""

import datetime as dt
from typing import Any

from django.apps import apps
from django.db import models
from hypothesis import strategies as st

from exercises.models import Track
from exercises.moving_on import RULE_KEYS
from exercises.shipping.choices import Lines, OneOf, Tracks, Words
from exercises.shipping.columns import Column, Untold, tidy
from exercises.shipping.library import Library
from exercises.shipping.links import Link, Links
from exercises.shipping.ranges import Group, Span
from exercises.shipping.shape import Children, Shape

NAMES = ["long2004", "bridge", "no", "1e3", "2026-11-23"]
ODD = [
    "---",
    "## help",
    "a: b",
    "- item",
    "# no comment",
    "[@long2004]",
    "{a: 1}",
    "\"quoted\" and 'quoted'",
    "yes",
    "null",
    "~",
    "2026-11-23",
    "1.5",
    "0x1F",
    "&anchor *alias !tag",
    "%TAG",
    "   indented",
    "ends in spaces   ",
    "é ß 中文 🙂",
    "\ufeffmark",
    "\u202eright to left",
    "tab\tin it",
    "\x07bell",
    "@at `tick` | pipe > more",
]
letters = st.characters(codec="utf-8", exclude_characters="\0")
texts = st.one_of(
    st.sampled_from(ODD),
    st.lists(st.sampled_from([*ODD, ""]), min_size=1, max_size=5).map("\n".join),
    st.text(letters, max_size=60),
)
FORMATS = {
    "doi": st.just("10.1007/s00586-011-2018-9"),
    "pmid": st.sampled_from(["21494193", "007"]),
}


def library() -> Library:
    found = Library()
    for model in apps_models():
        for name in NAMES:
            found.expect(model, name)
    return found


def apps_models() -> list[Any]:
    return list(apps.get_app_config("exercises").get_models())


def said(field: Any) -> st.SearchStrategy[Any]:
    """What a column may hold, as a plain value."""
    if field.flatchoices:
        return st.sampled_from([value for value, _label in field.flatchoices])
    if isinstance(field, models.BooleanField):
        return st.booleans()
    if isinstance(field, models.IntegerField):
        return st.integers(*ends(field))
    if isinstance(field, models.DateField):
        return st.dates(min_value=dt.date(1900, 1, 1)).map(dt.date.isoformat)
    if isinstance(field, models.SlugField):
        return st.from_regex(r"[A-Za-z0-9_-]{1,20}", fullmatch=True)
    if isinstance(field, models.TextField):
        return texts.map(tidy)
    if isinstance(field, models.URLField):
        return st.just("https://example.org/a?b=c#d")
    own = FORMATS.get(field.name, texts)
    return own.map(lambda text: tidy(text[: field.max_length]))


def ends(field: Any) -> tuple[int, int]:
    limits = [each.limit_value for each in field.validators[:2]]
    return (limits[0], limits[1]) if len(limits) == 2 else (0, 32767)


def words(part: Words) -> st.SearchStrategy[Any]:
    if part.allowed:
        return st.lists(st.sampled_from(part.allowed), unique=True)
    word = st.from_regex(r"[^\s,]{1,8}( [^\s,]{1,8})?", fullmatch=True)
    clean = word.filter(lambda text: "\0" not in text and tidy(text) == text)
    return st.lists(clean, max_size=4)


def rule_lines() -> st.SearchStrategy[Any]:
    line = texts.map(lambda text: " ".join(text.split())).filter(bool)
    clean = line.filter(lambda text: tidy(text) == text)
    rules = st.dictionaries(st.sampled_from(RULE_KEYS), clean, max_size=4)
    return rules.map(lambda found: [f"{key}: {text}" for key, text in found.items()])


def spans(span: Span) -> st.SearchStrategy[Any]:
    low, high = ends(span.low)
    pair = st.tuples(st.integers(low, high), st.integers(low, high)).map(sorted)
    return pair.map(lambda found: found[0] if found[0] == found[1] else found)


def tracks() -> st.SearchStrategy[Any]:
    chosen = st.lists(st.sampled_from(Track.values), unique=True, min_size=1)
    return chosen.map(Tracks().plain)


def part_value(part: Any) -> st.SearchStrategy[Any]:
    if isinstance(part, OneOf):
        return st.sampled_from(part.known())
    if isinstance(part, Lines):
        return rule_lines()
    if isinstance(part, Words):
        return words(part)
    if isinstance(part, Tracks):
        return tracks()
    if isinstance(part, Link):
        return st.sampled_from(NAMES)
    if isinstance(part, Span):
        return spans(part)
    if isinstance(part, Group):
        return st.fixed_dictionaries(
            {}, optional={s.name: spans(s) for s in part.spans}
        )
    assert isinstance(part, Column)
    value = said(part.field)
    if isinstance(part.field, models.CharField | models.TextField):
        return value if part.field.blank else value.filter(bool)
    return value


def many(each: Any) -> st.SearchStrategy[Any]:
    if isinstance(each, Links):
        return st.lists(st.sampled_from(NAMES), unique=True).map(sorted)
    assert isinstance(each, Children)
    items = plain_forms(each.shape)
    if each.bare:
        name = each.shape.parts[0].name
        return st.lists(items.map(lambda item: item[name]), max_size=2)
    by = (lambda item: item[each.key]) if each.key else None
    return st.lists(items, max_size=2, unique_by=by)


def plain_forms(shape: Shape) -> st.SearchStrategy[dict[str, Any]]:
    must = {p.name: part_value(p) for p in shape.parts if p.required}
    may = {p.name: part_value(p) for p in shape.parts if not p.required}
    may |= {each.name: many(each) for each in shape.many}
    may |= {p.name: part_value(p) for p in shape.hidden if isinstance(p, Untold)}
    return st.fixed_dictionaries(must, optional=may).map(shape.with_stage.lean)

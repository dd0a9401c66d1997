"""References pasted as BibTeX, RIS or CSL-JSON, as values for the form."""

import json
import re
from collections.abc import Iterator
from typing import Any

import rispy
from django.utils.text import slugify
from django.utils.translation import gettext as _
from pybtex.database import Entry, parse_string
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

type Values = dict[str, str]

DOI = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
YEAR = re.compile(r"\d{4}")
AT_MOST = 200_000


class UnreadableError(ValueError):
    """Said in a sentence for whoever pasted it."""


def read(text: str) -> list[Values]:
    text = text.strip().removeprefix("\ufeff")
    if len(text) > AT_MOST:
        raise UnreadableError(_("This is too long. Paste fewer references at once."))
    try:
        found = list(reader(text)(text))
    except (
        PybtexError,
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        OSError,
    ) as error:
        raise UnreadableError(
            _("This cannot be read: %(why)s") % {"why": str(error)[:200]}
        ) from error
    if not found:
        raise UnreadableError(_("No reference was found in this."))
    return [tidy(values) for values in found]


def reader(text: str) -> Any:
    if text.startswith(("[", "{")):
        return from_csl
    if text.startswith("@") or "\n@" in text:
        return from_bibtex
    if re.match(r"TY  ?-", text):
        return from_ris
    raise UnreadableError(_("It is neither BibTeX nor RIS nor CSL-JSON."))


def from_bibtex(text: str) -> Iterator[Values]:
    for key, entry in parse_string(text, "bibtex").entries.items():
        yield {
            "key": key,
            "authors": people([" ".join(p.last_names) for p in persons(entry)]),
            "title": plain(entry.fields.get("title", "")),
            "source": source(
                plain(entry.fields.get("journal") or entry.fields.get("publisher", "")),
                entry.fields.get("volume", ""),
                entry.fields.get("number", ""),
                entry.fields.get("pages", "").replace("--", "-"),
            ),
            "year": entry.fields.get("year", ""),
            "doi": entry.fields.get("doi", ""),
            "pmid": entry.fields.get("pmid", ""),
            "url": entry.fields.get("url", ""),
        }


def persons(entry: Entry) -> list[Any]:
    found: list[Any] = entry.persons.get("author") or entry.persons.get("editor", [])
    return found


def plain(latex: str) -> str:
    return str(Text.from_latex(latex))


def from_ris(text: str) -> Iterator[Values]:
    for entry in rispy.loads(text):
        names = entry.get("authors") or entry.get("first_authors") or []
        yield {
            "authors": people([name.partition(",")[0] for name in names]),
            "title": entry.get("title") or entry.get("primary_title", ""),
            "source": source(
                entry.get("journal_name") or entry.get("secondary_title", ""),
                entry.get("volume", ""),
                entry.get("number", ""),
                "-".join(
                    page
                    for page in (entry.get("start_page"), entry.get("end_page"))
                    if page
                ),
            ),
            "year": entry.get("year") or entry.get("publication_year", ""),
            "doi": entry.get("doi", ""),
            "pmid": entry.get("accession_number", ""),
            "url": (entry.get("urls") or [""])[0],
        }


def from_csl(text: str) -> Iterator[Values]:
    told = json.loads(text)
    for entry in told if isinstance(told, list) else [told]:
        names = [
            each.get("family") or each.get("literal", "")
            for each in entry.get("author", [])
        ]
        parts = entry.get("issued", {}).get("date-parts") or [[""]]
        yield {
            "authors": people(names),
            "title": entry.get("title", ""),
            "source": source(
                entry.get("container-title") or entry.get("publisher", ""),
                str(entry.get("volume", "")),
                str(entry.get("issue", "")),
                str(entry.get("page", "")),
            ),
            "year": str(parts[0][0]),
            "doi": entry.get("DOI", ""),
            "pmid": str(entry.get("PMID", "")),
            "url": entry.get("URL", ""),
        }


def people(names: list[str]) -> str:
    """As the footnotes say it: 1 or 2 names, or the first "and others"."""
    names = [name.strip(" {}") for name in names if name.strip(" {}")]
    if len(names) > 2:  # with 3 it becomes a list
        return _("%(first)s and others") % {"first": names[0]}
    return _(" and ").join(names)


def source(name: str, volume: str, number: str, pages: str) -> str:
    issue = f"({number})" if number else ""
    place = f"{volume}{issue}" + (f":{pages}" if pages else "")
    return f"{name} {place}".strip()


def tidy(values: Values) -> Values:
    clean = {name: " ".join(str(value).split()) for name, value in values.items()}
    clean["doi"] = DOI.sub("", clean["doi"])
    year = YEAR.search(clean["year"])
    clean["year"] = year[0] if year else ""
    clean["pmid"] = clean["pmid"] if clean["pmid"].isdigit() else ""
    if not clean["url"].startswith("https://") or clean["doi"]:
        clean["url"] = ""
    first = clean["authors"].split()[0] if clean["authors"] else "reference"
    clean["key"] = slugify(clean.get("key") or f"{first}{clean['year']}")[:40]
    return clean

"""What a person types and what a file holds, made comparable, then hashed."""

import datetime as dt
import re
from dataclasses import dataclass

from portal.plans.eligibility.keys import Key
from portal.plans.names import plain

NOT_IN_AN_ID = re.compile(r"[^0-9A-Z]")
LOOK_ALIKE = str.maketrans("O", "0")
DIGITS_OF_ZIP = 5
DATE_SHAPES = ("%Y-%m-%d", "%m/%d/%Y", "%Y%m%d")


def plain_name(text: str) -> str:
    """Without case, accents, spaces and hyphens: "Ana-María" is "anamaria"."""
    return "".join(plain(text).split())


def plain_id(text: str) -> str:
    """Letters and digits; the letter O counts as a zero, for nobody can tell them apart."""
    upper = "".join(plain(text).split()).upper()
    return NOT_IN_AN_ID.sub("", upper).translate(LOOK_ALIKE)


def plain_zip(text: str) -> str:
    digits = "".join(char for char in text if char.isdecimal())
    return digits[:DIGITS_OF_ZIP]


def plain_date(text: str) -> dt.date:
    """Raises ValueError when it is no date."""
    for shape in DATE_SHAPES:
        try:
            return dt.datetime.strptime(text.strip(), shape).date()  # noqa: DTZ007  # a day has no zone
        except ValueError:
            continue
    raise ValueError("no date")


@dataclass(frozen=True)
class Identity:
    """One person as looked for, or as a file has them. Kept nowhere as it is."""

    last_name: str
    birth_date: dt.date
    first_name: str = ""
    member_id: str = ""
    zip_code: str = ""
    suffix: str = ""

    @property
    def born(self) -> tuple[str, str]:
        return plain_name(self.last_name), self.birth_date.isoformat()


@dataclass(frozen=True)
class Hashes:
    """Always the same number of hashes, whatever the identity holds."""

    person: str
    by_id: str
    by_zip: str


def hashes(key: Key, sponsor: int, who: Identity) -> Hashes:
    """The sponsor is part of each hash: nobody is found in another sponsor's file."""
    number, first = plain_id(who.member_id), plain_name(who.first_name)
    by_id = key.hash("id", sponsor, *who.born, number)
    by_zip = key.hash("zip", sponsor, *who.born, first, plain_zip(who.zip_code))
    # A new last name is no new person, with or without a suffix.
    told_apart = who.suffix or f"{first} {who.birth_date.isoformat()}"
    person = key.hash("person", sponsor, number, told_apart) if number else by_zip
    return Hashes(person, by_id, by_zip)


def tries_of(key: Key, sponsor: int, who: Identity) -> tuple[str, str]:
    """Under what guesses about one person are counted: who they are, and what they hold."""
    held = plain_id(who.member_id) or plain_zip(who.zip_code)
    name = "" if who.member_id else plain_name(who.first_name)
    return (
        key.hash("tries of", sponsor, *who.born),
        key.hash("tries with", sponsor, held, name, plain_name(who.last_name)),
    )

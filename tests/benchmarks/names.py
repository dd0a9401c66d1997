"""Invented names of employers and plans, as many as are asked for, from a seed."""

import itertools
import random
from collections.abc import Iterator
from pathlib import Path

ONSETS = [
    "b",
    "br",
    "c",
    "ch",
    "cl",
    "cr",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gl",
    "gr",
    "h",
    "j",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "pr",
    "qu",
    "r",
    "s",
    "sh",
    "sl",
    "st",
    "t",
    "th",
    "tr",
    "v",
    "w",
    "z",
]
VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ee", "oa", "ou"]
CODAS = [
    "b",
    "ck",
    "d",
    "ff",
    "g",
    "l",
    "ll",
    "m",
    "n",
    "nd",
    "ng",
    "nt",
    "p",
    "r",
    "rd",
    "rk",
    "rn",
    "s",
    "sk",
    "st",
    "t",
    "th",
    "x",
]
ENDINGS = [
    "er",
    "ey",
    "ford",
    "ham",
    "ia",
    "ick",
    "land",
    "ley",
    "low",
    "man",
    "mere",
    "mont",
    "o",
    "ock",
    "on",
    "ora",
    "ova",
    "ridge",
    "son",
    "stead",
    "ton",
    "vale",
    "well",
    "wick",
    "worth",
]
COMMON = [
    "health",
    "services",
    "group",
    "partners",
    "systems",
    "school",
    "care",
    "medical",
    "center",
    "industries",
    "solutions",
    "foods",
    "energy",
    "bank",
    "university",
    "holdings",
    "construction",
    "insurance",
    "transport",
    "county",
    "city",
    "district",
    "hospital",
    "manufacturing",
    "technologies",
    "logistics",
    "financial",
    "plan",
    "college",
    "dental",
    "steel",
    "supply",
    "farms",
    "electric",
    "media",
    "research",
    "labs",
    "association",
    "union",
    "workers",
    "trust",
    "capital",
    "realty",
    "motors",
    "paper",
    "freight",
    "airlines",
    "water",
    "gas",
    "oil",
    "software",
    "network",
    "community",
    "international",
    "national",
    "american",
    "united",
    "first",
    "general",
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "pacific",
    "atlantic",
    "global",
    "state",
    "county",
    "public",
    "family",
    "senior",
    "home",
    "rehab",
    "clinic",
    "pharmacy",
    "physicians",
    "nursing",
    "hospice",
    "materials",
    "concrete",
    "lumber",
    "timber",
    "plastics",
    "glass",
    "chemical",
    "textile",
    "apparel",
    "furniture",
    "hardware",
    "tools",
    "equipment",
    "machine",
    "parts",
    "auto",
    "truck",
    "bus",
    "rail",
    "marine",
    "aviation",
    "space",
    "defense",
    "security",
    "data",
    "cloud",
    "digital",
    "mobile",
    "wireless",
    "telecom",
    "cable",
    "news",
    "press",
    "books",
    "music",
    "film",
    "sports",
    "fitness",
    "travel",
    "hotels",
    "restaurants",
    "coffee",
    "bakery",
    "dairy",
    "meats",
    "seafood",
    "produce",
    "grocery",
    "wine",
    "beer",
    "spirits",
    "packaging",
    "printing",
    "design",
    "studio",
    "architects",
    "engineers",
    "consulting",
    "legal",
    "tax",
    "accounting",
    "staffing",
    "learning",
    "academy",
    "schools",
    "children",
    "youth",
    "seniors",
    "veterans",
    "housing",
    "development",
    "land",
    "mining",
    "metals",
    "gold",
    "silver",
    "solar",
    "wind",
    "nuclear",
    "power",
    "light",
    "waste",
    "recycling",
    "cleaning",
    "garden",
    "flowers",
    "pets",
    "toys",
    "games",
    "jewelry",
    "optical",
    "hearing",
    "mutual",
    "advantage",
    "choice",
    "select",
    "premier",
    "preferred",
    "gold",
    "plus",
    "basic",
    "bronze",
    "silver",
    "platinum",
    "hmo",
    "ppo",
    "epo",
]
PLACES = [
    "ohio",
    "texas",
    "maine",
    "boston",
    "denver",
    "austin",
    "dallas",
    "chicago",
    "georgia",
    "oregon",
    "nevada",
    "utah",
    "kansas",
    "iowa",
    "idaho",
    "tampa",
    "miami",
    "newark",
    "albany",
    "fresno",
    "oakland",
    "seattle",
    "tacoma",
    "spokane",
    "memphis",
    "nashville",
    "atlanta",
    "houston",
    "phoenix",
    "tucson",
    "omaha",
    "lincoln",
    "madison",
    "dayton",
    "akron",
    "toledo",
    "cleveland",
    "columbus",
    "detroit",
    "lansing",
]
LEGAL = [" Inc", ", Inc.", " LLC", " Co.", " Corp", " Company", " Ltd", " Corporation"]
ACCENTED = str.maketrans("aeoun", "áéöüñ")
WORDS_FOR_A_MILLION = 250_000


def vocabulary(rng: random.Random, size: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < size:
        middle = "".join(
            rng.choice(ONSETS)
            + rng.choice(VOWELS)
            + (rng.choice(CODAS) if rng.random() < 0.5 else "")
            for _ in range(rng.choice((1, 1, 2)))
        )
        found[middle + rng.choice(ENDINGS)] = None
    return list(found)


def generated(number: int, seed: int) -> Iterator[str]:
    """Few words are common and most are rare, as in a real directory."""
    rng = random.Random(seed)  # noqa: S311  # nothing secret
    proper = vocabulary(rng, int(WORDS_FOR_A_MILLION * (number / 1e6) ** 0.6) + 500)
    weights = list(
        itertools.accumulate(1 / (n + 20) ** 0.8 for n in range(len(proper)))
    )
    usual = list(itertools.accumulate(1 / (n + 5) for n in range(len(COMMON))))

    def own() -> str:
        word: str = rng.choices(proper, cum_weights=weights)[0].capitalize()
        return word.translate(ACCENTED) if rng.random() < 0.03 else word

    def common() -> str:
        return rng.choices(COMMON, cum_weights=usual)[0].capitalize()

    def place() -> str:
        return rng.choice(PLACES).capitalize()

    for _ in range(number):
        kind = rng.random()
        if kind < 0.3:
            name = f"{own()} {common()}"
        elif kind < 0.55:
            name = f"{own()} {own()} {common()}"
        elif kind < 0.65:
            name = f"{own()} & {own()} {common()}"
        elif kind < 0.8:
            name = f"{own()} {common()} {common()}"
        elif kind < 0.9:
            name = f"{place()} {own()} {common()} {common()}"
        elif kind < 0.95:
            name = f"{own()} {common()} of {place()}"
        else:
            name = f"{own()}"
        yield name + (rng.choice(LEGAL) if rng.random() < 0.4 else "")


def listed(path: Path) -> list[str]:
    """The first column of a CSV file, or the one that is called `name`."""
    import csv

    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        head = next(rows)
        titles = [title.strip().casefold() for title in head]
        column = titles.index("name") if "name" in titles else 0
        names = [row[column].strip() for row in rows if len(row) > column]
    return [name for name in dict.fromkeys(names) if name]

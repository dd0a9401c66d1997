"""Keeps the index true to the directory, in the transaction of the change."""

from collections import Counter
from collections.abc import Iterable, Iterator

from django.db import connection, transaction
from django.db.models import F

from portal.plans.models import (
    SearchName,
    SearchSlip,
    SearchWord,
    Sponsor,
    SponsorAlias,
    SponsorDomain,
)
from portal.plans.search import text_indexes
from portal.plans.search.entries import Entry, entries
from portal.plans.search.stems import LONGEST_STEM, keys_of, stems_of
from portal.plans.search.writing import write

CHUNK = 5_000


def index(sponsor: Sponsor) -> None:
    """Write its names anew, if they have changed."""
    replace(sponsor, set(entries_of(sponsor)) if sponsor.is_searchable else set())


def take_out(sponsor: Sponsor) -> None:
    replace(sponsor, set())


@transaction.atomic
def replace(sponsor: Sponsor, now: set[Entry]) -> None:
    rows = SearchName.objects.filter(sponsor=sponsor)
    before = {Entry(row.plain, row.acronym, row.shown) for row in rows}
    if before == now:
        return
    rows.delete()
    SearchName.objects.bulk_create(
        SearchName(sponsor=sponsor, **vars(one)) for one in now
    )
    count_words(now, 1)
    count_words(before, -1)


def entries_of(sponsor: Sponsor) -> Iterator[Entry]:
    """Read anew: what a caller has prefetched may be stale."""
    aliases = SponsorAlias.objects.filter(sponsor=sponsor)
    domains = SponsorDomain.objects.filter(sponsor=sponsor)
    return entries(
        sponsor.name,
        aliases.values_list("name", flat=True),
        domains.values_list("domain", flat=True),
    )


def words_in(found: Iterable[Entry]) -> Counter[str]:
    return Counter(word for one in found for word in set(one.plain.split()))


def count_words(found: Iterable[Entry], step: int) -> None:
    """A word that is in no name any more stays, with 0."""
    words = words_in(found)
    SearchWord.objects.bulk_create(
        (SearchWord(text=word, stem=word[:LONGEST_STEM]) for word in words),
        ignore_conflicts=True,
    )
    SearchSlip.objects.bulk_create(
        (SearchSlip(key=key, stem=stem) for key, stem in slips_of(words)),
        ignore_conflicts=True,
    )
    for word, names in words.items():
        SearchWord.objects.filter(text=word).update(names=F("names") + step * names)


def slips_of(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    stems = {stem for word in words for stem in stems_of(word)}
    return ((key, stem) for stem in stems for key in keys_of(stem))


@transaction.atomic
def rebuild() -> int:
    """The whole index from the directory: after a load of many names at once."""
    text_indexes.drop(connection)
    for model in (SearchName, SearchWord, SearchSlip):
        model.objects.all().delete()
    words: Counter[str] = Counter()
    number = write("searchname", NAME_COLUMNS, name_rows(words))
    write("searchword", WORD_COLUMNS, word_rows(words))
    write("searchslip", ("key", "stem"), slips_of(words))
    text_indexes.make(connection)
    return number


NAME_COLUMNS = ("sponsor_id", "plain", "acronym", "shown")
WORD_COLUMNS = ("text", "stem", "names")


def name_rows(words: Counter[str]) -> Iterator[tuple[int, str, str, str]]:
    """In passing, each word is counted."""
    for pk, name, others, domains in directory():
        for one in entries(name, others, domains):
            words.update(set(one.plain.split()))
            yield pk, one.plain, one.acronym, one.shown


def word_rows(words: Counter[str]) -> Iterator[tuple[str, str, int]]:
    return ((word, word[:LONGEST_STEM], names) for word, names in words.items())


def directory() -> Iterator[tuple[int, str, list[str], list[str]]]:
    """All names of all sponsors open to search, a chunk at a time."""
    last = 0
    sponsors = Sponsor.objects.searchable().order_by("pk").values_list("pk", "name")
    while chunk := list(sponsors.filter(pk__gt=last)[:CHUNK]):
        first, last = chunk[0][0], chunk[-1][0]
        within = {"sponsor__gte": first, "sponsor__lte": last}
        others = grouped(
            SponsorAlias.objects.filter(**within).values_list("sponsor_id", "name")
        )
        domains = grouped(
            SponsorDomain.objects.filter(**within).values_list("sponsor_id", "domain")
        )
        for pk, name in chunk:
            yield pk, name, others.get(pk, []), domains.get(pk, [])


def grouped(pairs: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for pk, text in pairs:
        found.setdefault(pk, []).append(text)
    return found

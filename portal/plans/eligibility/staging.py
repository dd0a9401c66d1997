"""A file is read into rows of its own, beside those in effect, which stay as they are.

A row is hashed as it is read: what a file says in words is kept nowhere.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from itertools import batched

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from portal.plans.eligibility.identity import hashes
from portal.plans.eligibility.keys import Key, key_of, newest_key
from portal.plans.eligibility.reading import Person, Wrong, people
from portal.plans.models import Coverage, EligibilityFile, EligibilityRecord

BATCH = 2000
MOST_WRONG_KEPT = 5000
State = EligibilityFile.State
type Rows = Iterable[tuple[int, Mapping[str, str]]]


class Staging:
    """Reads one file. It ends ready to be used, or refused with no row kept."""

    def __init__(self, file: EligibilityFile) -> None:
        self.file = file
        self.former = EligibilityFile.objects.in_effect(file.sponsor_id).first()
        self.key = newest_key()
        self.held: Mapping[str, Key] = {}

    def run(self, rows: Rows) -> EligibilityFile:
        file = self.file
        file.former = self.former
        if file.kind == EligibilityFile.Kind.CHANGES and not self.may_change():
            return self.refuse()
        file.key_id = self.key.id
        file.save()
        self.held = self.persons_of_older_keys()
        # Who is not found below is gone: under the new key that can be told.
        file.moved = {person: person for person in self.held}
        for batch in batched(self.sorted_out(rows), BATCH):
            EligibilityRecord.objects.bulk_create(batch)
        if not file.wrong_count and not file.records.exists():
            self.note(Wrong(0, "", _("There is nobody in it.")))
        if file.wrong_count:
            return self.refuse()
        if file.kind == EligibilityFile.Kind.CHANGES:
            self.keep_the_others()
        return self.finish()

    def may_change(self) -> bool:
        key = key_of(self.former.key_id) if self.former else None
        if self.former is None:
            self.note(Wrong(0, "", _("There is no file that it could change.")))
        elif key is None:
            reason = _("The key of the file before it is gone. Send a full file.")
            self.note(Wrong(0, "", reason))
        self.key = key or self.key
        return key is not None

    def sorted_out(self, rows: Rows) -> Iterator[EligibilityRecord]:
        """Rows that are right; from the first wrong one on, only what is wrong."""
        for one in people(rows, self.file.effective_on):
            if isinstance(one, Wrong):
                self.note(one)
            elif not self.file.wrong_count:
                yield self.record(one)

    def record(self, one: Person) -> EligibilityRecord:
        found = hashes(self.key, self.file.sponsor_id, one.who)
        for key in {key.id: key for key in self.held.values()}.values():
            before = hashes(key, self.file.sponsor_id, one.who).person
            if before in self.held:
                self.file.moved[before] = found.person
        return EligibilityRecord(
            file_id=self.file.pk,
            key_id=self.key.id,
            person=found.person,
            by_id=found.by_id,
            by_zip=found.by_zip,
            email=self.key.shut(one.email),
            plan_code=one.plan_code,
            is_family=one.is_family,
            starts_on=one.starts_on,
            ends_on=one.ends_on,
        )

    def note(self, wrong: Wrong) -> None:
        self.file.wrong_count += 1
        if len(self.file.wrong) < MOST_WRONG_KEPT:
            self.file.wrong.append(wrong)

    def persons_of_older_keys(self) -> Mapping[str, Key]:
        """Coverages that stand on a row hashed with a key from before."""
        running = Coverage.objects.filter(
            benefit__sponsor=self.file.sponsor_id, ended_on=None
        )
        older = running.exclude(person="").exclude(key_id=self.key.id)
        pairs = older.values_list("person", "key_id")
        return {p: key for p, key_id in pairs if (key := key_of(key_id))}

    def keep_the_others(self) -> None:
        """Whoever the file does not name stays as in the one before."""
        others = without(self.former, self.file).order_by("pk")
        last = 0
        while batch := list(others.filter(pk__gt=last)[:BATCH]):
            last = batch[-1].pk
            for record in batch:
                record.pk, record.file_id = None, self.file.pk
            EligibilityRecord.objects.bulk_create(batch)

    def refuse(self) -> EligibilityFile:
        self.file.state = State.REFUSED
        self.file.save()
        self.file.records.all().delete()
        return self.file

    def finish(self) -> EligibilityFile:
        file, former = self.file, self.former
        file.people_count = file.records.count()
        file.new_count = file.people_count
        if former and former.key_id == file.key_id:
            file.new_count = without(file, former).count()
            file.gone_count = without(former, file).count()
        file.state = State.READY
        file.save()
        return file


def without(
    file: EligibilityFile | None, other: EligibilityFile
) -> QuerySet[EligibilityRecord]:
    """The rows of a file whose person is not in the other."""
    same = EligibilityRecord.objects.filter(file=other, person=OuterRef("person"))
    return EligibilityRecord.objects.filter(~Exists(same), file=file)


def stage(file: EligibilityFile, rows: Rows) -> EligibilityFile:
    """Read it. When that breaks off, it is refused like any other wrong file."""
    staging = Staging(file)
    try:
        return staging.run(rows)
    except (ValueError, LookupError, csv.Error) as error:
        staging.note(Wrong(0, "", _("It cannot be read as a file of this kind.")))
        del error  # its text may quote the file
        return staging.refuse()

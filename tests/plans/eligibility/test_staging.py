import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from exercises.models import Program
from portal.accounts.models import Member
from portal.plans.eligibility.keys import all_keys, newest_key
from portal.plans.eligibility.staging import stage
from portal.plans.eligibility.using import undo, use
from portal.plans.models import (
    Coverage,
    EligibilityFile,
    EligibilityRecord,
    Sponsor,
)
from tests.factories import TODAY, make_benefit, make_sponsor
from tests.plans.eligibility.conftest import LEE, MARIA, SAM, LoadFile, staged

State = EligibilityFile.State
type RowValues = set[tuple[object, ...]]


def in_effect(sponsor: Sponsor) -> RowValues:
    rows = EligibilityRecord.objects.in_effect(sponsor.pk)
    return set(rows.values_list("pk", "person", "by_id", "starts_on", "ends_on"))


def persons(sponsor: Sponsor) -> set[str]:
    rows = EligibilityRecord.objects.in_effect(sponsor.pk)
    return set(rows.values_list("person", flat=True))


def test_a_file_is_checked_before_anything_changes(bakery: Sponsor) -> None:
    file = staged(bakery, MARIA, LEE, SAM)
    assert (file.state, file.people_count, file.new_count) == (State.READY, 3, 3)
    assert in_effect(bakery) == set()
    use(file)
    assert len(in_effect(bakery)) == 3


def test_a_row_holds_no_name_no_birth_date_and_no_number(load_file: LoadFile) -> None:
    load_file(MARIA, SAM)
    for row in EligibilityRecord.objects.values():
        kept = " ".join(str(value) for value in row.values()).lower()
        for told in ("maria", "roe", "1980", "hb", "0001", "43004", "harbor.example"):
            assert told not in kept.replace(row["person"], "").replace(
                row["by_id"], ""
            ).replace(row["by_zip"], "").replace(row["email"].lower(), "")
    sam = EligibilityRecord.objects.exclude(email="").get()
    assert newest_key().open(sam.email) == "sam@harbor.example"


def test_a_full_file_replaces_the_one_before(
    bakery: Sponsor, load_file: LoadFile
) -> None:
    load_file(MARIA, LEE)
    later = load_file(LEE, SAM)
    assert (later.new_count, later.gone_count) == (1, 1)
    assert len(persons(bakery)) == 2


def test_changes_leave_everybody_else_as_they_are(
    bakery: Sponsor, load_file: LoadFile
) -> None:
    load_file(MARIA, LEE)
    before = persons(bakery)
    gone = LEE.replace("add", "term")
    later = load_file(gone, SAM, kind="changes")
    assert later.people_count == 3
    assert before < persons(bakery)
    ended = EligibilityRecord.objects.in_effect(bakery.pk).exclude(ends_on=None).get()
    assert ended.ends_on == TODAY


def test_undo_restores_the_former_file_exactly(
    bakery: Sponsor, load_file: LoadFile
) -> None:
    load_file(MARIA, LEE)
    before = in_effect(bakery)
    later = load_file(SAM)
    assert in_effect(bakery) != before
    undo(later)
    assert in_effect(bakery) == before
    later.refresh_from_db()
    assert later.state == State.UNDONE


def test_undoing_changes_restores_the_former_file_exactly(
    bakery: Sponsor, load_file: LoadFile
) -> None:
    load_file(MARIA, LEE)
    before = in_effect(bakery)
    undo(load_file(LEE.replace("add", "term"), SAM, kind="changes"))
    assert in_effect(bakery) == before


def test_undoing_the_first_file_leaves_none(
    bakery: Sponsor, load_file: LoadFile
) -> None:
    undo(load_file(MARIA))
    assert in_effect(bakery) == set()


def test_only_the_file_in_effect_is_undone(load_file: LoadFile) -> None:
    first = load_file(MARIA)
    load_file(SAM)
    with pytest.raises(ValidationError, match="Only the file in effect"):
        undo(first)


def test_a_file_that_was_checked_before_another_is_not_used(bakery: Sponsor) -> None:
    early, late = staged(bakery, MARIA), staged(bakery, SAM)
    use(late)
    with pytest.raises(ValidationError, match="Another file came into effect"):
        use(early)
    assert len(persons(bakery)) == 1


@pytest.mark.parametrize(
    ("line", "column", "reason"),
    [
        pytest.param(
            MARIA.replace("1980-01-02", "soon"), "birth_date", "date", id="date"
        ),
        pytest.param(MARIA.replace("Roe-Lund", ""), "last_name", "empty", id="name"),
        pytest.param(
            MARIA.replace("HB-0001", "123-45-6789"), "member_id", "Social", id="ssn"
        ),
        pytest.param(
            MARIA.replace("HB-0001", "123 45 6789"), "member_id", "Social", id="spaces"
        ),
        pytest.param(
            MARIA.replace("Roe-Lund", "Roe, Jr") + "2026-12-31",
            "",
            "more cells",
            id="cells",
        ),
        pytest.param(MARIA.replace("add", "hire"), "action", "actions", id="action"),
        pytest.param(MARIA + "2025-01-01", "ends_on", "before", id="dates"),
        pytest.param(SAM.replace("sam@", "sam"), "email", "address", id="email"),
        pytest.param(
            MARIA.replace("HB-0001", "").replace("43004", ""),
            "member_id",
            "ZIP",
            id="id",
        ),
    ],
)
def test_one_wrong_line_changes_nothing_and_is_named(
    bakery: Sponsor, load_file: LoadFile, line: str, column: str, reason: str
) -> None:
    load_file(LEE)
    before = in_effect(bakery)
    file = staged(bakery, SAM, line)
    assert file.state == State.REFUSED
    [[number, where, why]] = file.wrong
    assert (number, where) == (3, column)
    assert reason in why
    assert "1980" not in why
    assert not file.records.exists()
    assert in_effect(bakery) == before
    with pytest.raises(ValidationError):
        use(file)


def test_a_file_that_breaks_off_changes_nothing(
    bakery: Sponsor, load_file: LoadFile
) -> None:
    load_file(LEE)
    before = in_effect(bakery)
    file = EligibilityFile(sponsor=bakery, kind="full", effective_on=TODAY)

    def broken() -> object:
        yield (
            2,
            {
                "last_name": "Roe",
                "birth_date": "1980-01-02",
                "starts_on": "2026-01-01",
                "member_id": "A1",
            },
        )
        raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "wrong")

    stage(file, broken())  # type: ignore[arg-type]  # a generator of rows
    assert file.state == State.REFUSED
    assert not file.records.exists()
    assert in_effect(bakery) == before


def test_changes_without_a_file_before_are_refused(bakery: Sponsor) -> None:
    file = staged(bakery, MARIA, kind="changes")
    assert file.state == State.REFUSED
    assert "no file that it could change" in file.wrong[0][2]


def test_a_new_key_takes_over_with_the_next_full_file(
    bakery: Sponsor,
    program: Program,
    ada: Member,
    load_file: LoadFile,
    settings: object,
) -> None:
    settings.ELIGIBILITY_KEYS = ["old-" * 10]  # type: ignore[attr-defined]
    old = load_file(MARIA, LEE)
    row = EligibilityRecord.objects.in_effect(bakery.pk).first()
    assert row is not None
    coverage = Coverage.objects.create(
        member=ada,
        benefit=make_benefit(bakery, program),
        person=row.person,
        key_id=row.key_id,
    )
    settings.ELIGIBILITY_KEYS = ["new-" * 10, "old-" * 10]  # type: ignore[attr-defined]
    changed = load_file(SAM, kind="changes")
    assert changed.key_id == old.key_id == all_keys()[1].id
    full = load_file(MARIA, LEE, SAM)
    assert full.key_id == newest_key().id != old.key_id
    coverage.refresh_from_db()
    assert coverage.key_id == full.key_id
    assert coverage.person in persons(bakery)
    undo(full)
    coverage.refresh_from_db()
    assert (coverage.person, coverage.key_id) == (row.person, row.key_id)


def test_the_same_line_at_two_sponsors_makes_two_persons(
    bakery: Sponsor, load_file: LoadFile
) -> None:
    other = make_sponsor("Vale Outfitters")
    load_file(MARIA)
    load_file(MARIA, sponsor=other)
    assert not persons(bakery) & persons(other)


def test_what_a_database_cannot_keep_is_left_out(
    bakery: Sponsor, load_file: LoadFile
) -> None:
    load_file(MARIA.replace("GOLD", "GO\0LD"))
    assert EligibilityRecord.objects.in_effect(bakery.pk).get().plan_code == "GOLD"


def test_an_end_in_the_file_is_kept(bakery: Sponsor, load_file: LoadFile) -> None:
    load_file(MARIA + "2026-12-31")
    row = EligibilityRecord.objects.in_effect(bakery.pk).get()
    assert row.runs_on(dt.date(2026, 12, 31))
    assert not row.runs_on(dt.date(2027, 1, 1))

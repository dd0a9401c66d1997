import datetime as dt

import pytest

from portal.plans.eligibility.identity import (
    Identity,
    hashes,
    plain_date,
    plain_id,
    plain_name,
    plain_zip,
)
from portal.plans.eligibility.keys import Key

KEY = Key("k" * 40)
MARIA = Identity("Roe-Lund", dt.date(1980, 1, 2), "María", "HB-0001", "43004")


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Ana-María", "anamaria"),
        ("  ANA MARIA ", "anamaria"),
        ("O’Hara", "ohara"),
        ("O'Hara", "ohara"),
        ("Łukasz", "lukasz"),
        ("de la Cruz", "delacruz"),
    ],
)
def test_a_name_loses_case_accents_spaces_and_hyphens(typed: str, plain: str) -> None:
    assert plain_name(typed) == plain


@pytest.mark.parametrize("typed", ["HB-0O01", "hb 0001", "HBOOO1", " hb.00 01"])
def test_an_id_loses_hyphens_and_tells_no_o_from_0(typed: str) -> None:
    assert plain_id(typed) == "HB0001"


def test_a_zip_code_counts_by_its_first_5_digits() -> None:
    assert plain_zip("43004-1234") == plain_zip(" 43004 ") == "43004"


@pytest.mark.parametrize("text", ["1980-01-02", "01/02/1980", "19800102"])
def test_a_date_is_read_in_3_shapes(text: str) -> None:
    assert plain_date(text) == dt.date(1980, 1, 2)


@pytest.mark.parametrize("text", ["", "1980-13-01", "2/30/1980", "yesterday"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no date"):
        plain_date(text)


def test_one_person_typed_in_two_ways_is_found_by_one_hash() -> None:
    other = Identity("roe lund", dt.date(1980, 1, 2), "MARIA", "hb ooo1", "43004-9")
    assert hashes(KEY, 1, other) == hashes(KEY, 1, MARIA)


def test_the_same_person_at_another_sponsor_has_other_hashes() -> None:
    here, there = hashes(KEY, 1, MARIA), hashes(KEY, 2, MARIA)
    assert not {here.person, here.by_id, here.by_zip} & {
        there.person,
        there.by_id,
        there.by_zip,
    }


def test_another_key_makes_other_hashes_and_has_another_id() -> None:
    other = Key("m" * 40)
    assert hashes(other, 1, MARIA) != hashes(KEY, 1, MARIA)
    assert other.id != KEY.id


def test_a_new_last_name_is_the_same_person() -> None:
    married = Identity("Lund", MARIA.birth_date, "Maria", "HB-0001", "43004")
    assert hashes(KEY, 1, married).person == hashes(KEY, 1, MARIA).person
    assert hashes(KEY, 1, married).by_id != hashes(KEY, 1, MARIA).by_id


def test_an_email_is_shut_and_opened_by_its_own_key_only() -> None:
    shut = KEY.shut("sam@harbor.example")
    assert "sam" not in shut
    assert KEY.open(shut) == "sam@harbor.example"
    assert Key("m" * 40).open(shut) == ""
    assert KEY.shut("") == KEY.open("") == ""

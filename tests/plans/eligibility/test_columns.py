import pytest

from portal.plans.eligibility.columns import guessed, missing, refusal


@pytest.mark.parametrize(
    "heading",
    [
        "SSN",
        "Employee SSN",
        "social_security_number",
        "Sex",
        "Gender Code",
        "Annual Salary",
        "pay_rate",
        "Diagnosis",
        "ICD10",
        "claim_amount",
        "Disability",
        "TobaccoUse",
    ],
)
def test_a_column_that_is_none_of_our_business_is_refused(heading: str) -> None:
    assert refusal(heading)


@pytest.mark.parametrize(
    "heading",
    ["member_id", "Last Name", "coverage_tier", "group_number", "Plan", "Essex code"],
)
def test_other_columns_are_let_through(heading: str) -> None:
    assert refusal(heading) is None


def test_columns_are_known_by_what_other_systems_call_them() -> None:
    headings = ["Employee ID", "Surname", "DateOfBirth", "Effective Date", "Colour"]
    assert guessed(headings) == {
        "member_id": "Employee ID",
        "last_name": "Surname",
        "birth_date": "DateOfBirth",
        "starts_on": "Effective Date",
    }


def test_a_file_needs_a_number_or_a_first_name_with_a_zip_code() -> None:
    base = {"last_name": "a", "birth_date": "b", "starts_on": "c"}
    assert missing(base) == ["member_id"]
    assert missing({**base, "member_id": "d"}) == []
    assert missing({**base, "first_name": "d", "zip_code": "e"}) == []
    assert missing({"member_id": "d"}) == ["last_name", "birth_date", "starts_on"]

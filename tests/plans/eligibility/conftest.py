"""Invented files of an invented sponsor."""

import io
from collections.abc import Callable

import pytest

from portal.plans.eligibility.columns import guessed
from portal.plans.eligibility.reading import headings_of, mapped_rows
from portal.plans.eligibility.staging import stage
from portal.plans.eligibility.using import use
from portal.plans.models import EligibilityFile, Sponsor
from tests.factories import TODAY

HEADINGS = (
    "action,relationship_code,plan_code,member_id,person_suffix,"
    "first_name,last_name,dob,zip,email,coverage_start,coverage_end"
)
MARIA = "add,18,GOLD,HB-0001,01,María,Roe-Lund,1980-01-02,43004,,2026-01-01,"
LEE = "add,01,GOLD,HB-0001,02,Lee,Roe,1981-03-04,43004,,2026-01-01,"
SAM = "add,18,SILVER,HB-0002,01,Sam,O'Hara,1990-05-06,43215,sam@harbor.example,2026-01-01,"

type LoadFile = Callable[..., EligibilityFile]


def staged(sponsor: Sponsor, *lines: str, kind: str = "full") -> EligibilityFile:
    text = "\n".join([HEADINGS, *lines])
    mapping = guessed(headings_of(io.StringIO(text)))
    file = EligibilityFile(
        sponsor=sponsor, kind=kind, effective_on=TODAY, mapping=mapping
    )
    return stage(file, mapped_rows(io.StringIO(text), mapping))


@pytest.fixture
def load_file(bakery: Sponsor) -> LoadFile:
    def load(
        *lines: str, kind: str = "full", sponsor: Sponsor = bakery
    ) -> EligibilityFile:
        file = staged(sponsor, *lines, kind=kind)
        use(file)
        return file

    return load

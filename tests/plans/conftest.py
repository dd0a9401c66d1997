import datetime as dt
from collections.abc import Iterator

import pytest
import time_machine

from exercises.models import Program
from portal.plans.models import Benefit, Sponsor
from portal.plans.search_limit import IN_HAND
from tests.factories import TODAY, make_benefit, make_program, make_sponsor


@pytest.fixture(autouse=True)
def nobody_has_searched() -> None:
    IN_HAND.left.clear()


@pytest.fixture
def today() -> Iterator[dt.date]:
    noon = dt.datetime.combine(TODAY, dt.time(17), dt.UTC)
    with time_machine.travel(noon, tick=False):
        yield TODAY


@pytest.fixture
def program(db: None) -> Program:
    return make_program(slug="sciatica-12-weeks")


@pytest.fixture
def bakery(program: Program) -> Sponsor:
    return make_sponsor("Harbor Lane Bakery", slug="harbor-lane-bakery")


@pytest.fixture
def benefit(bakery: Sponsor, program: Program) -> Benefit:
    return make_benefit(bakery, program)


@pytest.fixture
def code_benefit(bakery: Sponsor, program: Program) -> Benefit:
    return make_benefit(bakery, program, verification="code", code="Birch Pulp 27")

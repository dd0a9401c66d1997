"""The plain SQL of `for_results` tells what the querysets tell."""

import datetime as dt

import pytest
from django.core.exceptions import FieldFetchBlocked
from django.utils import timezone

from exercises.models import Program
from portal.plans.models import Sponsor
from tests.factories import make_benefit, make_sponsor

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
DAY = dt.timedelta(days=1)


def employer_of(program: Program, *dates: tuple[dt.date, dt.date | None]) -> Sponsor:
    """Its one health plan has a benefit for each pair of dates."""
    plan = make_sponsor("Blue Heron", kind="health-plan")
    for starts_on, ends_on in dates:
        make_benefit(plan, program, starts_on=starts_on, ends_on=ends_on)
    employer = make_sponsor()
    employer.health_plans.add(plan)
    return employer


@pytest.mark.parametrize(
    ("dates", "has_plans"),
    [
        ([], False),
        ([(TODAY, None)], True),
        ([(TODAY - DAY, TODAY)], True),
        ([(TODAY + DAY, None)], False),
        ([(TODAY - 3 * DAY, TODAY - DAY)], False),
        ([(TODAY - 3 * DAY, TODAY - DAY), (TODAY, TODAY + DAY)], True),
    ],
)
def test_a_result_knows_of_the_plans_of_its_people(
    program: Program, dates: list[tuple[dt.date, dt.date | None]], has_plans: bool
) -> None:
    employer = employer_of(program, *dates)
    (shown,) = Sponsor.objects.for_results([employer.pk])
    asked = Sponsor.objects.with_plans_on(TODAY).get(pk=employer.pk)
    assert bool(shown.has_plans) is bool(asked.has_plans) is has_plans


def test_a_plan_that_search_does_not_find_is_not_told_of(program: Program) -> None:
    employer = employer_of(program, (TODAY, None))
    employer.health_plans.update(is_searchable=False)
    (shown,) = Sponsor.objects.for_results([employer.pk])
    assert not shown.has_plans
    assert not Sponsor.objects.with_plans_on(TODAY).get(pk=employer.pk).has_plans


def test_results_hold_those_asked_for_that_are_open_to_search() -> None:
    one, other, hidden = (make_sponsor(f"Works {number}") for number in range(3))
    Sponsor.objects.filter(pk=hidden.pk).update(is_searchable=False)
    make_sponsor("Not asked for")
    found = Sponsor.objects.for_results([one.pk, other.pk, hidden.pk])
    assert {sponsor.pk for sponsor in found} == {one.pk, other.pk}


def test_a_result_is_whole_and_reads_nothing_more(program: Program) -> None:
    sponsor = make_sponsor(parent=make_sponsor("Parent"))
    make_benefit(sponsor, program)
    (shown,) = Sponsor.objects.for_results([sponsor.pk])
    asked = Sponsor.objects.get(pk=sponsor.pk)
    columns = [field.attname for field in Sponsor._meta.concrete_fields]
    assert [getattr(shown, c) for c in columns] == [getattr(asked, c) for c in columns]
    assert shown.benefit_on(TODAY)
    with pytest.raises(FieldFetchBlocked):
        str(shown.parent)

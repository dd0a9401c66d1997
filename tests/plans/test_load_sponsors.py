import datetime as dt

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from exercises.models import Program
from portal.plans.answers import Answer
from portal.plans.models import Benefit, Sponsor
from portal.plans.search import find


def state_of(name: str, day: dt.date) -> str | None:
    return Answer.on(day, Sponsor.objects.get(name=name)).state


@pytest.mark.parametrize("day", ["2026-11-12", "2031-02-28"])
@pytest.mark.usefixtures("program")
def test_every_state_is_there_on_any_day(day: str) -> None:
    call_command("load_sponsors", "--today", day, verbosity=0)
    today = dt.date.fromisoformat(day)
    assert state_of("Harbor Lane Bakery", today) == Benefit.State.RUNNING
    assert state_of("Blue Heron Health Plan", today) == Benefit.State.SOME
    assert state_of("Lantern Ridge School District", today) == Benefit.State.COMING
    assert state_of("Pebblewick Hospital Group", today) == Benefit.State.ENDED
    assert state_of("Harborview College", today) is None


@pytest.mark.usefixtures("program")
def test_a_second_load_moves_the_dates_and_adds_nothing() -> None:
    call_command("load_sponsors", "--today", "2026-11-12")
    before = (Sponsor.objects.count(), Benefit.objects.count())
    call_command("load_sponsors")
    assert (Sponsor.objects.count(), Benefit.objects.count()) == before
    checked = Benefit.objects.get(sponsor__slug="harbor-lane-bakery").checked_on
    assert checked == timezone.localdate() - dt.timedelta(days=9)


@pytest.mark.usefixtures("program")
def test_each_way_of_checking_is_there() -> None:
    call_command("load_sponsors")
    kinds = Benefit.objects.values_list("verification", flat=True)
    assert set(kinds) == {"none", "code", "domain", "file"}


@pytest.mark.usefixtures("program")
def test_the_first_search_of_the_demo_has_4_matches() -> None:
    call_command("load_sponsors")
    found = {hit.sponsor.name for hit in find("harbor").hits}
    assert found == {
        "Harbor Lane Bakery",
        "Blue Heron Health Plan",
        "Great Lakes Harbor Workers Union",
        "Harborview College",
    }


@pytest.mark.django_db
def test_without_the_program_a_sentence_says_what_is_missing() -> None:
    with pytest.raises(CommandError, match="sciatica-12-weeks"):
        call_command("load_sponsors")


def test_every_name_in_the_file_is_loaded_whole(program: Program) -> None:
    call_command("load_sponsors")
    for benefit in Benefit.objects.select_related("sponsor"):
        benefit.full_clean()
        benefit.sponsor.full_clean()

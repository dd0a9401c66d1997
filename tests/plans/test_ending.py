import datetime as dt

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks
from pytest_django.asserts import assertContains

from exercises.models import Program
from portal.accounts.models import Member
from portal.plans.eligibility.using import undo, use
from portal.plans.ending import (
    end_coverages,
    purge_attempts,
    purge_files,
    tell_of_ended_benefits,
)
from portal.plans.joining import programs_open_to
from portal.plans.models import (
    Benefit,
    CheckAttempt,
    Coverage,
    EligibilityFile,
    EligibilityRecord,
    Sponsor,
)
from tests.factories import TODAY
from tests.plans.eligibility.conftest import (
    LEE,
    MARIA,
    SAM,
    LoadFile,
    load_file,
    staged,
)

__all__ = ["load_file"]
pytestmark = pytest.mark.usefixtures("today")


def covered(member: Member, benefit: Benefit) -> Coverage:
    row = EligibilityRecord.objects.in_effect(benefit.sponsor_id).earliest("pk")
    return Coverage.objects.create(
        member=member, benefit=benefit, person=row.person, key_id=row.key_id
    )


def test_who_is_no_longer_in_the_file_keeps_the_account_and_is_told_what_stops(
    ada: Member,
    ada_client: Client,
    benefit: Benefit,
    load_file: LoadFile,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    load_file(MARIA)
    coverage = covered(ada, benefit)
    assert end_coverages(timezone.now()) == 0
    load_file(SAM)
    with django_capture_on_commit_callbacks(execute=True):
        assert end_coverages(timezone.now()) == 1
    assert end_coverages(timezone.now()) == 0
    coverage.refresh_from_db()
    assert (coverage.ended_on, coverage.ended_by_file) == (TODAY, True)
    [told] = mail.outbox
    assert told.to == ["ada@example.org"]
    assert "Harbor" not in told.subject + str(told.body)
    page = ada_client.get(coverage.get_absolute_url())
    assertContains(
        page, "You can no longer join a new program through Harbor Lane Bakery."
    )
    assertContains(page, "They stay when the coverage ends.")
    assert ada_client.get("/sessions/").status_code == 200
    assert ada_client.get("/record/").status_code == 200


def test_a_last_day_in_the_file_ends_it_the_day_after(
    ada: Member, benefit: Benefit, load_file: LoadFile
) -> None:
    load_file(MARIA + TODAY.isoformat())
    covered(ada, benefit)
    assert end_coverages(timezone.now()) == 0
    assert end_coverages(timezone.now() + dt.timedelta(days=1)) == 1


def test_a_file_that_was_undone_ends_nothing(
    ada: Member, benefit: Benefit, load_file: LoadFile
) -> None:
    load_file(MARIA)
    covered(ada, benefit)
    undo(load_file(SAM))
    assert end_coverages(timezone.now()) == 0


def test_a_benefit_that_ended_is_told_once_and_again_when_it_was_prolonged(
    ada: Member,
    benefit: Benefit,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    Coverage.objects.create(member=ada, benefit=benefit)
    told = []
    for ends_in, later in ((0, 0), (0, 1), (0, 2), (9, 2), (9, 10), (9, 11)):
        Benefit.objects.update(ends_on=TODAY + dt.timedelta(days=ends_in))
        now = timezone.now() + dt.timedelta(days=later)
        with django_capture_on_commit_callbacks(execute=True):
            told.append(tell_of_ended_benefits(now))
    assert told == [0, 1, 0, 0, 1, 0]
    assert [mail_to.to for mail_to in mail.outbox] == 2 * [["ada@example.org"]]
    assert "Harbor" not in mail.outbox[0].subject + str(mail.outbox[0].body)
    assert Coverage.objects.get().ended_on is None


def test_a_coverage_that_was_left_is_not_told_of(ada: Member, benefit: Benefit) -> None:
    Coverage.objects.create(member=ada, benefit=benefit, ended_on=TODAY)
    Benefit.objects.update(ends_on=TODAY)
    assert tell_of_ended_benefits(timezone.now() + dt.timedelta(days=1)) == 0


def test_what_a_wrong_file_ended_runs_on_when_it_is_undone(
    ada: Member, benefit: Benefit, load_file: LoadFile
) -> None:
    load_file(MARIA)
    coverage = covered(ada, benefit)
    wrong = load_file(SAM)
    assert end_coverages(timezone.now()) == 1
    undo(wrong)
    coverage.refresh_from_db()
    assert (coverage.ended_on, coverage.ended_by_file) == (None, False)
    assert end_coverages(timezone.now()) == 0


def test_what_had_ended_before_a_file_stays_ended_when_it_is_undone(
    ada: Member, benefit: Benefit, load_file: LoadFile
) -> None:
    load_file(MARIA)
    coverage = covered(ada, benefit)
    Coverage.objects.update(ended_on=TODAY)
    undo(load_file(SAM))
    coverage.refresh_from_db()
    assert coverage.ended_on == TODAY


def test_who_leaves_while_the_key_is_changed_is_covered_no_longer(
    ada: Member, benefit: Benefit, load_file: LoadFile, settings: object
) -> None:
    settings.ELIGIBILITY_KEYS = ["old-" * 10]  # type: ignore[attr-defined]
    load_file(MARIA)
    coverage = covered(ada, benefit)
    settings.ELIGIBILITY_KEYS = ["new-" * 10, "old-" * 10]  # type: ignore[attr-defined]
    full = load_file(SAM)
    assert end_coverages(timezone.now()) == 1
    undo(full)
    coverage.refresh_from_db()
    assert coverage.ended_on is None
    assert end_coverages(timezone.now()) == 0


def test_a_coverage_that_stands_on_no_row_is_left_alone(
    ada: Member, benefit: Benefit, load_file: LoadFile
) -> None:
    Coverage.objects.create(member=ada, benefit=benefit)
    load_file(SAM)
    assert end_coverages(timezone.now()) == 0


def test_rows_are_kept_of_the_file_in_effect_and_the_2_before_it(
    bakery: Sponsor, load_file: LoadFile
) -> None:
    files = [load_file(line) for line in (MARIA, LEE, SAM, MARIA)]
    purge_files(timezone.now())
    assert [file.records.count() for file in files] == [0, 1, 1, 1]


def test_a_file_not_used_in_a_week_of_its_day_is_kept_no_longer(
    bakery: Sponsor, load_file: LoadFile, today: dt.date
) -> None:
    """Without its rows it would end the coverage of everybody."""
    load_file(MARIA)
    file = staged(bakery, LEE)
    later = staged(bakery, SAM)
    EligibilityFile.objects.update(uploaded_at=timezone.now())
    EligibilityFile.objects.filter(pk=later.pk).update(
        effective_on=today + dt.timedelta(days=20)
    )
    purge_files(timezone.now() + dt.timedelta(days=8))
    assert (file.records.count(), later.records.count()) == (0, 1)
    with pytest.raises(ValidationError, match="no longer kept"):
        use(file)
    assert EligibilityRecord.objects.in_effect(bakery.pk).count() == 1


def test_tries_are_purged_after_7_days(bakery: Sponsor) -> None:
    now = timezone.now()
    for days in (8, 6):
        at = now - dt.timedelta(days=days)
        CheckAttempt.objects.create(sponsor=bakery, at=at)
    assert purge_attempts(now) == 1


def test_housekeeping_does_all_of_it_and_runs_twice(bakery: Sponsor) -> None:
    for _time in range(2):
        call_command("housekeeping", verbosity=0)


def test_open_membership_needs_no_coverage(
    ada: Member, program: Program, settings: object
) -> None:
    assert not programs_open_to(ada, TODAY)
    settings.MEMBERSHIP = "open"  # type: ignore[attr-defined]
    assert list(programs_open_to(ada, TODAY)) == [program]

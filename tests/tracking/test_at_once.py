"""What is read at once is what would be read one after the other."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from exercises.models import Exercise, Prescription
from portal.accounts.models import Member
from tests.factories import (
    TODAY,
    make_change,
    make_flare,
    make_report,
    make_screen,
)
from tests.tracking.conftest import DAY, NOON
from tracking.at_once import Wanted, read_at_once
from tracking.models import (
    DoseChange,
    Enrollment,
    ExerciseLog,
    ExerciseSession,
    Flare,
    SafetyScreen,
    SymptomReport,
)


def values(row: models.Model) -> dict[str, Any]:
    found = {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields}
    return {name: (type(value), value) for name, value in found.items()}


@pytest.fixture
def history(enrolled_ada: Member, enrollment: Enrollment) -> Member:
    """Of each kind of row some, with quotes, a time to the microsecond and a null."""
    late = NOON.replace(microsecond=123456)
    make_report(enrolled_ada, note='It said "no",\nthen ☂\\', reported_at=late)
    make_report(enrolled_ada, raised_at=NOON, weakness=True)
    make_screen(enrolled_ada, asked_at=late, answers=[{"key": "é'", "answer": "no"}])
    make_flare(enrolled_ada, ended_on=TODAY + DAY)
    change = make_change(enrollment)
    make_change(enrollment, exercise=change.exercise, until=TODAY, to_value=7)
    return enrolled_ada


def querysets(enrollment: Enrollment) -> list[models.QuerySet[Any]]:
    member = enrollment.member
    return [
        SafetyScreen.objects.for_member(member).with_stops(),
        SymptomReport.objects.for_member(member).order_by("reported_at"),
        Enrollment.objects.for_member(member).for_page(),
        Flare.objects.for_member(member),
        DoseChange.objects.of(enrollment).in_force(TODAY),
        DoseChange.objects.of_running(member).in_force(TODAY),
        ExerciseSession.objects.for_member(member).with_counts(),
        enrollment.phase_prescriptions().select_related(None),
        enrollment.phase_prescriptions(),
        Exercise.objects.published().select_related("picture"),
        ExerciseLog.objects.for_member(member).select_related(None),
        Prescription.objects.select_related("exercise").order_by("-pk")[:1],
    ]


def test_the_rows_are_the_same_value_for_value(
    history: Member, session: ExerciseSession, enrollment: Enrollment
) -> None:
    every = querysets(enrollment)
    wanted = [Wanted(queryset) for queryset in every]
    read_at_once(history, Wanted(every[0]))  # the first asks what the database can do
    with CaptureQueriesContext(connection) as queries:
        read_at_once(history, *wanted)
    assert len(queries) == 1
    for queryset, one in zip(every, wanted, strict=True):
        assert one.rows, queryset.model
        assert [values(row) for row in one.rows] == [values(row) for row in queryset]


def test_what_was_annotated_and_what_is_related_come_along(
    history: Member, session: ExerciseSession
) -> None:
    sessions = Wanted(ExerciseSession.objects.for_member(history).with_counts())
    rows = Enrollment.objects.for_member(history).for_page()
    enrollments = Wanted(rows)
    read_at_once(history, sessions, enrollments)
    with CaptureQueriesContext(connection) as queries:
        assert sessions.rows[0].counts is False
        assert enrollments.rows[0].phase.title == "Calm"
        assert enrollments.rows[0].program.title == "12 weeks"
    assert not queries
    assert enrollments.rows[0].phase == rows[0].phase


def test_what_can_match_nothing_is_empty(
    history: Member, enrollment: Enrollment
) -> None:
    none = Wanted(enrollment.phase_prescriptions().filter(exercise__in=[]))
    reports = Wanted(SymptomReport.objects.for_member(history))
    read_at_once(history, none, reports)
    assert none.rows == []
    assert reports.rows


def test_columns_left_out_are_fetched_when_asked_for(history: Member) -> None:
    reports = Wanted(SymptomReport.objects.for_member(history), "id", "leg")
    read_at_once(history, reports)
    first = reports.rows[0]
    assert first.get_deferred_fields() >= {"back", "note"}
    assert first.leg == 4
    assert first.note == SymptomReport.objects.get(pk=first.pk).note


def test_nothing_is_an_empty_list(ada: Member) -> None:
    flares = Wanted(Flare.objects.for_member(ada))
    read_at_once(ada, flares)
    assert (flares.rows, flares.first) == ([], None)


def test_what_is_read_can_be_changed_and_saved(history: Member) -> None:
    flares = Wanted(Flare.objects.for_member(history))
    read_at_once(history, flares)
    flare = flares.rows[0]
    flare.gentle_until = TODAY + dt.timedelta(days=3)
    flare.save()
    assert Flare.objects.get().gentle_until == TODAY + dt.timedelta(days=3)


def test_rows_keep_the_order_of_their_queryset(history: Member) -> None:
    for day in range(30):
        make_report(history, reported_at=NOON - DAY * (day * 7 % 30))
    queryset = SymptomReport.objects.for_member(history).order_by("-reported_at")
    reports = Wanted(queryset)
    read_at_once(history, reports)
    assert [row.pk for row in reports.rows] == [row.pk for row in queryset]

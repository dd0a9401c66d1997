"""One of everything that a record can hold, all of it ada's."""

import pytest
from django.test import Client
from django.utils import timezone

from portal.accounts.models import AccessEntry, Member
from portal.record.models import Erasure
from tests.factories import (
    PASSWORD,
    make_alert,
    make_benefit,
    make_enrollment,
    make_goal,
    make_log,
    make_phase,
    make_prescription,
    make_program,
    make_report,
    make_screen,
    make_session,
    make_sponsor,
)
from tests.test_strangers import Objects, objects
from tracking.models import (
    ExerciseSession,
    Intake,
    Revision,
    SafetyAlert,
    SafetyScreen,
)
from tracking.revising import session_content

__all__ = ["objects"]  # the fixture, for the tests of this folder


@pytest.fixture
def everything(ada: Member, clinician: Member, objects: Objects) -> Objects:
    """Each table has a row, and the rows that point at another one do so."""
    session = ExerciseSession.objects.get(pk=objects.rows["session"].pk)
    session.enrollment_id = objects.rows["enrollment"].pk
    session.save()
    prescription = make_prescription(make_phase(make_program()))
    make_log(session, prescription=prescription, swapped_from=prescription.exercise)
    make_log(session, state="skipped", skip_reason="hurt")
    Revision.objects.create(
        member=ada, session=session, content=session_content(session.pk)
    )
    make_report(ada, session=session, moment="before", places=["back", "l2"])
    Intake.objects.answer(ada, direction="backward", program=make_program())
    SafetyScreen.objects.filter(member=ada, outcome="same-day").update(
        cleared_at=timezone.now(), cleared_by=clinician
    )
    SafetyAlert.objects.filter(member=ada).update(
        closed_at=timezone.now(), closed_by=clinician, closing_note="She is well."
    )
    SafetyScreen.objects.filter(member=ada).update(
        assessed_on=timezone.localdate(), assessed_by="Dr. Lind"
    )
    Erasure.objects.create(member=ada)
    AccessEntry.objects.create(
        member=ada, actor=clinician, action="viewed", what="Safety alert"
    )
    return objects


@pytest.fixture
def ada_fresh(ada_client: Client) -> Client:
    """She has just entered her password again, as the exports ask for."""
    ada_client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return ada_client


def make_two_sessions(member: Member) -> None:
    """A second of each, for rows to point at instead."""
    session = make_session(member)
    make_log(session)
    make_report(member)
    make_goal(member, order=2)
    make_screen(member)
    make_alert(member)
    program = make_program()
    make_enrollment(member, make_phase(program), ended_on=timezone.localdate())
    make_benefit(make_sponsor("Another"), program)

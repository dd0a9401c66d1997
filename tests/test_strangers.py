"""Whatever address holds something of ada's, bea gets 404 there."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.apps import apps
from django.db import models
from django.test import Client
from django.urls import reverse

from portal.accounts.models import AccessEntry, Consent, Member
from portal.plans.models import Coverage, HelpRequest
from portal.record.models import Erasure, RecordUpload
from tests.addresses import Address, our_addresses
from tests.factories import (
    make_alert,
    make_benefit,
    make_change,
    make_enrollment,
    make_flare,
    make_goal,
    make_goal_score,
    make_log,
    make_look_back,
    make_move,
    make_phase,
    make_program,
    make_report,
    make_screen,
    make_session,
    make_share,
    make_sponsor,
    make_stop,
    make_tick,
    make_trial,
)
from tracking.models import AlertNote, Intake, Revision, SafetyScreen, WeekPlan
from tracking.revising import report_content

OUR_APPS = {"accounts", "plans", "exercises", "tracking", "record"}
METHODS = ("get", "head", "post", "put", "patch", "delete", "options")
WITH_OBJECT = [a for a in our_addresses() if "<uuid:" in a.route]
OWN = [a for a in WITH_OBJECT if not a.route.startswith("/care/")]
# What has one row a member and no number in its address: each sees only their own.
WITHOUT_NUMBER = {Erasure, Intake}


@dataclass(frozen=True)
class Objects:
    """One of everything of ada's, by the name it has in an address."""

    rows: dict[str, models.Model]
    position: int

    def fill(self, address: Address) -> str:
        known = {name: row.pk for name, row in self.rows.items()}
        known |= {"position": self.position, "moment": "morning"}
        return reverse(address.view_name, kwargs={k: known[k] for k in address.kwargs})


@pytest.fixture
def objects(ada: Member) -> Objects:
    phase = make_phase(make_program())
    session = make_session(ada)
    log = make_log(session)
    report = make_report(ada)
    alert = make_alert(ada)
    enrollment = make_enrollment(ada, phase)
    goal = make_goal(ada)
    rows = {
        "session": session,
        "log": log,
        "report": report,
        "screen": make_screen(ada),
        "enrollment": enrollment,
        "coverage": Coverage.objects.create(
            member=ada, benefit=make_benefit(make_sponsor(), phase.program)
        ),
        "help_request": HelpRequest.objects.create(
            member=ada, benefit=make_benefit(make_sponsor(), phase.program)
        ),
        "consent": Consent.objects.create(member=ada, kind="terms", version="1"),
        "entry": AccessEntry.objects.create(member=ada, action="viewed", what="Report"),
        "alert": alert,
        "note": AlertNote.objects.create(alert=alert, text="Called."),
        "flare": make_flare(ada),
        "change": make_change(enrollment),
        "move": make_move(enrollment, phase),
        "tick": make_tick(ada),
        "goal": goal,
        "goal_score": make_goal_score(goal),
        "look_back": make_look_back(ada),
        "plan": WeekPlan.objects.create(member=ada, weekdays=[0, 2]),
        "trial": make_trial(ada),
        "share": make_share(ada),
        "upload": RecordUpload.objects.create(member=ada),
        "stop": make_stop(log),
        "revision": Revision.objects.create(
            member=ada, report=report, content=report_content(report.pk)
        ),
    }
    return Objects(rows, log.position)


def names_of(address: Address) -> Iterator[str]:
    """The rows an address shows; a place in a session is a log, and so on."""
    yield from address.kwargs
    if "position" in address.kwargs:
        yield "log"
    if "alert" in address.kwargs:
        yield "note"
    if "goal" in address.kwargs:
        yield "goal_score"


def leads_to_member(model: type[models.Model]) -> bool:
    targets = [
        field.remote_field.model
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey)
    ]
    onward = [target for target in targets if target is not model]
    return any(target is Member or leads_to_member(target) for target in onward)


@pytest.mark.parametrize("address", WITH_OBJECT, ids=lambda a: a.view_name)
@pytest.mark.parametrize("method", METHODS)
def test_a_stranger_finds_nothing(
    address: Address, method: str, objects: Objects, bea: Member, bea_client: Client
) -> None:
    make_screen(bea)
    response = getattr(bea_client, method)(objects.fill(address))
    assert response.status_code in {404, 405}
    if method == "get":
        assert response.status_code == 404


@pytest.mark.parametrize("address", OWN, ids=lambda a: a.view_name)
def test_the_owner_finds_it(
    address: Address, objects: Objects, ada_client: Client
) -> None:
    SafetyScreen.objects.update(outcome="clear")
    assert ada_client.get(objects.fill(address)).status_code == 200


@pytest.mark.parametrize("address", WITH_OBJECT, ids=lambda a: a.view_name)
def test_a_visitor_is_asked_to_sign_in(
    address: Address, objects: Objects, client: Client
) -> None:
    path = objects.fill(address)
    response = client.get(path)
    assert response.status_code == 302
    assert response["Location"] == f"/accounts/login/?next={path}"


def test_each_record_of_a_member_has_such_an_address(objects: Objects) -> None:
    shown = {
        type(objects.rows[n])
        for a in WITH_OBJECT
        for n in names_of(a)
        if n in objects.rows
    }
    of_members = {
        model
        for model in apps.get_models()
        if model._meta.app_label in OUR_APPS and leads_to_member(model)
    }
    assert of_members - shown - WITHOUT_NUMBER == set()

"""Who is where in the demo: ada has come far, bea has just joined, eve has not."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from exercises.models import Program, SafetyQuestion, Track
from portal.accounts.models import Member
from portal.demo.history import DAYS, write_history
from portal.demo.people import PEOPLE, make_person, passwords
from portal.plans.joining import give_coverage
from portal.plans.models import Benefit
from tracking.models import Enrollment, SafetyScreen

PROGRAM = "sciatica-12-weeks"
SPONSOR = "harbor-lane-bakery"


def enroll(member: Member, phase: str, track: Track, day: dt.date) -> Enrollment:
    program = Program.objects.published().get(slug=PROGRAM)
    benefit = Benefit.objects.filter(sponsor__slug=SPONSOR, program=program)[0]
    give_coverage(member=member, benefit=benefit)
    return Enrollment.objects.create(
        member=member,
        program=program,
        phase=program.phases.get(slug=phase),
        track=track,
        started_on=day,
    )


def answer_safely(member: Member, day: dt.date) -> None:
    SafetyScreen.objects.create(
        member=member,
        asked_on=day,
        asked_at=dt.datetime.combine(day, dt.time(8), tzinfo=member.zone),
        outcome=SafetyScreen.Outcome.CLEAR,
        answers=[
            {"key": q.key, "answer": "no", "wording": q.text, "version": q.version}
            for q in SafetyQuestion.objects.for_screen()
        ],
    )


@transaction.atomic
def seed(today: dt.date | None = None) -> bool:
    """Make the people and ada's history. False when they are there already."""
    if Member.objects.filter(email=PEOPLE[0].email).exists():
        return False
    today = today or timezone.localdate()
    known = passwords()
    people = {p.name: make_person(p, known[p.email]) for p in PEOPLE}
    began = today - dt.timedelta(days=DAYS)
    ada = enroll(people["Ada"], "restore", Track.EXTENSION, began)
    answer_safely(people["Ada"], began)
    write_history(ada, today)
    enroll(people["Bea"], "calm", Track.NO_DIRECTION, today)
    return True

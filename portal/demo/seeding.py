"""Who is where in the demo: ada has come far, bea has just joined, eve has not.

Noa has done 9 days and can move on to the next phase.

Ivo answered this morning that a leg is getting weaker: clinicians have his alert.
"""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from exercises.models import Program, Track
from portal.accounts.models import Member
from portal.demo.answering import answer, answer_safely
from portal.demo.drafting import write_a_draft
from portal.demo.eligibility import load_eligibility
from portal.demo.history import DAYS, FIRST_PHASE_DAYS, write_history
from portal.demo.people import PEOPLE, make_person, passwords
from portal.demo.progression import write_progression
from portal.demo.readiness import write_readiness
from portal.demo.weeks import write_weeks
from portal.plans.joining import give_coverage
from portal.plans.models import Benefit
from tracking import places
from tracking.models import Enrollment, SymptomReport

PROGRAM = "sciatica-12-weeks"
SPONSOR = "harbor-lane-bakery"
DAY = dt.timedelta(days=1)
FEW_HOURS = dt.timedelta(hours=3)
WORSE_LEG = ((4, 2), (5, 3), (6, 4), (7, 5))  # how strong, and how many rows down


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


def report_a_worse_leg(member: Member, today: dt.date) -> None:
    """4 days, in which the pain went from the thigh to the foot."""
    for days, (leg, rows) in enumerate(reversed(WORSE_LEG), 1):
        day = today - days * DAY
        chosen = [places.BACK, *(places.key("r", row) for row in range(1, rows + 1))]
        SymptomReport.objects.create(
            member=member,
            reported_on=day,
            reported_at=dt.datetime.combine(day, dt.time(19), tzinfo=member.zone),
            places=chosen,
            left=places.farthest(chosen, "l"),
            right=places.farthest(chosen, "r"),
            back=4,
            leg=leg,
            tingling=True,
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
    write_history(ada, today)
    write_weeks(people["Ada"], today)
    moved_on = began + FIRST_PHASE_DAYS * DAY
    write_progression(ada, today, moved_on)
    answer_safely(people["Ada"], began, today - DAY)
    enroll(people["Bea"], "calm", Track.NO_DIRECTION, today)
    noa = enroll(people["Noa"], "calm", Track.EXTENSION, today - 9 * DAY)
    write_readiness(noa, today)
    answer_safely(people["Noa"], today - 9 * DAY, today - DAY)
    enroll(people["Ivo"], "calm", Track.NO_DIRECTION, today - 5 * DAY)
    report_a_worse_leg(people["Ivo"], today)
    load_eligibility(today, asking=people["Eve"])
    answer(people["Ivo"], timezone.now() - FEW_HOURS, motor="yes", motor_sudden="no")
    write_a_draft(people["Ari"])
    return True

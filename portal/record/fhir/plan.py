"""Goal, CarePlan and ServiceRequest."""

import datetime as dt
from collections.abc import Iterator

from exercises.dose_words import line_with_days
from exercises.models import Prescription
from portal.accounts.models import Member
from portal.record.fhir.parts import (
    EXERCISE_SYSTEM,
    Resource,
    concept,
    minutes,
    observation,
    part_of,
    patient_id,
    reference,
    score,
)
from portal.record.table import Row, plain
from portal.record.tables.plan import ACTIVITY_GOALS, GOAL_SCORES, LOOK_BACKS
from tracking.models import Enrollment

DAILY = 7
WEEK = dt.timedelta(days=6)


def goals(member: Member) -> Iterator[Resource]:
    for row in ACTIVITY_GOALS.rows(member):
        yield {
            "resourceType": "Goal",
            "id": row["id"],
            "lifecycleStatus": "completed" if row["ended_on"] else "active",
            "description": {"text": row["text"]},
            "subject": reference(patient_id(member)),
            "startDate": row["set_on"],
            "target": [
                {"measure": concept("activity-score"), "detailQuantity": score(10)}
            ],
        }


def goal_scores(member: Member) -> Iterator[Resource]:
    for row in GOAL_SCORES.rows(member):
        yield observation(
            row["id"],
            concept("activity-score"),
            member,
            focus=[reference(row["goal"])],
            effectiveDateTime=row["scored_on"],
            valueQuantity=score(row["score"]),
        )


def look_backs(member: Member) -> Iterator[Resource]:
    for row in LOOK_BACKS.rows(member):
        monday = dt.date.fromisoformat(row["week"])
        week = {"start": row["week"], "end": plain(monday + WEEK)}
        for name, code in (("walk", "longest-walk"), ("sit", "longest-sit")):
            if row[f"{name}_minutes"] is not None:
                yield observation(
                    part_of(row["id"], name),
                    concept(code),
                    member,
                    effectivePeriod=week,
                    valueQuantity=minutes(row[f"{name}_minutes"]),
                )


def enrollments(member: Member) -> list[Enrollment]:
    rows = Enrollment.objects.for_member(member).for_page()
    return list(rows.prefetch_related("phase__prescriptions__exercise"))


def asked_in(enrollment: Enrollment) -> list[Prescription]:
    """Those of the track; all are fetched already."""
    asked = enrollment.phase.prescriptions.all()
    return [p for p in asked if enrollment.track in p.tracks]


def state(enrollment: Enrollment) -> str:
    if enrollment.ended_on is None:
        return "active"
    weeks = (enrollment.ended_on - enrollment.started_on).days / DAILY
    return "completed" if weeks >= enrollment.program.weeks else "revoked"


def plans(member: Member) -> Iterator[Resource]:
    for enrollment in enrollments(member):
        asked = asked_in(enrollment)
        yield care_plan(member, enrollment, asked)
        for prescription in asked:
            yield service_request(member, enrollment, prescription)


def request_id(enrollment: Enrollment, prescription: Prescription) -> str:
    return part_of(str(enrollment.pk), f"prescription {prescription.pk}")


def care_plan(
    member: Member, enrollment: Enrollment, asked: list[Prescription]
) -> Resource:
    return {
        "resourceType": "CarePlan",
        "id": str(enrollment.pk),
        "status": state(enrollment),
        "intent": "plan",
        "category": [concept("physical-activity")],
        "title": f"{enrollment.program.title}: {enrollment.phase.title}",
        "description": str(enrollment.get_track_display()),
        "subject": reference(patient_id(member)),
        "period": {
            "start": plain(enrollment.started_on),
            "end": plain(enrollment.ended_on),
        },
        "goal": [reference(row["id"]) for row in ACTIVITY_GOALS.rows(member)],
        "activity": [
            {"reference": reference(request_id(enrollment, p))} for p in asked
        ],
    }


def service_request(
    member: Member, enrollment: Enrollment, asked: Prescription
) -> Resource:
    exercise = asked.exercise
    code = concept("exercise-therapy", text=exercise.title)
    code["coding"].append(
        {"system": EXERCISE_SYSTEM, "code": exercise.slug, "display": exercise.title}
    )
    how = line_with_days(asked, exercise.number_of_sides)
    return {
        "resourceType": "ServiceRequest",
        "id": request_id(enrollment, asked),
        "basedOn": [reference(enrollment.pk)],
        "status": state(enrollment),
        "intent": "plan",
        "category": [concept("physical-activity")],
        "code": code,
        "subject": reference(patient_id(member)),
        "occurrenceTiming": {"repeat": how_often(asked)},
        "patientInstruction": ". ".join(part for part in (how, asked.note) if part),
    }


def how_often(asked: Prescription) -> Row:
    """Times a day when it is for each day, else days a week."""
    daily = (asked.days_per_week or DAILY) == DAILY
    name = "times_per_day" if daily else "days_per_week"
    low, high = getattr(asked, name) or 1, getattr(asked, f"{name}_to")
    long = {"duration": asked.minutes, "durationUnit": "min"} if asked.minutes else {}
    return {
        "frequency": low,
        "frequencyMax": high if high and high > low else None,
        "period": 1,
        "periodUnit": "d" if daily else "wk",
        **long,
    }

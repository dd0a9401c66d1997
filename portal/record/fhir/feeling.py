"""QuestionnaireResponse and Observation: how it felt, and the safety questions."""

from collections.abc import Iterator

from portal.accounts.models import Member
from portal.record.fhir.parts import (
    Resource,
    codes,
    concept,
    observation,
    part_of,
    patient_id,
    reference,
)
from portal.record.table import Column, Row
from portal.record.tables.safety import SAFETY_SCREENS
from portal.record.tables.training import SYMPTOM_REPORTS
from tracking.models import ExerciseSession

REPORT_FORM = "urn:stepwell:questionnaire:symptom-report|1"
SAFETY_FORM = "urn:stepwell:questionnaire:safety-screen|1"
BODY_SITES = ("", "lumbar-region", "buttock", "thigh", "knee", "lower-leg", "foot")
SIGNS = ("tingling", "numbness", "weakness")
NUMBERS, POINTS, TEXTS = ("back", "leg"), ("left", "right"), ("moment", "note")
WORSE_LEG = "Leg, the worse one"


def response(
    row: Row, member: Member, form: str, authored: str, items: list[Resource]
) -> Resource:
    me = reference(patient_id(member))
    return {
        "resourceType": "QuestionnaireResponse",
        "id": row["id"],
        "questionnaire": form,
        "status": "amended" if row.get("version", 1) > 1 else "completed",
        "subject": me,
        "author": me,
        "source": me,
        "authored": authored,
        "item": items,
    }


def reports(member: Member) -> Iterator[Resource]:
    """Without those deleted, alone or with their session."""
    gone = ExerciseSession.objects.deleted_by(member).values_list("pk", flat=True)
    gone_sessions = {str(pk) for pk in gone}
    for row in SYMPTOM_REPORTS.rows(member):
        if row["deleted_at"] is None and row["session"] not in gone_sessions:
            yield report_response(row, member)
            yield from report_observations(row, member)


def report_response(row: Row, member: Member) -> Resource:
    items = [item(column, row) for column in SYMPTOM_REPORTS.columns]
    return response(
        row, member, REPORT_FORM, row["reported_at"], [i for i in items if i]
    )


def item(column: Column, row: Row) -> Resource:
    """One question with its answers; nothing for what is no question."""
    name, value = column.name, row[column.name]
    if name in NUMBERS:
        answers = [{"valueInteger": value}]
    elif name in POINTS:
        answers = [{"valueCoding": codes()[f"point-{value}"]}]
    elif name in SIGNS:
        answers = [{"valueBoolean": value}]
    elif name == "places":
        answers = [{"valueString": place} for place in value]
    elif name in TEXTS and value:
        answers = [{"valueString": value}]
    else:
        return {}
    return {"linkId": name, "text": str(column.words), "answer": answers}


def report_observations(row: Row, member: Member) -> Iterator[Resource]:
    rest: Resource = {
        "status": "amended" if row["version"] > 1 else "final",
        "effectiveDateTime": row["reported_at"],
        "derivedFrom": [reference(row["id"])],
    }
    sites = {"back": concept("lumbar-region"), "leg": {"text": WORSE_LEG}}
    for name, site in sites.items():
        pain = {"bodySite": site, "valueInteger": row[name]}
        number = part_of(row["id"], name)
        yield observation(number, concept("pain"), member, **rest, **pain)
    yield observation(
        part_of(row["id"], "farthest"),
        concept("farthest-point"),
        member,
        **rest,
        component=[
            *(
                {"code": concept(side), "valueCodeableConcept": point(row[side])}
                for side in POINTS
            ),
            *({"code": concept(sign), "valueBoolean": row[sign]} for sign in SIGNS),
        ],
    )


def point(number: int) -> Resource:
    keys = [f"point-{number}", BODY_SITES[number]]
    return concept(*(key for key in keys if key))


def screens(member: Member) -> Iterator[Resource]:
    for row in SAFETY_SCREENS.rows(member):
        items = [
            {
                "linkId": given["key"],
                "text": given["wording"],
                "answer": [{"valueCoding": codes()[f"answer-{given['answer']}"]}],
            }
            for given in row["answers"]
        ]
        yield response(row, member, SAFETY_FORM, row["asked_at"], items)

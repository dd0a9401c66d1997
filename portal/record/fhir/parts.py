"""The pieces that FHIR resources are made of. Codes come from codes.csv alone."""

import csv
import uuid
from functools import cache
from pathlib import Path
from typing import Any

from portal.accounts.models import Member

type Resource = dict[str, Any]

CODES_FILE = Path(__file__).with_name("codes.csv")
EXERCISE_SYSTEM = "urn:stepwell:exercise"
UCUM = "http://unitsofmeasure.org"
MEMBERS = uuid.UUID("5f1c2a52-6d7e-4c0b-9a0e-2f5f8d3c7b11")
SELF_REPORTED = "Self-reported"


@cache
def codes() -> dict[str, Resource]:
    with CODES_FILE.open(encoding="utf-8", newline="") as file:
        return {
            row["key"]: {name: row[name] for name in ("system", "code", "display")}
            for row in csv.DictReader(file)
        }


def concept(*keys: str, text: str = "") -> Resource:
    """One idea, as each of these code systems has it."""
    named = {"text": text} if text else {}
    return {"coding": [codes()[key] for key in keys], **named}


def patient_id(member: Member) -> uuid.UUID:
    return uuid.uuid5(MEMBERS, str(member.pk))


def part_of(row_id: str, name: str) -> str:
    """The number of a resource that is one part of a row: the same in each export."""
    return str(uuid.uuid5(uuid.UUID(row_id), name))


def reference(to: object) -> Resource:
    return {"reference": f"urn:uuid:{to}"}


def quantity(value: float, unit: str, code: str) -> Resource:
    return {"value": value, "unit": unit, "system": UCUM, "code": code}


def minutes(value: float) -> Resource:
    return quantity(value, "minutes", "min")


def score(value: int) -> Resource:
    return quantity(value, "of 10", "{score}")


def without_nothing(value: Any) -> Any:
    """FHIR has no empty texts, lists or objects; 0 and false are something."""
    if isinstance(value, dict):
        kept = {name: without_nothing(part) for name, part in value.items()}
        return {n: v for n, v in kept.items() if v not in (None, "", [], {})}
    if isinstance(value, list):
        kept_parts = [without_nothing(part) for part in value]
        return [v for v in kept_parts if v not in (None, "", [], {})]
    return value


def observation(
    row_id: str, code: Resource, member: Member, **rest: object
) -> Resource:
    """What the member said of themselves."""
    me = reference(patient_id(member))
    return {
        "resourceType": "Observation",
        "id": row_id,
        "status": "final",
        "category": [concept("category-survey")],
        "code": code,
        "subject": me,
        "performer": [me],
        "method": {"text": SELF_REPORTED},
        **rest,
    }

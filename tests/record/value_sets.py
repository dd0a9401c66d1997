"""The value sets that FHIR R4B requires, and what of a bundle is outside of them.

fhir.resources checks shapes and types; it lets any code through.
"""

from collections.abc import Iterator
from typing import Any

from portal.record.fhir.parts import EXERCISE_SYSTEM, UCUM, codes

OBSERVATION_STATUS = {
    "registered",
    "preliminary",
    "final",
    "amended",
    "corrected",
    "cancelled",
    "entered-in-error",
    "unknown",
}
REQUEST_STATUS = {
    "draft",
    "active",
    "on-hold",
    "revoked",
    "completed",
    "entered-in-error",
    "unknown",
}
REQUIRED = {
    ("Bundle", "type"): {
        "document",
        "message",
        "transaction",
        "transaction-response",
        "batch",
        "batch-response",
        "history",
        "searchset",
        "collection",
    },
    ("Observation", "status"): OBSERVATION_STATUS,
    ("CarePlan", "status"): REQUEST_STATUS,
    ("CarePlan", "intent"): {"proposal", "plan", "order", "option"},
    ("ServiceRequest", "status"): REQUEST_STATUS,
    ("ServiceRequest", "intent"): {
        "proposal",
        "plan",
        "directive",
        "order",
        "original-order",
        "reflex-order",
        "filler-order",
        "instance-order",
        "option",
    },
    ("QuestionnaireResponse", "status"): {
        "in-progress",
        "completed",
        "amended",
        "entered-in-error",
        "stopped",
    },
    ("Goal", "lifecycleStatus"): {
        "proposed",
        "planned",
        "accepted",
        "active",
        "on-hold",
        "completed",
        "cancelled",
        "entered-in-error",
        "rejected",
    },
    ("Coverage", "status"): {"active", "cancelled", "draft", "entered-in-error"},
    ("Consent", "status"): {
        "draft",
        "proposed",
        "active",
        "rejected",
        "inactive",
        "entered-in-error",
    },
}
EVERYWHERE = {
    "periodUnit": {"s", "min", "h", "d", "wk", "mo", "a"},
    "durationUnit": {"s", "min", "h", "d", "wk", "mo", "a"},
}
UNITS = {"min", "s", "{score}", "{set}", "{repeat}"}
LANGUAGES = {"en"}


def parts(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from parts(part)
    elif isinstance(value, list):
        for part in value:
            yield from parts(part)


def is_known(coding: dict[str, Any]) -> bool:
    if coding["system"] == EXERCISE_SYSTEM:
        return bool(coding["code"] and coding["display"])
    if coding["system"] == "urn:ietf:bcp:47":
        return coding["code"] in LANGUAGES
    return coding in codes().values()


def outside(bundle: dict[str, Any]) -> Iterator[str]:
    """What no value set has, in words."""
    for part in parts(bundle):
        kind = part.get("resourceType", "")
        for (resource, name), allowed in REQUIRED.items():
            if resource == kind and part[name] not in allowed:
                yield f"{kind}.{name} = {part[name]}"
        for name, allowed in EVERYWHERE.items():
            if name in part and part[name] not in allowed:
                yield f"{name} = {part[name]}"
        for coding in part.get("coding", []):
            if not is_known(coding):
                yield f"code {coding}"
        if "valueCoding" in part and not is_known(part["valueCoding"]):
            yield f"code {part['valueCoding']}"
        if part.get("system") == UCUM and part["code"] not in UNITS:
            yield f"unit {part['code']}"

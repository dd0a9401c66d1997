"""The record as a FHIR Bundle, as far as FHIR R4B has a place for it."""

from collections.abc import Iterator

from portal.accounts.models import Member
from portal.record.fhir import doing, feeling, person, plan
from portal.record.fhir.parts import Resource, without_nothing
from portal.record.formats.as_json import compact
from portal.record.table import plain
from portal.record.whole import Whole


def resources(member: Member) -> Iterator[Resource]:
    yield person.patient(member)
    yield from person.consents(member)
    yield from person.coverages(member)
    yield from plan.goals(member)
    yield from plan.goal_scores(member)
    yield from plan.look_backs(member)
    yield from plan.plans(member)
    yield from doing.sessions(member)
    yield from feeling.reports(member)
    yield from feeling.screens(member)


def fhir_texts(record: Whole) -> Iterator[str]:
    head = {
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": plain(record.at),
    }
    yield compact(head)[:-1] + ',"entry":['
    for number, resource in enumerate(resources(record.member)):
        entry = {
            "fullUrl": f"urn:uuid:{resource['id']}",
            "resource": without_nothing(resource),
        }
        yield ("," if number else "") + "\n" + compact(entry)
    yield "]}\n"

"""Patient, Coverage and Consent."""

from collections.abc import Iterator

from portal.accounts.models import Consent, Member
from portal.plans.models import Coverage
from portal.record.fhir.parts import Resource, concept, patient_id, reference
from portal.record.table import plain


def patient(member: Member) -> Resource:
    return {
        "resourceType": "Patient",
        "id": str(patient_id(member)),
        "active": True,
        "name": [{"given": [member.first_name], "family": member.last_name}],
        "telecom": [{"system": "email", "value": member.email}],
        "communication": [
            {
                "language": {
                    "coding": [{"system": "urn:ietf:bcp:47", "code": member.language}]
                }
            }
        ],
    }


def coverages(member: Member) -> Iterator[Resource]:
    for row in Coverage.objects.for_member(member).select_related("benefit__program"):
        benefit = row.benefit
        yield {
            "resourceType": "Coverage",
            "id": str(row.pk),
            "status": "cancelled" if row.ended_on else "active",
            "beneficiary": reference(patient_id(member)),
            "relationship": concept("relationship-self"),
            "period": {"start": plain(row.verified_at), "end": plain(row.ended_on)},
            "payor": [{"display": benefit.sponsor.name}],
            "class": [
                {
                    "type": concept("class-group"),
                    "value": benefit.sponsor.slug,
                    "name": benefit.sponsor.name,
                },
                {
                    "type": concept("class-plan"),
                    "value": benefit.program.slug,
                    "name": benefit.program.title,
                },
            ],
        }


def consents(member: Member) -> Iterator[Resource]:
    for row in Consent.objects.for_member(member):
        yield {
            "resourceType": "Consent",
            "id": str(row.pk),
            "status": "active",
            "scope": concept("scope-privacy"),
            "category": [concept("consent-document")],
            "patient": reference(patient_id(member)),
            "dateTime": plain(row.given_at),
            "policyRule": {"text": f"{row.title}, {row.version}"},
        }

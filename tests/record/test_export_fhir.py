"""The record as a FHIR bundle: R4B, with codes that all have a source."""

import csv
import datetime as dt
import json
from typing import Any

import pytest
from django.test import Client
from fhir.resources.R4B.bundle import Bundle

from portal.accounts.models import AccessEntry, Member
from portal.record.fhir.parts import CODES_FILE, codes
from portal.record.formats.as_fhir import fhir_texts
from portal.record.whole import in_pieces, whole
from tests.factories import (
    make_enrollment,
    make_exercise,
    make_log,
    make_phase,
    make_prescription,
    make_program,
    make_report,
    make_screen,
    make_session,
)
from tests.record.reading import export
from tests.record.value_sets import outside, parts
from tests.test_strangers import Objects
from tracking.models import FarthestPoint, SymptomReport

pytestmark = pytest.mark.django_db
KINDS = {
    "CarePlan",
    "Consent",
    "Coverage",
    "Goal",
    "Observation",
    "Patient",
    "QuestionnaireResponse",
    "ServiceRequest",
}
QUERIES = 13
AT = dt.datetime(2026, 11, 12, 13, 0, tzinfo=dt.UTC)


def bundle_of(member: Member) -> dict[str, Any]:
    written = b"".join(in_pieces(fhir_texts(whole(member))))
    bundle: dict[str, Any] = json.loads(written)
    return bundle


def resources(member: Member, kind: str) -> list[dict[str, Any]]:
    found = [entry["resource"] for entry in bundle_of(member)["entry"]]
    return [one for one in found if one["resourceType"] == kind]


def coded(member: Member, code: str) -> list[dict[str, Any]]:
    return [
        one
        for one in resources(member, "Observation")
        if one["code"]["coding"][0]["code"] == code
    ]


def test_it_is_a_valid_bundle_of_r4b(
    everything: Objects, ada: Member, ada_fresh: Client
) -> None:
    phase_id = everything.rows["enrollment"].phase_id  # type: ignore[attr-defined]
    prescription = make_prescription(make_phase(make_program()), times_per_day=2)
    type(prescription).objects.update(phase_id=phase_id)
    written = export(ada_fresh, "fhir.json")
    bundle = Bundle.model_validate_json(written)
    assert {e.resource.get_resource_type() for e in bundle.entry} == KINDS  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "wrong",
    [
        {"resourceType": "Observation", "code": {"text": "Pain"}},
        {"resourceType": "Observation", "status": "final"},
        {"resourceType": "Goal", "goal": "Walk"},
    ],
    ids=["no status", "no code", "unknown field"],
)
def test_what_is_no_r4b_is_refused(wrong: dict[str, Any]) -> None:
    bundle = {"resourceType": "Bundle", "type": "collection"}
    with pytest.raises(ValueError, match=r"error|resource"):
        Bundle.model_validate({**bundle, "entry": [{"resource": wrong}]})


def test_all_that_is_coded_is_in_its_value_set(
    everything: Objects, ada: Member
) -> None:
    assert list(outside(bundle_of(ada))) == []


@pytest.mark.parametrize(
    ("planted", "told"),
    [
        ({"resourceType": "Observation", "status": "done"}, "Observation.status"),
        ({"resourceType": "Goal", "lifecycleStatus": "met"}, "Goal.lifecycleStatus"),
        ({"coding": [{"system": "http://loinc.org", "code": "1-8"}]}, "1-8"),
        ({"valueCoding": {"system": "urn:x", "code": "maybe"}}, "maybe"),
        ({"repeat": {"periodUnit": "fortnight"}}, "fortnight"),
        ({"system": "http://unitsofmeasure.org", "code": "minutes"}, "unit minutes"),
    ],
)
def test_a_value_outside_its_value_set_is_refused(
    planted: dict[str, Any], told: str
) -> None:
    assert [words for words in outside({"entry": [planted]}) if told in words]


def test_a_wrong_word_for_a_code_is_refused() -> None:
    wrong = {**codes()["pain"], "display": "Wound size"}
    assert list(outside({"coding": [wrong]}))


def test_each_code_has_its_source() -> None:
    with CODES_FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert all(all(row.values()) for row in rows)
    assert len({row["key"] for row in rows}) == len(rows)
    assert len({(row["system"], row["code"]) for row in rows}) == len(rows)


def test_each_farthest_point_has_a_code() -> None:
    words = {codes()[f"point-{p.value}"]["display"].lower() for p in FarthestPoint}
    assert words == {str(point.label).lower() for point in FarthestPoint}


def test_each_reference_leads_to_a_resource(everything: Objects, ada: Member) -> None:
    bundle = bundle_of(ada)
    addresses = [entry["fullUrl"] for entry in bundle["entry"]]
    named = {part["reference"] for part in parts(bundle) if is_reference(part)}
    assert len(addresses) == len(set(addresses))
    assert named <= set(addresses)


def is_reference(part: dict[str, Any]) -> bool:
    return isinstance(part.get("reference"), str)


def test_pain_is_said_per_place_on_the_0_to_10_scale(ada: Member) -> None:
    report = make_report(ada, back=0, leg=7, reported_at=AT)
    back, leg = coded(ada, "72514-3")
    assert (back["valueInteger"], leg["valueInteger"]) == (0, 7)
    assert back["bodySite"]["coding"][0]["code"] == "52612000"
    assert leg["bodySite"] == {"text": "Leg, the worse one"}
    assert back["effectiveDateTime"] == "2026-11-12T13:00:00Z"
    assert back["derivedFrom"] == [{"reference": f"urn:uuid:{report.pk}"}]
    assert back["method"] == {"text": "Self-reported"}


def test_the_farthest_point_is_said_for_each_side(ada: Member) -> None:
    make_report(ada, left=5, right=0, tingling=True)
    (farthest,) = coded(ada, "farthest-point")
    left, right, tingling, numbness, _weakness = farthest["component"]
    assert left["code"]["coding"][0]["code"] == "7771000"
    assert [c["code"] for c in left["valueCodeableConcept"]["coding"]] == [
        "5",
        "30021000",
    ]
    assert [c["code"] for c in right["valueCodeableConcept"]["coding"]] == ["0"]
    assert (tingling["valueBoolean"], numbness["valueBoolean"]) == (True, False)


def test_a_changed_report_is_amended_and_a_deleted_one_is_not_told(
    ada: Member,
) -> None:
    make_report(ada, version=2)
    make_report(ada, deleted_at=AT)
    gone = make_session(ada, deleted_at=AT)
    make_report(ada, session=gone, moment="before")
    make_log(gone, state="done")
    (response,) = resources(ada, "QuestionnaireResponse")
    assert response["status"] == "amended"
    assert {o["status"] for o in resources(ada, "Observation")} == {"amended"}


def test_a_session_is_a_group_of_what_was_done(ada: Member) -> None:
    end = AT + dt.timedelta(minutes=12)
    session = make_session(ada, started_at=AT, finished_at=end, note="Went well")
    cat_cow = make_exercise(slug="cat-cow", title="Cat-cow")
    make_log(
        session,
        exercise=cat_cow,
        position=1,
        state="done",
        sets_done=2,
        reps_done=8,
        rating="hard",
        leg_response="less",
        reach_response="up",
    )
    make_log(session, position=2, state="skipped", skip_reason="hurt")
    make_log(session, position=3)
    (group,) = coded(ada, "PAPanel")
    (length,) = coded(ada, "55411-3")
    done, skipped = coded(ada, "73985-4")
    assert group["note"] == [{"text": "Went well"}]
    assert [ref["reference"][9:] for ref in group["hasMember"]] == [
        length["id"],
        done["id"],
        skipped["id"],
    ]
    assert length["valueQuantity"]["value"] == 12
    assert length["valueQuantity"]["code"] == "min"
    assert done["valueCodeableConcept"]["coding"][0]["code"] == "cat-cow"
    assert [c["code"]["coding"][0]["code"] for c in done["component"]] == [
        "sets-done",
        "reps-done",
        "rating",
        "leg-response",
        "reach-response",
    ]
    assert skipped["status"] == "cancelled"
    absent = skipped["component"][0]["dataAbsentReason"]
    assert absent["coding"][0]["code"] == "not-performed"


def test_logs_go_with_their_own_session(ada: Member) -> None:
    """Also when two sessions began at the same moment, and one has no logs."""
    twins = [make_session(ada, started_at=AT) for _ in range(4)]
    for session in twins[:3]:
        make_log(session, state="done")
    groups = {one["id"]: one.get("hasMember", []) for one in coded(ada, "PAPanel")}
    assert groups == {
        str(session.pk): [
            {"reference": f"urn:uuid:{log.pk}"} for log in session.logs.all()
        ]
        for session in twins
    }


def test_a_prescription_says_how_much_and_how_often(ada: Member) -> None:
    phase = make_phase(make_program(title="12 weeks"), title="Calm")
    make_prescription(
        phase,
        make_exercise(title="Walking", slug="walking"),
        sets=None,
        reps=None,
        hold_seconds=None,
        minutes=10,
        times_per_day=2,
        times_per_day_to=3,
        days_per_week=7,
        note="On the flat",
    )
    make_prescription(phase, for_no_direction=False)
    make_enrollment(ada, phase)
    (plan,) = resources(ada, "CarePlan")
    (request,) = resources(ada, "ServiceRequest")
    assert (plan["status"], plan["title"]) == ("active", "12 weeks: Calm")
    assert plan["activity"] == [
        {"reference": {"reference": f"urn:uuid:{request['id']}"}}
    ]
    assert [c["code"] for c in request["code"]["coding"]] == ["229065009", "walking"]
    assert request["occurrenceTiming"]["repeat"] == {
        "frequency": 2,
        "frequencyMax": 3,
        "period": 1,
        "periodUnit": "d",
        "duration": 10,
        "durationUnit": "min",
    }
    assert request["patientInstruction"].endswith("On the flat")


def test_safety_answers_keep_their_wording(ada: Member) -> None:
    given = {"key": "motor", "answer": "not-sure", "wording": "Weaker?", "version": 1}
    make_screen(ada, answers=[given])
    (response,) = resources(ada, "QuestionnaireResponse")
    (item,) = response["item"]
    assert (item["linkId"], item["text"]) == ("motor", "Weaker?")
    assert item["answer"][0]["valueCoding"]["code"] == "not-sure"


def test_the_export_is_a_file_and_one_line_in_the_log(ada_fresh: Client) -> None:
    response = ada_fresh.get("/record/export.fhir.json")
    assert response["Content-Type"] == "application/fhir+json"
    assert "my-record.fhir.json" in response["Content-Disposition"]
    assert "no-store" in response["Cache-Control"]
    what = "The record for other health software, as FHIR"
    assert AccessEntry.objects.get().what == what


def test_the_password_is_asked_for_first(ada_client: Client) -> None:
    assert ada_client.get("/record/export.fhir.json").status_code == 302


def test_the_query_count_does_not_grow(
    everything: Objects, ada: Member, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(QUERIES):
        bundle_of(ada)
    for _ in range(3):
        make_log(make_session(ada), state="done")
        make_report(ada)
    with django_assert_num_queries(QUERIES):
        bundle_of(ada)


def test_it_holds_nothing_of_another_members(everything: Objects, bea: Member) -> None:
    entries = bundle_of(bea)["entry"]
    assert [entry["resource"]["resourceType"] for entry in entries] == ["Patient"]
    assert SymptomReport.objects.exists()

"""What a page tells machines about itself: true, whole, and harmless."""

import datetime as dt
import json
import re
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from exercises import preview
from exercises.models import Step
from exercises.templatetags.linked_data import linked_data
from tests.exercises.test_hostile_prose import HOSTILE
from tests.exercises.whole_pages import make_section, make_statement
from tests.factories import (
    make_exercise,
    make_guide,
    make_phase,
    make_prescription,
    make_program,
    make_reference,
)

SITE = "https://care.example.org"
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
MAKERS = {
    "guides": make_guide,
    "exercises": make_exercise,
    "programs": make_program,
}

db = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_its_address(settings: Settings) -> None:
    settings.SITE_URL = SITE


def blocks(html: str) -> list[str]:
    return BLOCK.findall(html)


def told(client: Client, address: str) -> Any:
    [block] = blocks(client.get(address).text)
    return json.loads(block)


@db
@pytest.mark.parametrize(("kind", "make"), MAKERS.items())
def test_each_page_says_what_it_is(client: Client, kind: str, make: Any) -> None:
    make(slug="seen", title="Sciatica", summary="What helps.")
    data = told(client, f"/{kind}/seen/")
    assert data["@context"] == "https://schema.org"
    assert data["@type"] == "MedicalWebPage"
    assert data["url"] == f"{SITE}/{kind}/seen/"
    assert (data["name"], data["description"]) == ("Sciatica", "What helps.")
    assert data["inLanguage"] == "en"
    assert "citation" not in data
    assert "hasPart" not in data


@db
@pytest.mark.parametrize(("kind", "make"), MAKERS.items())
def test_no_review_is_claimed_that_did_not_happen(
    client: Client, kind: str, make: Any
) -> None:
    make(slug="seen", review_due_on=dt.date(2027, 1, 5))
    data = told(client, f"/{kind}/seen/")
    assert not {"lastReviewed", "reviewedBy"} & set(data)


@db
@pytest.mark.parametrize(("kind", "make"), MAKERS.items())
def test_a_review_is_told_with_its_day_and_its_clinician(
    client: Client, kind: str, make: Any
) -> None:
    make(slug="seen", reviewed_by="Sam Lee, PT", reviewed_on=dt.date(2026, 11, 1))
    data = told(client, f"/{kind}/seen/")
    assert data["lastReviewed"] == "2026-11-01"
    assert data["reviewedBy"] == {"@type": "Person", "name": "Sam Lee, PT"}


@db
def test_an_exercise_is_a_plan_with_its_dose(client: Client) -> None:
    exercise = make_exercise(
        slug="seen", reps=8, reps_to=10, hold_seconds=3, times_per_day=2
    )
    Step.objects.create(exercise=exercise, text="Lie down.")
    plan = told(client, "/exercises/seen/")["mainEntity"]
    assert plan["@type"] == "ExercisePlan"
    assert plan["text"] == "Lie down."
    assert plan["repetitions"] == {
        "@type": "QuantitativeValue",
        "minValue": 8,
        "maxValue": 10,
    }
    assert plan["additionalVariable"] == "hold for 3 seconds"
    assert plan["activityFrequency"] == "2 times a day"
    assert "restPeriods" not in plan


@db
def test_minutes_are_a_duration(client: Client) -> None:
    make_exercise(slug="seen", minutes=5, minutes_to=10, sets=None, reps=None)
    plan = told(client, "/exercises/seen/")["mainEntity"]
    assert plan["activityDuration"] == {
        "@type": "QuantitativeValue",
        "minValue": 5,
        "maxValue": 10,
        "unitCode": "MIN",
    }


@db
def test_a_program_is_a_plan_of_its_public_exercises(client: Client) -> None:
    phase = make_phase(make_program(slug="seen", weeks=12))
    bridge = make_exercise(slug="bridge", title="Hip bridge")
    for exercise in (bridge, bridge, make_exercise(title="Secret", status="draft")):
        make_prescription(phase, exercise)
    plan = told(client, "/programs/seen/")["mainEntity"]
    assert (plan["@type"], plan["activityDuration"]) == ("ExercisePlan", "P12W")
    assert plan["hasPart"] == [
        {
            "@type": "ExercisePlan",
            "name": "Hip bridge",
            "url": f"{SITE}/exercises/bridge/",
        }
    ]


@db
def test_a_claim_says_how_sure_it_is_and_what_it_rests_on(client: Client) -> None:
    exercise = make_exercise(slug="seen")
    make_statement(
        "long2004",
        exercise=exercise,
        text="It **may** ease pain[@gone].",
        certainty="very-low",
        in_sciatica="partly",
    )
    data = told(client, "/exercises/seen/")
    work = f"{SITE}/references/long2004/"
    assert data["hasPart"] == [
        {
            "@type": "Claim",
            "text": "It may ease pain.",
            "description": "Certainty: Very low. Studied in sciatica: in part.",
            "citation": [{"@id": work}],
        }
    ]
    assert [each["@id"] for each in data["citation"]] == [work]
    assert "evidenceLevel" not in json.dumps(data)


@db
def test_a_guide_tells_the_claims_and_works_of_its_sections(client: Client) -> None:
    section = make_section(make_guide(slug="seen"), body="So [@fritz2021].")
    make_statement("long2004", section=section, text="It may ease.")
    make_reference(key="fritz2021")
    data = told(client, "/guides/seen/")
    assert [claim["text"] for claim in data["hasPart"]] == ["It may ease."]
    cited = {each["@id"].split("/")[-2] for each in data["citation"]}
    assert cited == {"fritz2021", "long2004"}


@db
def test_a_reference_is_told_as_a_publication(client: Client) -> None:
    make_reference(
        key="long2004", title="Does it matter?", doi="10.1000/182", pmid="15564907"
    )
    work = told(client, "/references/long2004/")["mainEntity"]
    assert work["@type"] == "ScholarlyArticle"
    assert (work["name"], work["datePublished"]) == ("Does it matter?", "2004")
    assert work["sameAs"] == "https://doi.org/10.1000/182"
    assert [each["value"] for each in work["identifier"]] == ["10.1000/182", "15564907"]


@db
def test_an_advice_page_is_no_study(client: Client) -> None:
    make_reference(key="advice", kind="advice-page")
    assert told(client, "/references/advice/")["mainEntity"]["@type"] == "CreativeWork"


@db
@pytest.mark.parametrize("make", MAKERS.values())
def test_a_draft_is_described_to_nobody(client: Client, make: Any) -> None:
    page = client.get(preview.address(make(status="draft")))
    assert page.status_code == 200
    assert blocks(page.text) == []


@db
def test_a_hostile_text_stays_in_its_block(client: Client) -> None:
    text = "</script><script>alert(1)</script><!--<script>\u2028\u202e&amp;"
    make_exercise(slug="seen", summary=text)
    page = client.get("/exercises/seen/").text
    assert "<script>alert" not in page
    assert "\u2028" not in "".join(blocks(page))
    seen = text.replace("\u202e", "")
    assert told(client, "/exercises/seen/")["description"] == seen


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_ends_a_block_but_its_own_end(text: str) -> None:
    check(text)


@given(st.text())
def test_every_text_comes_back_as_it_was(text: str) -> None:
    check(text)


def check(text: str) -> None:
    html = linked_data({"name": text, text: [text]})
    [block] = blocks(html)
    assert not set("<>&\u2028\u2029") & set(block)
    assert json.loads(block) == {"name": text, text: [text]}

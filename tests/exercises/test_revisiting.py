"""A visitor who comes back is told "not modified", and is never told so wrongly."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.test.signals import template_rendered
from pytest_django import DjangoAssertNumQueries, Settings

from exercises import edition
from exercises.models import Edition, Exercise, Step
from exercises.publishing import publish, withdraw, working_draft
from exercises.shipping import load_content
from portal import release
from portal.accounts.models import Member
from tests.conftest import signed_in
from tests.factories import (
    make_exercise,
    make_guide,
    make_phase,
    make_prescription,
    make_program,
    make_reference,
)

pytestmark = pytest.mark.django_db

PAGES = [
    "/",
    "/exercises/",
    "/exercises/?kind=exercise",
    "/exercises/seen/",
    "/guides/seen/",
    "/programs/",
    "/programs/seen/",
    "/programs/seen/sheet/",
    "/references/",
    "/references/seen/",
]
PAGE = "/exercises/seen/"


@pytest.fixture(autouse=True)
def noon() -> Iterator[None]:
    """Away from midnight, when each page is another."""
    with time_machine.travel("2026-11-20 17:00Z", tick=False):
        yield


@pytest.fixture
def rows() -> dict[str, Any]:
    exercise = make_exercise(slug="seen")
    program = make_program(slug="seen")
    make_prescription(make_phase(program), exercise)
    return {
        "exercise": exercise,
        "guide": make_guide(slug="seen"),
        "program": program,
        "reference": make_reference(key="seen"),
    }


@pytest.fixture
def rendered() -> Iterator[list[str]]:
    names: list[str] = []

    def note(template: Any, **_kwargs: Any) -> None:
        names.append(template.name)

    template_rendered.connect(note)
    yield names
    template_rendered.disconnect(note)


def first_visit(client: Client, address: str = PAGE) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response["ETag"]


def again(client: Client, etag: str, address: str = PAGE, **headers: str) -> Any:
    return client.get(address, headers={"if-none-match": etag, **headers})


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize("address", PAGES)
def test_a_page_that_did_not_change_is_not_rendered_again(
    client: Client,
    address: str,
    rendered: list[str],
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    etag = first_visit(client, address)
    rendered.clear()
    with django_assert_num_queries(1):
        response = again(client, etag, address)
    assert (response.status_code, response.content) == (304, b"")
    assert rendered == []
    assert response["ETag"] == etag
    assert response["Cache-Control"] == "no-cache"
    assert {"Cookie", "Accept-Language"} <= set(response["Vary"].split(", "))


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize("address", PAGES)
def test_all_visitors_get_the_same_bytes(client: Client, address: str) -> None:
    one, other = client.get(address), Client().get(address)
    assert one.content == other.content
    assert one["ETag"] == other["ETag"]
    assert not one.cookies
    assert "csrfmiddlewaretoken" not in one.text


@pytest.mark.usefixtures("rows")
def test_each_page_has_a_version_of_its_own(client: Client) -> None:
    assert len({first_visit(client, address) for address in PAGES}) == len(PAGES)


@pytest.mark.usefixtures("rows")
def test_a_part_of_the_page_is_another_page(
    client: Client, htmx: dict[str, str]
) -> None:
    etag = first_visit(client, "/exercises/")
    part = client.get("/exercises/", headers={**htmx, "if-none-match": etag})
    assert part.status_code == 200
    assert "HX-Request" in again(client, etag, "/exercises/")["Vary"]


def save(row: Any) -> None:
    row.save()


def add_step(exercise: Exercise) -> None:
    Step.objects.create(exercise=exercise, text="Lie down.")


def publish_draft(exercise: Exercise) -> None:
    draft = working_draft(exercise)
    draft.title = "Other words"
    draft.status = "in-review"
    draft.save()
    publish(draft)


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("exercise", save),
        ("exercise", add_step),
        ("exercise", publish_draft),
        ("exercise", withdraw),
        ("guide", save),
        ("program", lambda program: program.phases.all().delete()),
        ("reference", save),
        ("reference", lambda reference: reference.delete()),
    ],
)
def test_each_change_of_content_makes_all_pages_new(
    client: Client, rows: dict[str, Any], kind: str, change: Callable[[Any], Any]
) -> None:
    etag = first_visit(client, "/exercises/")
    change(rows[kind])
    response = again(client, etag, "/exercises/")
    assert response.status_code == 200
    assert response["ETag"] != etag


def test_a_withdrawn_page_is_gone_for_those_who_have_it(
    client: Client, rows: dict[str, Any]
) -> None:
    etag = first_visit(client)
    withdraw(rows["exercise"])
    assert again(client, etag).status_code == 404
    assert again(client, "*").status_code == 404


def test_a_page_published_on_its_day_is_seen_that_day(client: Client) -> None:
    make_exercise(slug="later", status="in-review", publish_on=dt.date(2026, 11, 20))
    etag = first_visit(client, "/exercises/")
    call_command("housekeeping", verbosity=0)
    assert "/exercises/later/" in again(client, etag, "/exercises/").text


def test_content_that_is_loaded_makes_all_pages_new_and_only_then(
    client: Client,
) -> None:
    etag = first_visit(client, "/exercises/")
    load_content()
    response = again(client, etag, "/exercises/")
    assert "20 exercises" in response.text
    load_content()
    assert again(client, response["ETag"], "/exercises/").status_code == 304


def test_a_new_day_makes_all_pages_new(client: Client) -> None:
    make_exercise(
        slug="seen",
        reviewed_by="Sam Lee, PT",
        reviewed_on=dt.date(2025, 11, 20),
        review_due_on=dt.date(2026, 11, 20),
    )
    etag = first_visit(client)
    assert "Next review: Nov. 20, 2026." in client.get(PAGE).text
    with time_machine.travel("2026-11-21 17:00Z", tick=False):
        response = again(client, etag)
        assert "The next review was due on Nov. 20, 2026." in response.text


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize(
    ("name", "value"),
    [("SITE_NAME", "Lumbar Lane"), ("EMERGENCY_NUMBER", "112"), ("DEMO", True)],
)
def test_another_setting_makes_all_pages_new(
    client: Client, settings: Settings, name: str, value: object
) -> None:
    etag = first_visit(client)
    setattr(settings, name, value)
    assert again(client, etag).status_code == 200


@pytest.mark.usefixtures("rows")
def test_another_release_makes_all_pages_new(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    etag = first_visit(client)
    monkeypatch.setattr(release, "code", lambda: "another")
    assert again(client, etag).status_code == 200


def test_the_release_is_the_code_the_templates_and_the_packages() -> None:
    found = {str(path) for path in release.files()}
    assert {
        "requirements.txt",
        "exercises/figures/body.py",
        "portal/settings.py",
        "portal/static/portal/css/print.css",
        "templates/base.html",
    } <= found
    assert not any("__pycache__" in path for path in found)
    assert release.release() == release.release()


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize("address", PAGES)
def test_a_member_gets_the_page_whole_and_keeps_no_copy(
    client: Client, ada: Member, address: str
) -> None:
    etag = first_visit(client, address)
    response = again(signed_in(ada), etag, address)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert "ETag" not in response


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize("cookie", ["sessionid", "messages"])
def test_a_visitor_with_something_of_their_own_gets_the_page_whole(
    client: Client, cookie: str
) -> None:
    etag = first_visit(client)
    client.cookies[cookie] = "something"
    response = again(client, etag)
    assert response.status_code == 200
    assert "ETag" not in response


@pytest.mark.usefixtures("rows")
def test_while_developing_each_page_is_made_anew(
    client: Client, settings: Settings
) -> None:
    settings.DEBUG = True
    assert "ETag" not in client.get(PAGE)


def test_a_preview_is_not_kept(client: Client, rows: dict[str, Any]) -> None:
    from exercises import preview

    assert "ETag" not in client.get(preview.address(rows["exercise"]))


def test_an_edition_is_never_met_again(rows: dict[str, Any]) -> None:
    """As after a backup was restored, and other changes were made."""
    met = {edition.current()}
    for _ in range(3):
        rows["guide"].save()
        met.add(edition.current())
    assert len(met) == 4
    Edition.objects.all().delete()
    rows["guide"].save()
    assert edition.current() not in {*met, ""}


def test_each_kind_of_row_makes_a_new_edition() -> None:
    """No model is forgotten, and neither are its links."""
    from django.apps import apps
    from django.db.models.signals import m2m_changed, post_delete, post_save

    for model in apps.get_app_config("exercises").get_models(include_auto_created=True):
        if model is not Edition:
            signals = (
                [m2m_changed] if model._meta.auto_created else [post_save, post_delete]
            )
            for signal in signals:
                assert edition.renew in signal._live_receivers(model)[0], model

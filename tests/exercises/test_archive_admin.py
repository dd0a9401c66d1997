"""The page on which publishers take all content out, and bring it in."""

import datetime as dt
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from pytest_django import Settings
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from exercises.archives import uploads
from exercises.archives.exporting import exported
from exercises.archives.names import Files
from exercises.archives.packing import zipped
from exercises.archives.unpacking import unzipped
from exercises.history import moments
from exercises.models import Exercise
from portal.accounts.models import Member
from portal.accounts.roles import PUBLISHER
from tests.conftest import signed_in, staff
from tests.factories import make_exercise

pytestmark = pytest.mark.django_db

PAGE = "/admin/exercises/exercise/archive/"
DOWNLOAD = f"{PAGE}content.zip"
BRIDGE = "exercises/bridge.md"


@pytest.fixture(autouse=True)
def media(settings: Settings, tmp_path: Path) -> None:
    """Real files, in a folder of this test's own."""
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    }


@pytest.fixture
def publisher(db: None) -> Member:
    return staff("publisher@example.org", PUBLISHER)


@pytest.fixture
def client(publisher: Member) -> Client:
    return signed_in(publisher)


@pytest.fixture
def bridge(db: None) -> Exercise:
    return make_exercise(slug="bridge", title="Bridge")


def changed(old: str = "title: Bridge", new: str = "title: Hip bridge") -> Files:
    files = exported()
    files[BRIDGE] = files[BRIDGE].replace(old.encode(), new.encode())
    return files


def send(client: Client, content: bytes) -> Any:
    return client.post(PAGE, {"archive": SimpleUploadedFile("mine.zip", content)})


def sent(client: Client, files: Files) -> str:
    response = send(client, zipped(files))
    assert response.status_code == 302
    return str(response["Location"])


def seen_on(client: Client, address: str) -> dict[str, str]:
    return {"seen": client.get(address).context["plan"].digest}


def test_the_download_is_the_archive_that_the_command_writes(
    client: Client, bridge: Exercise
) -> None:
    response = client.get(DOWNLOAD)
    assert response["Content-Type"] == "application/zip"
    assert response["Content-Disposition"] == 'attachment; filename="content.zip"'
    assert unzipped(BytesIO(response.content)) == exported()
    assert response.content == zipped(exported())


def test_an_upload_shows_each_line_and_changes_nothing(
    client: Client, bridge: Exercise
) -> None:
    make_exercise(slug="walking")
    address = sent(client, changed())
    response = client.get(address)
    assertContains(response, "<del>-title: Bridge</del>", html=True)
    assertContains(response, "<ins>+title: Hip bridge</ins>", html=True)
    assertContains(response, "1 file says what is here")
    bridge.refresh_from_db()
    assert bridge.title == "Bridge"
    assert Exercise.objects.count() == 2


def test_apply_fills_working_drafts_in_the_name_of_who_applied(
    client: Client, bridge: Exercise, publisher: Member
) -> None:
    address = sent(client, changed())
    response = client.post(address, seen_on(client, address))
    assertRedirects(response, PAGE, fetch_redirect_response=False)
    assertContains(client.get(PAGE), "1 file came in.")
    bridge.refresh_from_db()
    draft = bridge.working_draft
    assert (bridge.title, draft.title) == ("Bridge", "Hip bridge")
    assert draft.writers.get() == publisher
    assert moments(bridge)[0].by == publisher
    deed = f"/admin/exercises/exercise/{draft.pk}/do/"
    Exercise.objects.filter(pk=draft.pk).update(status="in-review")
    assert client.post(deed, {"deed": "publish"}).status_code == 403


def test_an_applied_upload_is_forgotten(client: Client, bridge: Exercise) -> None:
    address = sent(client, changed())
    client.post(address, seen_on(client, address))
    assert client.get(address).status_code == 404
    assert default_storage.listdir("archives")[1] == []


def test_what_changed_meanwhile_is_shown_once_more(
    client: Client, bridge: Exercise
) -> None:
    address = sent(client, changed())
    seen = seen_on(client, address)
    Exercise.objects.filter(pk=bridge.pk).update(summary="Meanwhile.")
    response = client.post(address, seen)
    assertContains(response, "Look once more.", status_code=409)
    assertContains(response, "-summary: Meanwhile.", status_code=409)
    assert not hasattr(bridge, "working_draft")
    assert client.post(address, seen_on(client, address)).status_code == 302


def test_an_apply_that_saw_nothing_is_refused(client: Client, bridge: Exercise) -> None:
    address = sent(client, changed())
    assert client.post(address, {}).status_code == 409
    assert Exercise.objects.count() == 1


def test_an_archive_that_cannot_come_in_says_why(
    client: Client, bridge: Exercise
) -> None:
    response = send(client, zipped(changed("kind: exercise", "kind: <b>dance")))
    assertContains(response, "Nothing was changed.", status_code=422)
    assertContains(
        response, "exercises/bridge.md: kind: Value &#x27;&lt;b&gt;", status_code=422
    )
    assertContains(send(client, b"PK no"), "This is no ZIP archive", status_code=422)
    assertContains(send(client, b""), "is empty", status_code=422)
    assertContains(client.post(PAGE, {}), "is required", status_code=422)
    assert not default_storage.exists("archives")


def test_hundreds_of_problems_are_not_all_listed(client: Client) -> None:
    files = {f"references/r{number}.md": b"x" for number in range(60)}
    response = send(client, zipped(files))
    assertContains(response, "And 20 more.", status_code=422)


def test_a_claim_that_no_page_may_make_is_shown_before_it_comes_in(
    client: Client, bridge: Exercise
) -> None:
    address = sent(client, changed("summary: ", "summary: It cures sciatica. "))
    assertContains(client.get(address), "To mend before it is published")


def test_an_archive_of_what_is_here_offers_no_apply(
    client: Client, bridge: Exercise
) -> None:
    response = client.get(sent(client, exported()))
    assertContains(response, "Nothing would change.")
    assertNotContains(response, "Apply")


@pytest.mark.parametrize("role", ["editor", "reviewer", "administrator"])
def test_only_publishers_and_administrators_come_here(
    request: pytest.FixtureRequest, role: str, client: Client, bridge: Exercise
) -> None:
    address = sent(client, changed())
    other = signed_in(request.getfixturevalue(role))
    expected = 200 if role == "administrator" else 403
    assert other.get(PAGE).status_code == expected
    assert other.get(DOWNLOAD).status_code == expected
    assert send(other, b"x").status_code == (422 if expected == 200 else 403)
    assert (PAGE in other.get("/admin/").text) == (expected == 200)
    mine_only = 404 if expected == 200 else 403
    assert other.get(address).status_code == mine_only
    assert other.post(address, {}).status_code == mine_only


def test_a_stranger_is_sent_to_sign_in(bridge: Exercise) -> None:
    for address in (PAGE, DOWNLOAD, f"{PAGE}abc/"):
        assert Client().get(address).status_code == 302


def test_uploads_that_nobody_applied_go_after_a_day(
    publisher: Member, capsys: pytest.CaptureFixture[str]
) -> None:
    now = timezone.now()
    assert uploads.forget_uploads(now) == 0
    digest = uploads.keep(b"one", publisher)
    assert uploads.forget_uploads(now + dt.timedelta(hours=23)) == 0
    assert uploads.kept(digest, publisher) == b"one"
    call_command("housekeeping")
    assert uploads.forget_uploads(now + dt.timedelta(hours=25)) == 1
    assert uploads.kept(digest, publisher) is None


def test_an_upload_that_was_spoiled_is_not_read(publisher: Member) -> None:
    digest = uploads.keep(b"one", publisher)
    path = uploads.path_of(digest, publisher)
    with default_storage.open(path, "wb") as file:
        file.write(b"two")
    assert uploads.kept(digest, publisher) is None

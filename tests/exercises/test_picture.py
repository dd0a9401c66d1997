"""Pictures that staff upload: what is taken, what is kept, who sees it."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.test import Client
from PIL import Image
from pytest_django import Settings

from exercises.models import Picture
from exercises.reencoding import reencode
from tests.exercises import uploads
from tests.exercises.uploads import encoded, make_picture, plain, shown_by
from tests.factories import make_exercise

pytestmark = pytest.mark.django_db

ADD = "/admin/exercises/picture/add/"


@pytest.fixture(autouse=True)
def media(settings: Settings, tmp_path: Path) -> Path:
    """Real files, in a folder of this test's own."""
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    }
    return tmp_path


def files(media: Path) -> list[str]:
    return sorted(path.name for path in media.rglob("*") if path.is_file())


def picture_form(content: bytes, name: str = "photo.jpg", **changes: Any) -> Any:
    form = {
        "file": uploads.sent(content, name),
        "description": "Lying on your side, top knee bent.",
        "author": "Ann Lee",
        "licence": "cc-by",
        "people_agreed": "on",
        "source": "",
        **changes,
    }
    return {key: value for key, value in form.items() if value is not None}


def upload(client: Client, content: bytes, **changes: Any) -> Picture:
    response = client.post(ADD, picture_form(content, **changes))
    assert response.status_code == 302, response.context["adminform"].form.errors
    return Picture.objects.get()


def opened(picture: Picture) -> Image.Image:
    return Image.open(BytesIO(picture.file.open().read()))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_an_author_uploads_a_picture(editor_client: Client, kind: str) -> None:
    picture = upload(editor_client, encoded(plain((64, 48)), kind))
    image = opened(picture)
    assert (image.format, image.size) == ("WEBP", (64, 48))
    assert (picture.width, picture.height) == (64, 48)


@pytest.mark.parametrize("kind", uploads.REFUSED)
def test_what_is_no_plain_picture_is_refused_in_words(
    editor_client: Client, media: Path, kind: str
) -> None:
    response = editor_client.post(ADD, picture_form(uploads.REFUSED[kind]()))
    assert response.status_code == 200
    errors = response.context["adminform"].form.errors
    assert list(errors) == ["file"]
    assert len(errors["file"]) == 1
    assert files(media) == []
    assert not Picture.objects.exists()


@pytest.mark.parametrize("width", [9_460, 60_000])
def test_a_bomb_is_refused_before_it_is_decoded(width: int) -> None:
    with pytest.raises(ValidationError, match="25 million pixels"):
        reencode(BytesIO(uploads.claimed_png(width, width)))


def test_place_and_maker_are_taken_out_and_the_photo_is_turned(
    editor_client: Client,
) -> None:
    assert uploads.CANARY in uploads.photo_with_place()
    picture = upload(editor_client, uploads.photo_with_place())
    content = picture.file.open().read()
    assert uploads.CANARY not in content
    assert b"EXIF" not in content
    assert not Image.open(BytesIO(content)).getexif()
    assert (picture.width, picture.height) == (48, 64)


def test_what_hangs_behind_a_picture_is_dropped(editor_client: Client) -> None:
    content = encoded(plain(), "JPEG") + uploads.HTML + uploads.CANARY
    kept = upload(editor_client, content).file.open().read()
    assert b"<script" not in kept
    assert uploads.CANARY not in kept


def test_a_large_picture_is_made_smaller(editor_client: Client) -> None:
    picture = upload(editor_client, encoded(plain((3000, 1500)), "JPEG"))
    assert (picture.width, picture.height) == (1200, 600)
    assert picture.file.size < 300 * 1024


def test_what_can_be_seen_through_becomes_white(editor_client: Client) -> None:
    clear = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    pixel = opened(upload(editor_client, encoded(clear))).getpixel((20, 20))
    assert pixel == (255, 255, 255)


@pytest.mark.parametrize("name", ["x" * 300 + ".jpg", "../../etc/passwd.html", "?.svg"])
def test_nothing_of_the_name_is_kept(
    editor_client: Client, media: Path, name: str
) -> None:
    picture = upload(editor_client, encoded(plain()), name=name)
    stem = Path(str(picture.file)).stem
    assert files(media) == [f"{stem}.webp"]
    assert len(stem) == 32
    assert int(stem, 16)


@pytest.mark.parametrize(
    "missing", ["file", "description", "author", "licence", "people_agreed"]
)
def test_words_author_licence_and_agreement_are_required(
    editor_client: Client, missing: str
) -> None:
    changes: dict[str, Any] = {missing: None}
    form = picture_form(encoded(plain()), **changes)
    response = editor_client.post(ADD, form)
    assert list(response.context["adminform"].form.errors) == [missing]


@pytest.mark.parametrize(
    "change", [{"description": ""}, {"author": ""}, {"people_agreed": False}]
)
def test_the_database_refuses_a_picture_without_them(change: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_picture(**change)


def test_the_file_goes_with_its_row(
    administrator_client: Client, media: Path, django_capture_on_commit_callbacks: Any
) -> None:
    picture = make_picture()
    exercise = make_exercise(picture=picture)
    address = f"/admin/exercises/picture/{picture.pk}/delete/"
    with django_capture_on_commit_callbacks(execute=True):
        administrator_client.post(address, {"post": "yes"})
    assert files(media) == []
    exercise.refresh_from_db()
    assert exercise.picture is None


def test_a_new_file_takes_the_place_of_the_old_one(
    editor_client: Client, media: Path, django_capture_on_commit_callbacks: Any
) -> None:
    picture = make_picture()
    address = f"/admin/exercises/picture/{picture.pk}/change/"
    with django_capture_on_commit_callbacks(execute=True):
        editor_client.post(address, picture_form(encoded(plain((20, 20)))))
    changed = Picture.objects.get()
    assert str(changed.file) != str(picture.file)
    assert files(media) == [Path(str(changed.file)).name]
    assert changed.width == 20


def test_other_words_leave_the_file_alone(
    editor_client: Client, media: Path, django_capture_on_commit_callbacks: Any
) -> None:
    picture = make_picture()
    address = f"/admin/exercises/picture/{picture.pk}/change/"
    form = picture_form(b"", file=None, description="Lying on your back.")
    with django_capture_on_commit_callbacks(execute=True):
        assert editor_client.post(address, form).status_code == 302
    assert Picture.objects.get().description == "Lying on your back."
    assert files(media) == [Path(str(picture.file)).name]


def test_a_file_that_2_rows_name_outlives_1_of_them(
    db: None, media: Path, django_capture_on_commit_callbacks: Any
) -> None:
    picture = make_picture()
    twin = make_picture(file=str(picture.file))
    with django_capture_on_commit_callbacks(execute=True):
        Picture.objects.filter(pk=twin.pk).delete()
    assert Path(str(picture.file)).name in files(media)


def test_an_authors_change_of_a_picture_ends_the_review(editor_client: Client) -> None:
    exercise = make_exercise(reviewed_by="Sam Lee, PT", reviewed_on="2026-11-01")
    picture = shown_by(exercise)
    address = f"/admin/exercises/picture/{picture.pk}/change/"
    form = picture_form(b"", file=None, description="Lying on your back.")
    response = editor_client.post(address, form, follow=True)
    exercise.refresh_from_db()
    assert (exercise.reviewed_by, exercise.reviewed_on) == ("", None)
    assert "was taken off" in response.text


def test_a_picture_is_served_as_a_picture_and_nothing_else(client: Client) -> None:
    picture = shown_by(make_exercise())
    response = client.get(picture.file.url)
    assert response.status_code == 200
    assert response.getvalue()[8:12] == b"WEBP"
    assert response["Content-Type"] == "image/webp"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Cache-Control"] == "private, max-age=31536000, immutable"


def test_a_file_that_is_something_else_is_still_served_as_a_picture(
    client: Client,
) -> None:
    picture = shown_by(make_exercise(), file=ContentFile(uploads.HTML, "x.html"))
    response = client.get(picture.file.url)
    assert response["Content-Type"] == "image/webp"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_signed_in_member_may_keep_a_picture_too(ada_client: Client) -> None:
    response = ada_client.get(shown_by(make_exercise()).file.url)
    assert response["Cache-Control"] == "private, max-age=31536000, immutable"


@pytest.mark.parametrize("status", ["draft", "in-review", "withdrawn"])
def test_a_picture_is_public_with_its_exercise_only(
    client: Client, ada_client: Client, editor_client: Client, status: str
) -> None:
    address = shown_by(make_exercise(status=status)).file.url
    assert client.get(address).status_code == 404
    assert ada_client.get(address).status_code == 404
    assert editor_client.get(address).status_code == 200


@pytest.mark.parametrize(
    "name", ["0" * 32, "nothing", "..%2f..%2fdb.sqlite3", "a.html", ""]
)
def test_another_name_is_not_found(client: Client, name: str) -> None:
    assert client.get(f"/media/pictures/{name}.webp").status_code == 404
    assert client.get(f"/media/pictures/{name}").status_code == 404


def test_a_lost_file_is_not_found(client: Client) -> None:
    picture = shown_by(make_exercise())
    default_storage.delete(str(picture.file))
    assert client.get(picture.file.url).status_code == 404


def test_a_picture_takes_no_post(client: Client) -> None:
    assert client.post(shown_by(make_exercise()).file.url).status_code == 405


def test_the_exercise_page_shows_it_with_words_and_credit(client: Client) -> None:
    exercise = make_exercise(slug="clam")
    picture = shown_by(exercise, source="https://example.org/photo")
    page = client.get("/exercises/clam/").text
    assert f'<img class="photo" src="{picture.file.url}" width="64" height="48"' in page
    assert 'alt="Lying on your side, top knee bent."' in page
    assert "Picture: Ann Lee. CC BY 4.0." in page
    assert 'href="https://example.org/photo"' in page


@pytest.mark.parametrize("figure", ["", "trapeze"])
def test_a_card_falls_back_to_the_picture(client: Client, figure: str) -> None:
    picture = shown_by(make_exercise(figure=figure))
    assert f'src="{picture.file.url}"' in client.get("/exercises/").text


def test_a_figure_comes_before_a_picture(client: Client) -> None:
    shown_by(make_exercise(slug="bridge", figure="bridge"))
    for address in ("/exercises/", "/exercises/bridge/"):
        page = client.get(address).text
        assert "<img class=" not in page
        assert '<svg class="xfig' in page


def test_without_either_the_words_stand_alone(client: Client) -> None:
    make_exercise(slug="clam")
    for address in ("/exercises/", "/exercises/clam/"):
        page = client.get(address).text
        assert 'class="stage"' not in page
        assert "<img class=" not in page

"""Figures and uploaded pictures on pages: in print, without scripts, when played."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from exercises.models import Exercise, Picture
from portal.accounts.models import Member
from tests.browser.conftest import NewPage, SignIn
from tests.exercises.uploads import shown_by
from tests.factories import make_exercise

pytestmark = pytest.mark.browser
BRIDGE = "/exercises/hip-bridge/"
PAGES = ["/", "/guides/sciatica/", "/exercises/", "/programs/sciatica-12-weeks/"]


def drawn_parts(page: Page) -> list[int]:
    """How many shapes of each still on the page can be seen."""
    counts: list[int] = page.locator(".pose .xfig").evaluate_all(
        "all => all.map(one => [...one.querySelectorAll('path')]"
        ".filter(part => part.checkVisibility()).length)"
    )
    return counts


def test_a_figure_is_printed_whole_and_still(new_page: NewPage) -> None:
    page = new_page(width=760, reduced_motion="no-preference")
    page.goto(BRIDGE)
    on_screen = drawn_parts(page)
    page.get_by_label("Play the movement").check()
    assert page.locator(".xmove").is_visible()
    page.emulate_media(media="print")
    assert drawn_parts(page) == on_screen
    assert min(on_screen) > 10
    assert not page.locator(".xmotion").is_visible()


def test_the_movement_is_played_without_scripts(new_page: NewPage) -> None:
    page = new_page(scripts=False, reduced_motion="no-preference")
    page.goto(BRIDGE)
    assert not page.locator(".xmove").is_visible()
    page.get_by_label("Play the movement").focus()
    page.keyboard.press("Space")
    assert page.locator(".xmove").is_visible()
    page.keyboard.press("Space")
    assert not page.locator(".xmove").is_visible()


def test_less_motion_leaves_the_stills(new_page: NewPage) -> None:
    page = new_page(reduced_motion="reduce")
    page.goto(BRIDGE)
    assert not page.locator(".xmotion").is_visible()
    assert len(drawn_parts(page)) == 2


@pytest.mark.parametrize("address", PAGES)
def test_each_page_has_figures_and_each_id_once(
    new_page: NewPage, address: str
) -> None:
    page = new_page(width=1280)
    page.goto(address)
    assert page.locator("main svg.xfig").count() > 0
    ids = page.locator("[id]").evaluate_all("all => all.map(one => one.id)")
    assert sorted(ids) == sorted(set(ids))


def test_an_uploaded_picture_is_shown_on_its_card_and_page(new_page: NewPage) -> None:
    shown_by(make_exercise(slug="clam", title="Clam"))
    page = new_page()
    for address in ("/exercises/?q=clam", "/exercises/clam/"):
        page.goto(address)
        picture = page.locator("img.photo")
        picture.scroll_into_view_if_needed()
        page.wait_for_function("document.querySelector('img.photo').complete")
        assert picture.evaluate("image => image.naturalWidth") == 64
        assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_an_author_uploads_and_chooses_a_picture_without_scripts(
    editor: Member, new_page: NewPage, sign_in: SignIn, tmp_path: Path
) -> None:
    photo = tmp_path / "IMG_2041.jpg"
    content = BytesIO()
    Image.new("RGB", (300, 200), "teal").save(content, "JPEG")
    photo.write_bytes(content.getvalue())
    page = new_page(width=1280, scripts=False)
    sign_in(page, editor)
    page.goto("/admin/exercises/picture/add/")
    page.locator("[name=file]").set_input_files(photo)
    page.locator("[name=description]").fill("Lying on your side, knees bent.")
    page.locator("[name=author]").fill("Ann Lee")
    page.locator("[name=licence]").select_option("ours")
    page.locator("[name=people_agreed]").check()
    page.locator("[name=_save]").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    row = make_exercise(title="Clam", status="draft")
    page.goto(f"/admin/exercises/exercise/{row.pk}/change/")
    page.locator("[name=picture]").select_option(
        label="Lying on your side, knees bent."
    )
    page.locator("[name=_save]").first.click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert Exercise.objects.get(pk=row.pk).picture == Picture.objects.get()

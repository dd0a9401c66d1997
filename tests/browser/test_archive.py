"""A publisher brings an archive in: seen first, then applied, with the keyboard too."""

import pytest
from playwright.sync_api import FilePayload

from exercises.archives.exporting import exported
from exercises.archives.packing import zipped
from exercises.models import Exercise
from portal.accounts.roles import PUBLISHER
from tests.browser.axe import axe_violations_in_both_schemes, sideways_scroll
from tests.browser.conftest import NewPage, SignIn
from tests.conftest import staff

pytestmark = pytest.mark.browser
NAME = "exercises/hip-bridge.md"


def archive(old: bytes, new: bytes) -> FilePayload:
    files = exported()
    files[NAME] = files[NAME].replace(old, new)
    kind = "application/zip"
    return FilePayload(name="all.zip", mimeType=kind, buffer=zipped(files))


@pytest.mark.parametrize("scripts", [True, False])
def test_an_archive_is_shown_and_then_applied(
    new_page: NewPage, sign_in: SignIn, *, scripts: bool
) -> None:
    page = new_page(scripts=scripts, allowed=(422,))
    sign_in(page, staff("publisher@example.org", PUBLISHER))
    page.goto("/admin/")
    page.get_by_role("link", name="All content in and out").click()
    page.get_by_label("Archive").set_input_files(archive(b"kind: ", b"kind: no "))
    page.get_by_role("button", name="Show what it changes").click()
    page.get_by_text(f"{NAME}: kind: Value").wait_for()
    if scripts:
        assert axe_violations_in_both_schemes(page) == []
    page.get_by_label("Archive").set_input_files(archive(b"Hip bridge", b"Hips up"))
    page.get_by_role("button", name="Show what it changes").click()
    page.get_by_text("+title: Hips up").wait_for()
    if scripts:
        assert axe_violations_in_both_schemes(page) == []
        wide = sideways_scroll(page)  # doubled, the admin's own header is too wide
        assert [tag for tag in wide if tag.startswith("100 %")] == []
    page.get_by_role("button", name="Apply").focus()
    page.keyboard.press("Enter")
    page.get_by_text("1 file came in.").wait_for()
    assert Exercise.objects.exclude(draft_of=None).get().title == "Hips up"

"""What holds for the whole tree, so that nobody has to remember it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.template import engines
from django.template.loader import get_template

from tests.addresses import all_addresses, our_addresses

ROOT = Path(settings.BASE_DIR)
FOLDER = ROOT / "templates"
TEMPLATES = sorted(str(p.relative_to(FOLDER)) for p in FOLDER.rglob("*.html"))
PUBLIC = {
    "/",
    "/accessibility/",
    "/coverage/",
    "/coverage/<slug:slug>/",
    "/coverage/ask/",
    "/coverage/<slug:slug>/check/",
    "/exercises/",
    "/exercises/<slug:slug>/",
    "/guides/<slug:slug>/",
    "/healthz",
    "/help/",
    "/join/",
    "/join/<slug:code>/",
    "/media/pictures/<slug:name>.webp",
    "/preview/<str:token>/",
    "/privacy/",
    "/programs/",
    "/programs/<slug:slug>/",
    "/programs/<slug:slug>/sheet/",
    "/readyz",
    "/robots.txt",
    "/sitemap.xml",
    "/record/erased/<slug:receipt>/",
    "/record/schema.json",
    "/references/",
    "/references/<slug:key>/",
    "/shared/<slug:token>/",
    "/what-sponsors-see/",
}
PUBLIC_ELSEWHERE = {
    "/accounts/confirm-email/",
    "/accounts/inactive/",
    "/accounts/login/",
    "/accounts/login/code/confirm/",
    "/accounts/logout/",
    "/accounts/password/reset/",
    "/accounts/password/reset/complete/",
    "/accounts/password/reset/confirm/",
    "/accounts/password/reset/done/",
    "/accounts/signup/",
    "/admin/login/",
}
INLINE = re.compile(
    r"""\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:|hx-on|"""
    r"""\b(?:src|action)=["']https?:"""
)


def test_the_public_addresses_are_exactly_these() -> None:
    assert {a.route for a in our_addresses() if a.is_public} == PUBLIC


def test_a_view_its_address_and_its_template_have_one_name() -> None:
    for address in our_addresses():
        assert address.name == address.callback.__name__, address.route


@pytest.mark.parametrize("name", TEMPLATES)
def test_each_template_compiles(name: str) -> None:
    get_template(name)


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_template_has_anything_inline_or_from_outside(name: str) -> None:
    assert not INLINE.search((FOLDER / name).read_text())


def test_imports_point_down_only() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603  # our own command
    assert run.returncode == 0, run.stdout


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_no_module_is_a_bucket() -> None:
    buckets = {"utils", "helpers", "services", "common", "misc", "core"}
    modules = [
        path
        for folder in ("portal", "exercises", "tracking")
        for path in (ROOT / folder).rglob("*.py")
    ]
    assert not [path for path in modules if {path.stem, path.parent.name} & buckets]


def test_a_class_is_laid_out_in_one_style_sheet() -> None:
    """All sheets share one page, so that a second home would overrule the first."""
    homes: dict[str, set[str]] = {}
    for sheet in sorted((ROOT / "portal/static/portal/css").glob("*.css")):
        if sheet.stem not in ("print", "admin"):
            for name in re.findall(
                r"^  (\.[\w-]+) \{", sheet.read_text(), re.MULTILINE
            ):
                homes.setdefault(name, set()).add(sheet.name)
    assert {name: found for name, found in homes.items() if len(found) > 1} == {}


def test_the_templates_come_from_one_engine() -> None:
    assert len(engines.all()) == 1


def test_addresses_of_members_hold_no_counting_numbers() -> None:
    numbered = [a.route for a in our_addresses() if "<int:" in a.route]
    play = "/sessions/<uuid:session>/play/<int:position>/"
    assert numbered == [play, f"{play}stop/"]


def test_the_public_addresses_of_packages_are_exactly_these() -> None:
    others = [a for a in all_addresses() if not a.is_ours]
    public = {a.route for a in others if a.is_public}
    assert public == PUBLIC_ELSEWHERE

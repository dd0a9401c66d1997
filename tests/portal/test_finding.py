"""What a search engine, or a friend with a link, gets to see of the site."""

import datetime as dt
import re
import struct
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import time_machine
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from exercises import preview
from exercises.publishing import publish_later, withdraw, working_draft
from tests.factories import (
    make_exercise,
    make_guide,
    make_program,
    make_reference,
    make_sponsor,
)

pytestmark = pytest.mark.django_db

SITE = "https://care.example.org"
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
KINDS = {
    "guides": make_guide,
    "exercises": make_exercise,
    "programs": make_program,
}
OPEN = {
    "/",
    "/accessibility/",
    "/coverage/",
    "/exercises/",
    "/help/",
    "/privacy/",
    "/programs/",
    "/references/",
    "/what-sponsors-see/",
}
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')
META = re.compile(r'<meta property="(og:[\w:]+)" content="([^"]*)">')


@pytest.fixture(autouse=True)
def at_its_address(settings: Settings) -> None:
    settings.SITE_URL = SITE


def listed(client: Client) -> list[str]:
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314  # our own
    return [loc.text or "" for loc in tree.iter(LOC)]


def properties(html: str) -> dict[str, str]:
    return dict(META.findall(html))


def test_the_sitemap_names_each_open_page(client: Client) -> None:
    make_guide(slug="sciatica")
    make_exercise(slug="press-up")
    make_program(slug="weeks")
    make_reference(key="long2004")
    content = {
        "/guides/sciatica/",
        "/exercises/press-up/",
        "/programs/weeks/",
        "/references/long2004/",
    }
    assert sorted(listed(client)) == sorted(SITE + path for path in OPEN | content)


def test_each_page_of_the_sitemap_can_be_read(client: Client) -> None:
    make_guide(slug="sciatica")
    make_reference(key="long2004")
    for address in listed(client):
        response = client.get(address.removeprefix(SITE))
        assert response.status_code == 200
        assert CANONICAL.findall(response.text) == [address]


@time_machine.travel("2026-11-20 12:00Z", tick=False)
def test_the_sitemap_says_when_a_page_was_changed(client: Client) -> None:
    make_exercise()
    assert "<lastmod>2026-11-20</lastmod>" in client.get("/sitemap.xml").text


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("status", ["draft", "in-review", "withdrawn"])
def test_what_is_not_public_is_in_no_sitemap(
    client: Client, kind: str, status: str
) -> None:
    KINDS[kind](slug="secret", status=status)
    assert f"{SITE}/{kind}/secret/" not in listed(client)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_enters_the_sitemap_once_and_leaves_it(
    client: Client, kind: str
) -> None:
    row: Any = KINDS[kind](slug="seen", title="Seen")
    working_draft(row)
    publish_later(KINDS[kind](slug="later", status="in-review"), dt.date(2030, 1, 1))
    assert [one for one in listed(client) if f"/{kind}/" in one] == [
        f"{SITE}/{kind}/{name}" for name in ["", "seen/"] if name or kind != "guides"
    ]
    withdraw(row)
    assert f"{SITE}/{kind}/seen/" not in listed(client)


def test_no_sponsor_is_in_the_sitemap(client: Client) -> None:
    make_sponsor(slug="harbor")
    assert "harbor" not in client.get("/sitemap.xml").text


def test_the_sitemap_takes_few_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(5):
        make_exercise()
        make_reference()
    with django_assert_max_num_queries(12):
        client.get("/sitemap.xml")


def test_without_a_site_url_the_typed_address_stands(
    client: Client, settings: Settings
) -> None:
    settings.SITE_URL = ""
    assert "http://testserver/help/" in listed(client)
    assert CANONICAL.findall(client.get("/help/").text) == ["http://testserver/help/"]


def test_robots_learn_where_the_sitemap_is_and_what_to_leave(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain"
    lines = response.text.splitlines()
    assert f"Sitemap: {SITE}/sitemap.xml" in lines
    for address in ("/accounts/", "/preview/", "/shared/", "/coverage/?"):
        assert f"Disallow: {address}" in lines
    assert not any(line.endswith(("/exercises/", "/coverage/")) for line in lines)


def test_a_filtered_library_says_which_page_it_is(client: Client) -> None:
    page = client.get("/exercises/?kind=stretch&q=%22%3E").text
    assert CANONICAL.findall(page) == [f"{SITE}/exercises/"]


def test_an_error_page_claims_no_address(client: Client) -> None:
    assert CANONICAL.findall(client.get("/exercises/nowhere/").text) == []


@pytest.mark.parametrize(("kind", "make"), KINDS.items())
def test_a_shared_link_shows_the_page_by_name(
    client: Client, kind: str, make: Any
) -> None:
    make(slug="seen", title='Bend & "rest"', summary="Moves <gently>.")
    told = properties(client.get(f"/{kind}/seen/").text)
    assert told["og:title"] == "Bend &amp; &quot;rest&quot;"
    assert told["og:description"] == "Moves &lt;gently&gt;."
    assert told["og:url"] == f"{SITE}/{kind}/seen/"
    assert told["og:type"] == "article"


def test_a_shared_link_has_a_picture_of_the_size_it_says(client: Client) -> None:
    told = properties(client.get("/").text)
    assert told["og:image"].startswith(f"{SITE}{settings.STATIC_URL}")
    assert told["og:image:alt"]
    found = finders.find("portal/img/og.png")
    assert isinstance(found, str)
    size = struct.unpack(">II", Path(found).read_bytes()[16:24])
    assert size == (int(told["og:image:width"]), int(told["og:image:height"]))
    assert size == (1200, 630)


@pytest.mark.parametrize("make", KINDS.values())
def test_a_preview_claims_no_address(client: Client, make: Any) -> None:
    page = client.get(preview.address(make(status="draft"))).text
    assert CANONICAL.findall(page) == []
    assert "og:url" not in page

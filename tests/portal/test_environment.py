"""A setting that cannot be is refused when the site starts, with an example."""

import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from portal.environment import EXAMPLES, flag, matching, secret, text, words

type Start = Callable[..., dict[str, Any]]

SETTINGS = settings.BASE_DIR / "portal" / "settings.py"


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Start:
    """Read the settings afresh, from this environment and no other."""
    for name in EXAMPLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(f"{name}_FILE", raising=False)

    def started(**env: str) -> dict[str, Any]:
        given = {"SECRET_KEY": "k" * 50, "VAR_DIR": str(tmp_path), **env}
        for name, value in given.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(SETTINGS))

    return started


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("SECRET_KEY", "", "SECRET_KEY is not set"),
        ("DATABASE_URL", "redis://u:pw@db/x", "DATABASE_URL is 'redis'"),
        ("DATABASE_URL", "mysql://u:pw@db/x", "DATABASE_URL is 'mysql'"),
        ("TIME_ZONE", "Mars/Olympus", "TIME_ZONE is 'Mars/Olympus'"),
        ("DEMO", "maybe", "DEMO is 'maybe'"),
        ("DEBUG", "2", "DEBUG is '2'"),
        ("HTTPS", "y", "HTTPS is 'y'"),
        ("SITE_URL", "care.example.org", "SITE_URL is 'care.example.org'"),
        ("ALLOWED_HOSTS", "https://a.example", "ALLOWED_HOSTS is 'https://a.example'"),
        ("SUPPORT_EMAIL", "help", "SUPPORT_EMAIL is 'help'"),
        ("DEFAULT_FROM_EMAIL", "hello", "DEFAULT_FROM_EMAIL is 'hello'"),
        ("EMERGENCY_NUMBER", "police", "EMERGENCY_NUMBER is 'police'"),
        ("EMAIL_URL", "pop://u:pw@mail.example", "EMAIL_URL is 'pop'"),
        ("EMAIL_URL", "smtp://u:pw@mail.example:port", "EMAIL_URL is"),
        ("DATABASE_URL", "postgres//u:pw@localhost/x", "DATABASE_URL is"),
    ],
)
def test_the_site_does_not_start_with_a_wrong_setting(
    start: Start, name: str, value: str, shown: str
) -> None:
    with pytest.raises(ImproperlyConfigured) as refusal:
        start(**{name: value})
    sentence = str(refusal.value)
    assert sentence.startswith(shown)
    assert sentence.endswith(f"For example: {EXAMPLES[name]}")
    assert "u:pw" not in sentence


def test_without_any_wish_the_site_is_closed_and_plain(start: Start) -> None:
    values = start()
    assert (values["DEBUG"], values["DEMO"], values["HTTPS"]) == (False, False, False)
    assert values["SESSION_COOKIE_NAME"] == "sessionid"
    assert values["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]
    assert "SECURE_HSTS_SECONDS" not in values


def test_with_https_the_cookies_are_locked_to_the_host(start: Start) -> None:
    values = start(HTTPS="1")
    assert values["SESSION_COOKIE_NAME"] == "__Host-sessionid"
    assert values["CSRF_COOKIE_NAME"] == "__Host-csrftoken"
    assert values["SESSION_COOKIE_SECURE"]
    assert values["CSRF_COOKIE_SECURE"]
    assert values["SECURE_HSTS_SECONDS"] == 31536000


def test_for_development_a_key_is_not_needed(start: Start) -> None:
    assert start(SECRET_KEY="", DEBUG="1")["SECRET_KEY"].startswith("development-only")


def test_the_key_can_be_read_from_a_file(start: Start, tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text("from-a-file\nsecond line\n")
    values = start(SECRET_KEY="", SECRET_KEY_FILE=str(file))
    assert values["SECRET_KEY"] == "from-a-file"


def test_the_database_is_a_file_until_another_is_named(
    start: Start, tmp_path: Path
) -> None:
    plain = start()["DATABASES"]["default"]
    other = start(DATABASE_URL="postgres://u:pw@db/care")["DATABASES"]["default"]
    assert (plain["ENGINE"], plain["NAME"]) == (
        "django.db.backends.sqlite3",
        str(tmp_path / "db.sqlite3"),
    )
    assert (other["ENGINE"], other["NAME"]) == (
        "django.db.backends.postgresql",
        "care",
    )


@pytest.mark.parametrize(
    ("url", "port", "ssl", "tls"),
    [
        ("smtp://mail.example", 25, False, False),
        ("smtps://mail.example", 465, True, False),
        ("smtp+tls://mail.example:587", 587, False, True),
    ],
)
def test_mail_goes_the_way_that_is_named(
    start: Start, url: str, port: int, ssl: bool, tls: bool
) -> None:
    options = start(EMAIL_URL=url)["MAILERS"]["default"]["OPTIONS"]
    assert (options["host"], options["port"]) == ("mail.example", port)
    assert (options["use_ssl"], options["use_tls"]) == (ssl, tls)


@pytest.mark.parametrize("value", ["1", "true", "On", "YES"])
def test_a_flag_is_on(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("DEMO", value)
    assert flag("DEMO") is True


@pytest.mark.parametrize("value", ["", "0", "false", "Off", "no"])
def test_a_flag_is_off(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("DEMO", value)
    assert flag("DEMO") is False


def test_a_flag_that_is_not_set_is_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DEMO", raising=False)
    assert flag("DEMO") is False


@pytest.mark.parametrize(
    ("value", "expected"), [(" Care ", "Care"), ("", "Stepwell"), ("  ", "Stepwell")]
)
def test_an_empty_text_is_its_default(
    monkeypatch: pytest.MonkeyPatch, value: str, expected: str
) -> None:
    monkeypatch.setenv("SITE_NAME", value)
    assert text("SITE_NAME", "Stepwell") == expected


def test_words_stand_between_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", " a.example, ,b.example,")
    assert words("ALLOWED_HOSTS") == ["a.example", "b.example"]


def test_the_whole_value_must_match(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMERGENCY_NUMBER", "911 or so")
    with pytest.raises(ImproperlyConfigured, match="EMERGENCY_NUMBER is '911 or so'"):
        matching("EMERGENCY_NUMBER", r"[0-9 ]+", "911", "it takes a phone number.")


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_a_file_that_cannot_be_read_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    (tmp_path / "empty").touch()
    monkeypatch.setenv("EMAIL_URL_FILE", str(tmp_path / name))
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL_FILE cannot be read"):
        secret("EMAIL_URL")

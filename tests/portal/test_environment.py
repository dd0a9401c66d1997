"""A setting that cannot be is refused when the site starts, with an example."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from portal.environment import EXAMPLES, flag, matching, secret, text, words

SHOWN = """
import json
from portal import settings as s
names = ["DEBUG", "DEMO", "SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE",
    "CSRF_COOKIE_NAME", "CSRF_COOKIE_SECURE", "ALLOWED_HOSTS", "SECRET_KEY"]
shown = {name: getattr(s, name) for name in names}
print(json.dumps({**shown, "HSTS": getattr(s, "SECURE_HSTS_SECONDS", 0)}))
"""


def start(var: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Read the settings, in a process of their own."""
    known = {"PATH": os.environ["PATH"], "VAR_DIR": str(var), "SECRET_KEY": "k" * 50}
    return subprocess.run(  # noqa: S603  # our own command
        [sys.executable, "-c", SHOWN],
        cwd=settings.BASE_DIR,
        env={**known, **env},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("SECRET_KEY", "", "SECRET_KEY is not set"),
        ("DATABASE_URL", "oracle://u:pw@db/x", "DATABASE_URL is 'oracle'"),
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
    tmp_path: Path, name: str, value: str, shown: str
) -> None:
    run = start(tmp_path, **{name: value})
    assert run.returncode != 0
    last = run.stderr.strip().splitlines()[-1]
    assert "ImproperlyConfigured" in last
    assert shown in last
    assert f"For example: {EXAMPLES[name]}" in last
    assert "u:pw" not in last


def test_without_https_the_cookies_have_plain_names(tmp_path: Path) -> None:
    shown = json.loads(start(tmp_path).stdout)
    assert (shown["DEBUG"], shown["DEMO"], shown["HSTS"]) == (False, False, 0)
    assert shown["SESSION_COOKIE_NAME"] == "sessionid"
    assert shown["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]


def test_with_https_the_cookies_are_locked_to_the_host(tmp_path: Path) -> None:
    shown = json.loads(start(tmp_path, HTTPS="1").stdout)
    assert shown["SESSION_COOKIE_NAME"] == "__Host-sessionid"
    assert shown["CSRF_COOKIE_NAME"] == "__Host-csrftoken"
    assert shown["SESSION_COOKIE_SECURE"]
    assert shown["CSRF_COOKIE_SECURE"]
    assert shown["HSTS"] == 31536000


def test_the_key_can_be_read_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text("from-a-file\nsecond line\n")
    run = start(tmp_path, SECRET_KEY="", SECRET_KEY_FILE=str(file))
    assert json.loads(run.stdout)["SECRET_KEY"] == "from-a-file"


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

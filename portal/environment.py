"""Read one setting from the environment, or stop the start with a sentence."""

import re
from pathlib import Path

import environs
from django.core.exceptions import ImproperlyConfigured

env = environs.Env()

EXAMPLES = {
    "ALLOWED_HOSTS": "ALLOWED_HOSTS=care.example.org,www.care.example.org",
    "DATABASE_URL": "DATABASE_URL=postgres://stepwell:secret@localhost/stepwell",
    "DEBUG": "DEBUG=1",
    "DEFAULT_FROM_EMAIL": "DEFAULT_FROM_EMAIL=hello@care.example.org",
    "DEMO": "DEMO=1",
    "ELIGIBILITY_KEYS": "ELIGIBILITY_KEYS=newest-random-line,the-one-before",
    "EMAIL_URL": "EMAIL_URL=smtps://user:password@mail.example.org:465",
    "EMERGENCY_NUMBER": "EMERGENCY_NUMBER=911",
    "HTTPS": "HTTPS=1",
    "MEMBERSHIP": "MEMBERSHIP=covered",
    "SECRET_KEY": "SECRET_KEY=a-line-of-50-or-more-random-characters",
    "SITE_NAME": "SITE_NAME=Stepwell",
    "SITE_URL": "SITE_URL=https://care.example.org",
    "SUPPORT_EMAIL": "SUPPORT_EMAIL=help@care.example.org",
    "TIME_ZONE": "TIME_ZONE=America/New_York",
    "TRUSTED_PROXIES": "TRUSTED_PROXIES=1",
    "VAR_DIR": "VAR_DIR=/var/lib/stepwell",
}


def refuse(name: str, value: object, reason: str) -> ImproperlyConfigured:
    shown = "is not set" if value in (None, "") else f"is {value!r}"
    return ImproperlyConfigured(
        f"{name} {shown}: {reason} For example: {EXAMPLES[name]}"
    )


def flag(name: str) -> bool:
    raw = env.str(name, "")
    if raw.lower() not in {"", "0", "1", "true", "false", "on", "off", "yes", "no"}:
        raise refuse(name, raw, "it takes 1 or 0.")
    return raw.lower() in {"1", "true", "on", "yes"}


def text(name: str, default: str = "") -> str:
    return str(env.str(name, default)).strip() or default


def matching(name: str, pattern: str, default: str, reason: str) -> str:
    value = text(name, default)
    if value and not re.fullmatch(pattern, value):
        raise refuse(name, value, reason)
    return value


def words(name: str) -> list[str]:
    return [word.strip() for word in text(name).split(",") if word.strip()]


def secret(name: str) -> str:
    """The value of NAME, or the first line of the file that NAME_FILE names."""
    file = text(f"{name}_FILE")
    if not file:
        return text(name)
    try:
        return Path(file).read_text().splitlines()[0].strip()
    except (OSError, IndexError) as error:
        raise refuse(name, file, f"{name}_FILE cannot be read.") from error

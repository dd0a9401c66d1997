"""Keyed hashes: without the key, a row of an eligibility file says nothing of anybody.

Each key has an id, kept with each row; a new key takes over with the next full file.
"""

import base64
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

SEPARATOR = "\x1f"  # in no name that has been made plain
ID_LENGTH = 12


@dataclass(frozen=True)
class Key:
    secret: str

    @cached_property
    def seed(self) -> bytes:
        return sha256(b"portal.plans.eligibility:" + self.secret.encode()).digest()

    @cached_property
    def id(self) -> str:
        """Says which key it was, and nothing about it."""
        return self.hash("key id")[:ID_LENGTH]

    @cached_property
    def box(self) -> Fernet:
        return Fernet(base64.urlsafe_b64encode(hmac.digest(self.seed, b"box", sha256)))

    def hash(self, *parts: object) -> str:
        message = SEPARATOR.join(str(part) for part in parts)
        return hmac.digest(self.seed, message.encode(), "sha256").hex()

    def shut(self, text: str) -> str:
        return self.box.encrypt(text.encode()).decode() if text else ""

    def open(self, shut: str) -> str:
        """Nothing when it was shut with another key."""
        try:
            return self.box.decrypt(shut.encode()).decode() if shut else ""
        except InvalidToken:
            return ""


def all_keys() -> Sequence[Key]:
    """The newest first; without keys of its own the site's secret keys serve."""
    own = settings.ELIGIBILITY_KEYS
    return [
        Key(s) for s in own or [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    ]


def newest_key() -> Key:
    return all_keys()[0]


def key_of(key_id: str) -> Key | None:
    return next((key for key in all_keys() if key.id == key_id), None)

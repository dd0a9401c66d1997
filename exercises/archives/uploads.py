"""An uploaded archive waits for its "Apply", for a day, for whoever sent it."""

import datetime as dt
import hashlib

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from portal.accounts.models import Member

FOLDER = "archives"
WAITS = dt.timedelta(days=1)


def path_of(digest: str, by: Member) -> str:
    return f"{FOLDER}/{by.pk}-{digest}.zip"


def keep(content: bytes, by: Member) -> str:
    digest = hashlib.sha256(content).hexdigest()
    path = path_of(digest, by)
    if not default_storage.exists(path):
        default_storage.save(path, ContentFile(content))
    return digest


def kept(digest: str, by: Member) -> bytes | None:
    path = path_of(digest, by)
    if not default_storage.exists(path):
        return None
    with default_storage.open(path) as file:
        content: bytes = file.read()
    is_whole = hashlib.sha256(content).hexdigest() == digest
    return content if is_whole else None


def forget(digest: str, by: Member) -> None:
    default_storage.delete(path_of(digest, by))


def forget_uploads(now: dt.datetime) -> int:
    if not default_storage.exists(FOLDER):
        return 0
    paths = [f"{FOLDER}/{name}" for name in default_storage.listdir(FOLDER)[1]]
    old = [p for p in paths if default_storage.get_modified_time(p) < now - WAITS]
    for path in old:
        default_storage.delete(path)
    return len(old)

"""The product's settings, with what tests need to be fast and quiet."""

import os
import tempfile

os.environ.setdefault("SECRET_KEY", "tests-only-" + "x" * 50)

from portal.settings import *  # noqa: TID251

# A file, for a connection of its own to each thread of the browser's server. In memory
# all threads share one, and read each other's rows: now and then nobody is signed in.
FILES = tempfile.TemporaryDirectory(prefix="tests-", ignore_cleanup_errors=True)
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["TEST"] = {"NAME": f"{FILES.name}/db.sqlite3"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}

"""Settings, all from the environment. README.md and .env.example list every name."""

import zoneinfo
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

import dj_database_url
import django_stubs_ext
from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from portal.environment import flag, matching, refuse, secret, text, words

django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(text("VAR_DIR", str(BASE_DIR / "var")))
SHORTEST_KEY = 32
VAR_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = flag("DEBUG")
DEMO = flag("DEMO")
HTTPS = flag("HTTPS")

SECRET_KEY = secret("SECRET_KEY")
if not SECRET_KEY:
    if not DEBUG:
        raise refuse("SECRET_KEY", "", "it signs sessions and is required.")
    SECRET_KEY = "development-only-" + "x" * 50
SECRET_KEY_FALLBACKS = words("SECRET_KEY_FALLBACKS")

ELIGIBILITY_KEYS = secret("ELIGIBILITY_KEYS").replace(" ", "").split(",")
ELIGIBILITY_KEYS = [key for key in ELIGIBILITY_KEYS if key]
if any(len(key) < SHORTEST_KEY for key in ELIGIBILITY_KEYS):
    raise refuse("ELIGIBILITY_KEYS", "", "each key takes 32 or more characters.")
ALLAUTH_TRUSTED_PROXY_COUNT = int(
    matching("TRUSTED_PROXIES", r"[0-9]", "0", "it takes a number from 0 to 9.")
)
MEMBERSHIP = matching(
    "MEMBERSHIP", "open|covered", "covered", "it takes open or covered."
)

SITE_URL = matching(
    "SITE_URL", r"https?://[^/\s]+", "", "it takes a scheme and a host, no path."
)
ALLOWED_HOSTS = words("ALLOWED_HOSTS") or ["localhost", "127.0.0.1", "[::1]"]
for host in ALLOWED_HOSTS:
    if "/" in host or " " in host:
        raise refuse("ALLOWED_HOSTS", host, "it takes host names, with commas between.")
CSRF_TRUSTED_ORIGINS = [SITE_URL] if SITE_URL else []

SITE_NAME = text("SITE_NAME", "Stepwell")
SUPPORT_EMAIL = matching(
    "SUPPORT_EMAIL", r"[^@\s]+@[^@\s]+", "", "it takes an e-mail address."
)
EMERGENCY_NUMBER = matching(
    "EMERGENCY_NUMBER", r"[0-9 +]{2,15}", "911", "it takes a phone number."
)

INSTALLED_APPS = [
    "whitenoise.runserver_nostatic",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "import_export",
    "allauth",
    "allauth.account",
    "portal",
    "portal.accounts",
    "portal.plans",
    "reversion",
    "exercises",
    "tracking",
    "portal.record",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "portal.middleware.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "portal.accounts.middleware.SessionAgeMiddleware",
    "portal.accounts.middleware.MemberRequiredMiddleware",
    "portal.accounts.middleware.MemberTimeZoneMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "portal.accounts.middleware.UnprocessableFormMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "tracking.once.ConflictMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.context_processors.site",
            ],
        },
    },
]
FORM_RENDERER = "portal.forms_renderer.PortalRenderer"

SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # secure_delete: what is erased is also gone from the pages of the file.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
    " PRAGMA secure_delete=ON;",
}


def database() -> dict[str, Any]:
    """Refuses by the scheme alone: the rest of the address may hold a password."""
    url = secret("DATABASE_URL") or f"sqlite:///{VAR_DIR / 'db.sqlite3'}"
    scheme = url.partition("://")[0] if "://" in url else "without a scheme"
    refusal = refuse("DATABASE_URL", scheme, "it takes sqlite:// or postgres://.")
    if scheme not in {"sqlite", "postgres", "postgresql"}:
        raise refusal
    try:
        config = dict(dj_database_url.parse(url, conn_max_age=60))
    except (ValueError, KeyError, dj_database_url.ParseError) as error:
        raise refusal from error
    config["CONN_HEALTH_CHECKS"] = True
    if config["ENGINE"] == "django.db.backends.sqlite3":
        config["OPTIONS"] = SQLITE_OPTIONS
    return config


DATABASES = {"default": database()}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        # Rate limits live here: a full cache would forget who was guessing.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

AUTH_USER_MODEL = "accounts.Member"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email", "first_name", "last_name"]},
    },
]
# The package asks for no permission unless it is told which.
IMPORT_EXPORT_IMPORT_PERMISSION_CODE = "change"
IMPORT_EXPORT_ESCAPE_HTML_ON_EXPORT = True

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "tracking:today"

ACCOUNT_ADAPTER = "portal.accounts.adapter.MemberAdapter"
ACCOUNT_FORMS = {"signup": "portal.accounts.forms.SignUpForm"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English"))]
TIME_ZONE = text("TIME_ZONE", "America/New_York")
if TIME_ZONE not in zoneinfo.available_timezones():
    raise refuse("TIME_ZONE", TIME_ZONE, "it takes a name from the tz database.")
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
MEDIA_URL = "media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "portal.static_files.ModuleStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True


def mailer() -> dict[str, Any]:
    """smtp://, smtps:// (TLS from the first byte) or smtp+tls:// (STARTTLS)."""
    url = secret("EMAIL_URL")
    if not url:
        return {"BACKEND": "django.core.mail.backends.console.EmailBackend"}
    parts = urlparse(url)
    refusal = refuse("EMAIL_URL", parts.scheme, "it takes smtp:// or smtps://.")
    try:
        port = parts.port or (465 if parts.scheme == "smtps" else 25)
    except ValueError as error:
        raise refusal from error
    if parts.scheme not in {"smtp", "smtps", "smtp+tls"} or not parts.hostname:
        raise refusal
    return {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {
            "host": parts.hostname,
            "port": port,
            "username": unquote(parts.username or ""),
            "password": unquote(parts.password or ""),
            "use_ssl": parts.scheme == "smtps",
            "use_tls": parts.scheme == "smtp+tls",
            "timeout": 20,
        },
    }


MAILERS = {"default": mailer()}
DEFAULT_FROM_EMAIL = matching(
    "DEFAULT_FROM_EMAIL",
    r"[^@\s]+@[^@\s]+",
    "stepwell@localhost",
    "it takes an e-mail address.",
)
SERVER_EMAIL = DEFAULT_FROM_EMAIL

SECURE_CSP = {
    "default-src": [CSP.SELF],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
    "form-action": [CSP.SELF],
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_AGE = 60 * 60  # idle; the absolute end is in SessionAgeMiddleware
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if HTTPS else "csrftoken"
CSRF_COOKIE_HTTPONLY = True
if HTTPS:
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True

# A request is logged by its path: a query or a form may hold what a person typed.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}

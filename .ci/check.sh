#!/bin/sh
# Every check, even after one has failed; the failures are named at the end.
set -u

sh .ci/venv.sh requirements-dev.txt || exit 1
PATH="$PWD/.venv/bin:$PATH"
failures=

check() {
    name=$1
    shift
    echo "== $name"
    "$@" || failures="$failures, $name"
}

templates() { find templates -name '*.html'; }
modules() { find manage.py portal exercises tracking tests -name '*.py'; }

# As in production, and with no database: nothing here may need one.
manage() {
    env -u DEBUG -u DEMO -u DATABASE_URL_FILE -u EMAIL_URL_FILE -u SECRET_KEY_FILE \
        DATABASE_URL=sqlite://:memory: HTTPS=1 ALLOWED_HOSTS=care.example.org \
        SITE_URL=https://care.example.org EMAIL_URL=smtps://mail.example.org \
        SECRET_KEY=0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX \
        python manage.py "$@"
}

check "ruff" python -m ruff check --quiet .
check "ruff format" python -m ruff format --check --quiet .
check "mypy" python -m mypy
check "django-upgrade" python -m django_upgrade --check --target-version 6.1 $(modules)
check "djade" djade --check --target-version 6.1 $(templates)
check "djlint" python -m djlint --lint --quiet templates
check "imports" lint-imports
check "migrations" manage makemigrations --check --dry-run
check "deployment" manage check --deploy --fail-level WARNING

if [ -n "$failures" ]; then
    echo "Failed: ${failures#, }"
    exit 1
fi
echo "All checks passed."

#!/bin/sh
# Every test on SQLite, then all but the browser's on PostgreSQL. Options go to pytest.
set -u

sh .ci/venv.sh requirements-dev.txt || exit 1
pytest=".venv/bin/python -m pytest -q -n 2"
failed=0

skipped() {
    echo "SKIPPED: $1"
    [ -z "${CI:-}" ] || failed=1
}

on_sqlite() {
    echo "Tests on SQLite"
    env -u DATABASE_URL -u DATABASE_URL_FILE $pytest "$@" || failed=1
}

on_postgresql() {
    echo "Tests on PostgreSQL"
    case ${DATABASE_URL:-} in
        postgres*) $pytest -m "not browser" "$@" || failed=1 ;;
        *) sh .ci/postgresql.sh $pytest -m "not browser" "$@" || failed=1 ;;
    esac
}

if browser=$(sh .ci/browser.sh); then
    CHROMIUM=$browser on_sqlite "$@"
else
    on_sqlite -m "not browser" "$@"
    skipped "the browser tests, for want of Chromium or Chrome."
fi

if sh .ci/postgresql.sh; then
    on_postgresql "$@"
else
    skipped "the tests on PostgreSQL. Install it, or name one with DATABASE_URL."
fi
exit $failed

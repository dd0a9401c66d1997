#!/bin/sh
# Runs a command with a throwaway PostgreSQL in DATABASE_URL. Without a command:
# is there a PostgreSQL to test on? In CI a missing one is installed.
set -u

there_is_one() {
    case ${DATABASE_URL:-} in postgres*) return 0 ;; esac
    command -v pg_virtualenv >/dev/null && pg_lsclusters -h >/dev/null 2>&1 &&
        [ -n "$(ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null)" ]
}

install() {
    [ -n "${CI:-}" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq -y --no-install-recommends postgresql >/dev/null 2>&1
}

if [ $# = 0 ]; then
    there_is_one || { install && there_is_one; }
    exit
fi

exec pg_virtualenv -c "--locale C.UTF-8 --encoding UTF8" sh -c '
    DATABASE_URL="postgres://$PGUSER:$PGPASSWORD@$PGHOST:$PGPORT/$PGDATABASE"
    export DATABASE_URL
    exec "$@"' sh "$@"

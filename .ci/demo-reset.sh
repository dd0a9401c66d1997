#!/bin/sh
# Removes the demo's database and makes it anew. The passwords stay.
set -eu

if [ -e var/db.sqlite3 ] && [ ! -e var/demo-passwords.json ]; then
    echo "var/db.sqlite3 is not the demo's: nothing was removed." >&2
    exit 1
fi
rm -f var/db.sqlite3 var/db.sqlite3-wal var/db.sqlite3-shm
exec sh .ci/demo.sh --only-prepare

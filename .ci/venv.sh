#!/bin/sh
# Fills .venv from a requirements file, checking every hash. A copy of the file kept
# in .venv says what it was filled from, so that a second call does nothing.
set -eu

requirements=$1
filled=.venv/filled-from-$requirements
works='import sys, pip; sys.exit(sys.version_info < (3, 12))'

if cmp -s "$requirements" "$filled" && .venv/bin/python -c "$works" 2>/dev/null; then
    exit 0
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT

quietly() {
    "$@" >"$log" 2>&1 || { cat "$log" >&2; echo "Failed: $*" >&2; exit 1; }
}

if ! .venv/bin/python -c "$works" 2>/dev/null; then
    python=$(sh .ci/python.sh)
    quietly "$python" -m venv --clear .venv
fi
echo "Installing the packages of $requirements. The first time takes about a minute." >&2
quietly .venv/bin/python -m pip install --disable-pip-version-check --no-input \
    --require-hashes -r "$requirements"
cp "$requirements" "$filled"

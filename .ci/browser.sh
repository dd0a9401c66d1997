#!/bin/sh
# Prints the path of a Chromium or Chrome, after installing one if it can.
set -u

find_one() {
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome-stable google-chrome; do
        command -v "$name" && return 0
    done
    .venv/bin/python - <<'END' 2>/dev/null
import pathlib, sys
from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    path = playwright.chromium.executable_path
if not pathlib.Path(path).exists():
    sys.exit(1)
print(path)
END
}

find_one && exit 0
echo "No Chromium or Chrome here: installing one." >&2
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq -y --no-install-recommends chromium >/dev/null 2>&1
fi
find_one && exit 0
.venv/bin/python -m playwright install chromium >&2
find_one

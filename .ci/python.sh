#!/bin/sh
# Prints the path of a Python that can run the product. Each candidate is run, since
# a name on PATH may be a shim that fails, or an old version.
set -u

wanted='import sys, ensurepip, sqlite3, ssl, venv
sys.exit(sys.version_info < (3, 12))'
names="${PYTHON:-} python3.14 python3.13 python3.12 python3 python"
pyenv="${PYENV_ROOT:-$HOME/.pyenv}/versions"

newest_first() {
    for folder in "$pyenv"/*/bin; do
        [ -x "$folder/python" ] && echo "$folder/python"
    done | sort -rV
}

for candidate in $names $(newest_first); do
    found=$(command -v "$candidate") || continue
    if "$found" -c "$wanted" >/dev/null 2>&1; then
        echo "$found"
        exit 0
    fi
done

cat >&2 <<END
Python 3.12 or newer is needed, and none was found.
Looked for: $(echo $names) on PATH, and $pyenv/*/bin/python.
A Python without the venv and ensurepip modules is passed over
(on Debian and Ubuntu the package python3-venv adds them).
Name one yourself with PYTHON=/path/to/python3 make run.
END
exit 1

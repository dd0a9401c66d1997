#!/bin/sh
# Starts the demo, with the options of `manage.py run_demo`. It keeps to its own
# database and sends no mail, whatever the environment says.
set -eu

sh .ci/venv.sh requirements.txt
unset DATABASE_URL DATABASE_URL_FILE EMAIL_URL EMAIL_URL_FILE
unset ALLOWED_HOSTS DEBUG HTTPS SITE_URL

VAR_DIR=${DEMO_DIR:-$PWD/var}
mkdir -p "$VAR_DIR"
if [ ! -s "$VAR_DIR/secret_key" ]; then
    (umask 077 && .venv/bin/python -c 'import secrets; print(secrets.token_urlsafe(60))' \
        >"$VAR_DIR/secret_key")
fi
export VAR_DIR DEMO=1 SECRET_KEY_FILE="$VAR_DIR/secret_key"
exec .venv/bin/python manage.py run_demo "$@"

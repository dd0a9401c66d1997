"""A code goes to an address by mail, and is typed back. Its hash rests in the session."""

import datetime as dt
import logging
import secrets
from concurrent.futures import ThreadPoolExecutor
from typing import TypedDict

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from portal.plans.eligibility.keys import newest_key

logger = logging.getLogger(__name__)
DIGITS = 6
LASTS = dt.timedelta(minutes=15)
TRIES = 5
NOBODY = "nobody@example.org"
# Mail leaves beside the answer: how long it takes tells nobody whether there is one.
POST = ThreadPoolExecutor(max_workers=1, thread_name_prefix="codes")


class Code(TypedDict):
    hash: str
    ends_at: str
    tries_left: int


def make_code(email: str) -> Code:
    """Without an address nothing is sent, and no code is the right one.

    The work is the same for both.
    """
    code = "".join(secrets.choice("0123456789") for _digit in range(DIGITS))
    context = {"code": code, "site_name": settings.SITE_NAME}
    subject = render_to_string("plans/email/code_subject.txt", context).strip()
    text = render_to_string("plans/email/code_message.txt", context)
    right = newest_key().hash("code", code)
    POST.submit(deliver, subject, text, email)
    return Code(
        hash=right if email else "",
        ends_at=(timezone.now() + LASTS).isoformat(),
        tries_left=TRIES,
    )


def deliver(subject: str, text: str, email: str) -> None:
    """For nobody it is written too: that takes turns with the answer, a wire does not."""
    mail = EmailMessage(subject, text, settings.DEFAULT_FROM_EMAIL, [email or NOBODY])
    if not email:
        mail.message().as_bytes()
        return
    try:
        mail.send()
    except OSError as error:  # as are those of SMTP, and they quote the address
        logger.error("A code was not sent: %s", type(error).__name__)


def is_right(code: Code, typed: str) -> bool:
    """Counts the try in what is passed in."""
    code["tries_left"] -= 1
    given = newest_key().hash("code", "".join(typed.split()))
    in_time = timezone.now() < dt.datetime.fromisoformat(code["ends_at"])
    same = constant_time_compare(given, code["hash"])
    return same and in_time and code["tries_left"] >= 0

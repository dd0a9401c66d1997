"""Forms as a browser sends them, and a sign-in that follows."""

import uuid
from typing import Any

from django.test import Client
from pytest_django.asserts import assertRedirects

from portal.accounts.carrying import SESSION_KEY, owner_token_of
from portal.accounts.models import Member
from tests.factories import (
    PASSWORD,
    make_enrollment,
    make_phase,
    make_prescription,
    make_program,
    make_screen,
)

ENTRY = uuid.UUID("5f3b1c52-30c0-4f0e-9d9d-6a2f5b3f0009")
CHECK_IN = "/check-in/"
NOTE = "You were signed out. Nothing is saved yet: check it and send it again."
HTMX = {"HX-Request": "true", "HX-Current-URL": "http://testserver/progress/"}


def report_of(owner: Member | None, **changes: Any) -> dict[str, Any]:
    """The report's form, with the token of its owner."""
    sent = {
        "entry": str(ENTRY),
        "place": ["back", "l1", "l2"],
        "back": "3",
        "leg": "4",
        "feeling": ["tingling"],
        "note": "After a long drive",
    }
    token = {"owner": owner_token_of(owner)} if owner else {}
    return {**sent, **token, **changes}


def sign_in(client: Client, member: Member, back: str = CHECK_IN) -> None:
    """On the page that the answer led to, and from there back to the form."""
    fields = {"login": member.email, "password": PASSWORD, "next": back}
    response = client.post("/accounts/login/", fields)
    assertRedirects(response, back, fetch_redirect_response=False)


def is_kept(client: Client) -> bool:
    return bool(client.session.get(SESSION_KEY))


def open_start(member: Member) -> None:
    """A program that has something to do today, and a clear safety screen."""
    phase = make_phase(make_program())
    make_prescription(phase)
    make_enrollment(member, phase)
    make_screen(member)

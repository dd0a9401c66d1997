"""Sign-ins of a member, on whatever device, and what rests in them."""

import json
from collections.abc import Iterator

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session

from portal.accounts.carrying import SESSION_KEY as CARRIED
from portal.accounts.models import Member


def belongs(session: Session, member: Member) -> bool:
    """Signed in as the member, or holding something the member typed."""
    held = session.get_decoded()
    number = str(member.pk)
    owners = {kept["owner"] for kept in held.get(CARRIED, [])}
    named = member.email in json.dumps(held, default=str)
    return named or number in {held.get(SESSION_KEY), *owners}


def sessions_of(member: Member) -> Iterator[Session]:
    """A session does not say whose it is: each is opened."""
    rows = Session.objects.iterator(chunk_size=500)
    return (row for row in rows if belongs(row, member))


def end_sessions(member: Member, but: str | None = None) -> int:
    keys = [row.pk for row in sessions_of(member) if row.pk != but]
    return Session.objects.filter(pk__in=keys).delete()[0]

"""Each look at a member's record by somebody else leaves a line the member can read.

`what` names the page or the deed, and never anything that stands in the record.
"""

from portal.accounts.models import AccessEntry, Member

Action = AccessEntry.Action


def note_look(*, member: Member, actor: Member | None, what: str) -> AccessEntry:
    """Without an actor it was somebody who needs no account, as by a shared link."""
    return AccessEntry.objects.create(
        member=member, actor=actor, action=Action.VIEWED, what=what
    )


def note_change(*, member: Member, actor: Member, what: str) -> AccessEntry:
    return AccessEntry.objects.create(
        member=member, actor=actor, action=Action.CHANGED, what=what
    )


def note_export(*, member: Member, actor: Member, what: str) -> AccessEntry:
    return AccessEntry.objects.create(
        member=member, actor=actor, action=Action.EXPORTED, what=what
    )

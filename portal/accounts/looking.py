"""Each look at a member's record by somebody else leaves a line the member can read.

`what` names the page or the deed, and never anything that stands in the record.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from portal.accounts.models import AccessEntry, Member

Action = AccessEntry.Action
OWN: dict[str, StrOrPromise] = {
    Action.VIEWED: _("You looked at: %(what)s"),
    Action.CHANGED: _("You changed: %(what)s"),
    Action.EXPORTED: _("You saved: %(what)s"),
    Action.SHARED: _("You shared: %(what)s"),
}
OTHERS: dict[str, StrOrPromise] = {
    Action.VIEWED: _("%(who)s looked at: %(what)s"),
    Action.CHANGED: _("%(who)s changed: %(what)s"),
    Action.EXPORTED: _("%(who)s saved: %(what)s"),
    Action.SHARED: _("%(who)s shared: %(what)s"),
}


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


def note_share(*, member: Member, what: str) -> AccessEntry:
    return AccessEntry.objects.create(
        member=member, actor=member, action=Action.SHARED, what=what
    )


@dataclass(frozen=True)
class Told:
    """One line of who opened the record, in words."""

    entry: AccessEntry
    sentence: str


def told(entry: AccessEntry, member: Member) -> Told:
    if entry.actor_id == member.pk:
        return Told(entry, OWN[entry.action] % {"what": entry.what})
    who = entry.actor and (entry.actor.get_full_name() or entry.actor.email)
    names = {"who": who or _now("A person without an account here"), "what": entry.what}
    return Told(entry, OTHERS[entry.action] % names)

"""Which safety screen a member is asked now, or was asked when a form comes again."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from portal.accounts.models import Member
from tracking.at_once import Wanted
from tracking.gate import WAIT, can_be_cleared
from tracking.models import SafetyScreen
from tracking.now import Now, now_of
from tracking.safety import FULL, SHORT, Gate

Kind = SafetyScreen.Kind
SHORT_IS_ENOUGH = (Gate.DUE, Gate.OPEN)


@dataclass(frozen=True)
class Asked:
    """The kind of a screen, and the lock that its answers have to lift.

    `earlier` is the screen that this form has made before.
    """

    kind: SafetyScreen.Kind
    lock: SafetyScreen | None = None
    earlier: SafetyScreen | None = None
    is_first: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        return SHORT if self.is_short else FULL

    @property
    def is_short(self) -> bool:
        return self.kind == Kind.SHORT

    @property
    def can_clear(self) -> bool:
        return self.lock is not None and can_be_cleared(self.lock)

    @property
    def opens_at(self) -> dt.datetime | None:
        """From then on the member can say who checked them."""
        return self.lock.asked_at + WAIT if self.lock else None


def asked_now(member: Member, sent: Mapping[str, str], *, wants_all: bool) -> Asked:
    """A form says which kind it is, so that the day's turn loses no answer. 1 query."""
    earlier = Wanted(screens_sent(member, sent.get("entry", "")))
    here = now_of(member, timezone.localdate(), earlier)
    if earlier.first:
        return Asked(Kind(earlier.first.kind), earlier=earlier.first)
    latest = here.screens.latest
    lock = latest if here.gate is Gate.LOCKED else None
    kind = kind_of(here, sent.get("kind", ""), wants_all)
    return Asked(kind, lock, is_first=latest is None)


def kind_of(here: Now, said: str, wants_all: bool) -> SafetyScreen.Kind:
    if here.gate not in SHORT_IS_ENOUGH:
        return Kind.FULL
    if said in Kind.values:
        return Kind(said)
    is_short = here.gate is Gate.DUE and not wants_all
    return Kind.SHORT if is_short else Kind.FULL


def screens_sent(member: Member, entry: str) -> QuerySet[SafetyScreen]:
    """The one that this form has made before; else none."""
    try:
        number = uuid.UUID(entry)
    except ValueError:
        number = uuid.UUID(int=0)  # no screen has it
    return SafetyScreen.objects.for_member(member).filter(pk=number)

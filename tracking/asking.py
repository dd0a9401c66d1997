"""Which safety screen a member is asked now, or was asked when a form comes again."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from portal.accounts.models import Member
from tracking.gate import WAIT, Standing, can_be_cleared, standing
from tracking.models import SafetyScreen
from tracking.safety import FULL, SHORT, Gate

Kind = SafetyScreen.Kind
SHORT_IS_ENOUGH = (Gate.DUE, Gate.OPEN)


@dataclass(frozen=True)
class Asked:
    """The kind of a screen, and the lock that its answers have to lift."""

    kind: SafetyScreen.Kind
    lock: SafetyScreen | None = None

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
    """A form says which kind it is, so that the day's turn loses no answer."""
    earlier = screen_sent(member, sent.get("entry", ""))
    if earlier:
        return Asked(Kind(earlier.kind))
    here = standing(member)
    return Asked(kind_of(here, sent.get("kind", ""), wants_all), here.lock)


def kind_of(here: Standing, said: str, wants_all: bool) -> SafetyScreen.Kind:
    if here.gate not in SHORT_IS_ENOUGH:
        return Kind.FULL
    if said in Kind.values:
        return Kind(said)
    is_short = here.gate is Gate.DUE and not wants_all
    return Kind.SHORT if is_short else Kind.FULL


def screen_sent(member: Member, entry: str) -> SafetyScreen | None:
    """The screen that this form has made before."""
    try:
        number = uuid.UUID(entry)
    except ValueError:
        return None
    return SafetyScreen.objects.for_member(member).filter(pk=number).first()

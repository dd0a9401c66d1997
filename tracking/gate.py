"""What the safety screens allow a member now, and the pages that this shuts."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, cast

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from portal.accounts.http import MemberRequest
from portal.accounts.models import Member
from tracking.due import Felt, felt_around, is_due
from tracking.models import SafetyScreen
from tracking.safety import Gate, left_out

WAIT = dt.timedelta(minutes=60)


class GateShut(Exception):  # noqa: N818  # a state of the member, not a fault
    """The safety screen does not allow this now."""


@dataclass(frozen=True)
class Standing:
    """The latest screen of a member, and what it allows now."""

    gate: Gate
    latest: SafetyScreen | None

    @property
    def lock(self) -> SafetyScreen | None:
        return self.latest if self.gate is Gate.LOCKED else None


def latest_screen(member: Member) -> SafetyScreen | None:
    return SafetyScreen.objects.for_member(member).with_stops().first()


def standing(member: Member) -> Standing:
    latest = latest_screen(member)
    return Standing(gate_after(member, latest), latest)


def gate_after(member: Member, latest: SafetyScreen | None) -> Gate:
    if latest is None or latest.is_locked:
        return gate_from(latest, [])
    return gate_from(latest, felt_around(member, latest.asked_at))


def gate_from(latest: SafetyScreen | None, felt: Sequence[Felt]) -> Gate:
    """From values already fetched."""
    if latest is None:
        return Gate.UNANSWERED
    if latest.is_locked:
        return Gate.LOCKED
    due = latest.stopped_since or is_due(latest.asked_at, felt, timezone.now())
    return Gate.DUE if due else Gate.OPEN


@dataclass(frozen=True)
class Screens:
    """The latest screen, and the latest that asked everything."""

    latest: SafetyScreen | None = None
    full: SafetyScreen | None = None

    @classmethod
    def among(cls, rows: Sequence[SafetyScreen]) -> "Screens":
        """From rows with the newest first."""
        full = (row for row in rows if row.kind == SafetyScreen.Kind.FULL)
        return cls(next(iter(rows), None), next(full, None))

    @property
    def left_out(self) -> set[str]:
        """The slugs of exercises that the answers leave out."""
        if self.full is None:
            return set()
        return left_out(self.full.precautions, self.full.plain_answers)


def screens_that_count(member: Member) -> QuerySet[SafetyScreen]:
    """The 2 that `Screens` holds, or 1 that is both."""
    mine = SafetyScreen.objects.for_member(member)
    full = mine.filter(kind=SafetyScreen.Kind.FULL)
    wanted = Q(pk__in=mine.values("pk")[:1]) | Q(pk__in=full.values("pk")[:1])
    return mine.with_stops().filter(wanted)


def screens_of(member: Member) -> Screens:
    """Both in 1 query."""
    return Screens.among(list(screens_that_count(member)))


def gate_for(member: Member) -> Gate:
    return standing(member).gate


def can_be_cleared(lock: SafetyScreen) -> bool:
    """By the member: in a later visit, not while still reading what to do."""
    return timezone.now() - lock.asked_at >= WAIT


def left_out_for(member: Member) -> set[str]:
    """The slugs of exercises that the latest full screen leaves out."""
    full = SafetyScreen.objects.for_member(member).filter(kind=SafetyScreen.Kind.FULL)
    screen = full.first()
    return left_out(screen.precautions, screen.plain_answers) if screen else set()


def hold(member: Member) -> None:
    """Until the transaction ends, nobody else changes what this member may do."""
    Member.objects.select_for_update().only("pk").get(pk=member.pk)


def is_locked(member: Member) -> bool:
    """Costs one query: what was felt since the screen does not matter here."""
    latest = latest_screen(member)
    return latest is not None and latest.is_locked


def unless_locked[**Args](
    view: Callable[Concatenate[MemberRequest, Args], HttpResponse],
) -> Callable[Concatenate[MemberRequest, Args], HttpResponse]:
    @wraps(view)
    def guarded(
        request: MemberRequest, *args: Args.args, **kwargs: Args.kwargs
    ) -> HttpResponse:
        if is_locked(request.user):
            return redirect("tracking:safety")
        return view(request, *args, **kwargs)

    return cast("Callable[Concatenate[MemberRequest, Args], HttpResponse]", guarded)

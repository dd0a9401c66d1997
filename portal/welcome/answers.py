"""What a member has answered on the way in, read from what is saved."""

import datetime as dt
from collections.abc import Sequence
from functools import cached_property

from django.db.models import QuerySet
from django.utils import timezone

from exercises.models import Program, Track
from portal.accounts.forms import TERMS_VERSION
from portal.accounts.models import Consent, Member
from portal.plans.joining import programs_open_to
from tracking.direction import track_from
from tracking.gate import latest_screen
from tracking.models import (
    ActivityGoal,
    DirectionTrial,
    Intake,
    SafetyScreen,
    SymptomReport,
    WeekPlan,
)

FRESH_DAYS = 7  # where it hurts is asked anew when the last answer is older
Direction = Intake.Direction
TRACKS = {
    Direction.BACKWARD: Track.EXTENSION,
    Direction.FORWARD: Track.FLEXION,
    Direction.NEITHER: Track.NO_DIRECTION,
    Direction.NOT_SURE: Track.NO_DIRECTION,
}


class Answers:
    """Each part is read once, when a page first asks for it."""

    def __init__(self, member: Member) -> None:
        self.member, self.day = member, timezone.localdate()

    @cached_property
    def agrees(self) -> bool:
        given = Consent.objects.for_member(self.member)
        kind = Consent.Kind.HEALTH
        return given.filter(kind=kind, version=TERMS_VERSION).exists()

    @cached_property
    def screen(self) -> SafetyScreen | None:
        return latest_screen(self.member)

    @cached_property
    def is_safe(self) -> bool:
        return self.screen is not None and not self.screen.is_locked

    @cached_property
    def report(self) -> SymptomReport | None:
        """The last check-in of these days."""
        first = self.day - dt.timedelta(days=FRESH_DAYS - 1)
        mine = SymptomReport.objects.for_member(self.member)
        return mine.filter(session=None, reported_on__gte=first).first()

    @cached_property
    def intake(self) -> Intake:
        mine = Intake.objects.for_member(self.member).first()
        return mine or Intake(member=self.member)

    @cached_property
    def trials(self) -> Sequence[DirectionTrial]:
        return list(DirectionTrial.objects.for_member(self.member))

    @cached_property
    def tried_track(self) -> Track | None:
        return track_from(self.trials)

    @cached_property
    def track(self) -> Track | None:
        if self.intake.direction == Direction.TRIED:
            return self.tried_track
        chosen = self.intake.direction
        return TRACKS[Direction(chosen)] if chosen else None

    @cached_property
    def goals(self) -> Sequence[ActivityGoal]:
        return list(ActivityGoal.objects.for_member(self.member).running())

    @cached_property
    def week(self) -> WeekPlan | None:
        return WeekPlan.objects.for_member(self.member).first()

    @property
    def programs(self) -> QuerySet[Program]:
        """Those that this member's coverage opens, and that have a first phase."""
        opened = programs_open_to(self.member, self.day)
        return opened.filter(phases__isnull=False).distinct()

    @cached_property
    def program(self) -> Program | None:
        chosen = self.intake.program_id
        return self.programs.filter(pk=chosen).first() if chosen else None

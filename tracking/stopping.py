"""Stopping an exercise that hurts more, and what is left out of later sessions for it."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from exercises.models import Exercise
from portal.accounts.models import Member
from tracking.models import ExerciseLog, StopEvent, SymptomReport
from tracking.revising import note_progress
from tracking.stop_rules import (
    DURATIONS,
    SKIP_DIRECTION,
    Event,
    Light,
    Reach,
    Reading,
    after_rest,
    is_further_down,
    light,
)

GO_ON = (StopEvent.Event.RED, StopEvent.Event.MORE)


def event_of(signs: Collection[str], start: Reading, now: Reading) -> StopEvent.Event:
    """The one that asks for most. Further down outranks the number, and a stab."""
    for sign in (Event.SAFETY, Event.NEURO):
        if sign in signs:
            return StopEvent.Event(sign)
    if is_further_down(start.reach, now.reach):
        return StopEvent.Event.FURTHER_DOWN
    if Event.SHARP in signs:
        return StopEvent.Event.SHARP
    if light(start, now) is Light.RED:
        return StopEvent.Event.RED
    return StopEvent.Event.MORE


def start_of(log: ExerciseLog, now: Reading) -> Reading:
    """How it was before the session; without a report of that, as it is now."""
    before = SymptomReport.objects.kept().filter(
        session=log.session_id, moment=SymptomReport.Moment.BEFORE
    )
    report = before.first()
    if report is None:
        return now
    return Reading(max(report.back, report.leg), Reach(report.left, report.right))


@transaction.atomic
def leave_exercise(log: ExerciseLog) -> None:
    """What was done of it stays noted; the session goes on elsewhere."""
    note_progress(log.session_id)
    log.skip(ExerciseLog.SkipReason.HURT)
    log.save(update_fields=("state", "skip_reason", "moved_on"))


def rests_until(event: str, at: dt.datetime) -> dt.datetime | None:
    if event == Event.REPEATS:
        return at + SKIP_DIRECTION
    rests = DURATIONS.get(Event(event)) if event in set(Event) else None
    return at + rests if rests else None


@transaction.atomic
def look_after_rest(stop: StopEvent, after: Reach) -> None:
    """What the rest showed. Looking a second time changes nothing."""
    earlier = StopEvent.objects.for_member(stop.log.session.member).still_down(stop.log)
    event = after_rest(stop.before.reach, after, earlier_sessions=earlier.count())
    now = timezone.now()
    waiting = StopEvent.objects.filter(event=Event.FURTHER_DOWN, checked_at=None)
    waiting.filter(pk=stop.pk).update(
        event=event,
        checked_at=now,
        until=rests_until(event, now),
        left_after=after.left,
        right_after=after.right,
    )


def give_back(stop: StopEvent) -> None:
    """An exercise that was taken out, once a clinician says so."""
    StopEvent.objects.for_member(stop.log.session.member).filter(
        event=Event.REPEATS, lifted_at=None, log__exercise=stop.log.exercise_id
    ).update(lifted_at=timezone.now())


@dataclass(frozen=True)
class HeldBack:
    """What the stop rules leave out now: some exercises, and some directions."""

    stops: tuple[StopEvent, ...]
    exercises: frozenset[int]
    directions: frozenset[str]

    def holds(self, exercise: Exercise) -> bool:
        return exercise.pk in self.exercises or exercise.direction in self.directions


def stops_that_hold(member: Member, now: dt.datetime) -> QuerySet[StopEvent]:
    return (
        StopEvent.objects.for_member(member)
        .holding(now)
        .select_related("log__exercise")
    )


def held_back(member: Member, now: dt.datetime) -> HeldBack:
    """1 query."""
    return held_by(stops_that_hold(member, now), now)


def held_by(stops: Iterable[StopEvent], now: dt.datetime) -> HeldBack:
    """An exercise that bends neither way holds back only itself."""
    stops = tuple(stops)
    return HeldBack(
        stops,
        frozenset(stop.log.exercise_id for stop in stops),
        frozenset(
            stop.log.exercise.direction
            for stop in stops
            if holds_direction(stop, now)
            and stop.log.exercise.direction != Exercise.Direction.NEUTRAL
        ),
    )


def holds_direction(stop: StopEvent, now: dt.datetime) -> bool:
    """For a day; a taken out exercise stays out alone after that."""
    if stop.event == Event.FURTHER_DOWN:
        return True
    return stop.until is not None and stop.until > now

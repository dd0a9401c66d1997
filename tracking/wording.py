"""Doses and what came of them, in words: "2 sets of 8, hold 5 seconds"."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from exercises.dose_words import in_sets
from exercises.models import Dose
from tracking.models import ExerciseLog, SymptomReport


def start_words(dose: ExerciseLog | Dose, sides: int) -> str:
    """The low end of a dose, as one session asks for it."""
    hold = ngettext("hold %(n)s second", "hold %(n)s seconds", dose.hold_seconds or 0)
    parts = [
        in_sets(dose.minutes, dose.sets, dose.reps),
        hold % {"n": dose.hold_seconds} if dose.hold_seconds else "",
        _("each side") if sides > 1 else "",
    ]
    return ", ".join(part for part in parts if part)


def done_words(log: ExerciseLog) -> str:
    if log.state == log.State.SKIPPED and log.skip_reason:
        return _("skipped: %(why)s") % {"why": log.get_skip_reason_display().lower()}
    if log.state in (log.State.SKIPPED, log.State.TO_DO):
        return _("not done")
    sets = ngettext(
        "%(n)s of %(all)s set done", "%(n)s of %(all)s sets done", log.sets
    ) % {"n": log.sets_done, "all": log.sets}
    return ", ".join([sets, *other_amounts(log)])


def other_amounts(log: ExerciseLog) -> Iterator[str]:
    """Where more or less than the dose was done."""
    done = log.reps_done
    if done is not None and done != (log.reps or 0):
        words = ngettext("%(n)s repeat each", "%(n)s repeats each", done)
        yield words % {"n": done}
    done = log.hold_seconds_done
    if done is not None and done != (log.hold_seconds or 0):
        words = ngettext("held for %(n)s second", "held for %(n)s seconds", done)
        yield words % {"n": done}
    done = log.minutes_done
    if done is not None and done != (log.minutes or 0):
        yield ngettext("%(n)s minute", "%(n)s minutes", done) % {"n": done}


def response_words(log: ExerciseLog) -> str:
    """What the member said of it, if anything: "Hard. Leg pain: less. Moved up." """
    leg = _("Leg pain: %(how)s") % {"how": log.get_leg_response_display().lower()}
    parts = [
        log.get_rating_display(),
        leg if log.leg_response else "",
        log.get_reach_response_display(),
    ]
    return " ".join(f"{part}." for part in parts if part)


def change_words(before: SymptomReport, after: SymptomReport) -> str:
    """The leg first: where it went, then how strong it is."""
    pain = _("Leg pain went from %(before)s to %(after)s.") % {
        "before": before.leg,
        "after": after.leg,
    }
    if before.leg == after.leg:
        pain = _("Leg pain stayed at %(leg)s.") % {"leg": after.leg}
    if after.farthest == before.farthest:
        return pain
    where = _("It moved up") if after.farthest < before.farthest else _("It moved down")
    return _("%(pain)s %(where)s: from %(before)s to %(after)s.") % {
        "pain": pain,
        "where": where,
        "before": before.place,
        "after": after.place,
    }

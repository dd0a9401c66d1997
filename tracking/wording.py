"""Doses and what came of them, in words: "2 sets of 8, hold 5 seconds"."""

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
    return ngettext(
        "%(n)s of %(all)s set done", "%(n)s of %(all)s sets done", log.sets
    ) % {"n": log.sets_done, "all": log.sets}


def response_words(log: ExerciseLog) -> str:
    """What the member said of it, if anything: "Hard. Leg pain: less. Moved up." """
    leg = _("Leg pain: %(how)s") % {"how": log.get_leg_response_display().lower()}
    parts = [
        log.get_rating_display(),
        leg if log.leg_response else "",
        log.get_reach_response_display(),
    ]
    return " ".join(f"{part}." for part in parts if part)


def told_words(log: ExerciseLog) -> str:
    """What was said beyond the sets: "1 set of 6, hold 4 seconds. Hard." """
    amount = amount_words(log)
    return " ".join(
        part for part in (f"{amount}." if amount else "", response_words(log)) if part
    )


def amount_words(log: ExerciseLog) -> str:
    """Empty where no number was noted beside the sets."""
    if log.reps_done is None and not log.hold_seconds_done and not log.minutes_done:
        return ""
    hold = log.hold_seconds_done or 0
    held = ngettext("hold %(n)s second", "hold %(n)s seconds", hold) % {"n": hold}
    amount = in_sets(log.minutes_done, log.sets_done, log.reps_done)
    return ", ".join(part for part in (amount, held if hold else "") if part)


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

"""What a direction trial showed, in words: what moved, and never why."""

from django.utils.translation import gettext as _

from exercises.models import Track
from tracking.direction import Change, Moment, Movement, Result, change, found, reading
from tracking.models import DirectionTrial


def tried_choice(track: Track | None, movement: Movement | None) -> str:
    """The last choice of the direction page; nothing when there is nothing to try."""
    if track is not None:
        return _("As it was when I tried it: %(track)s") % {
            "track": track.label.lower()
        }
    if movement is Movement.BACKWARD:
        return _("I want to try it now: 5 gentle back bends, 15 minutes in all")
    if movement is Movement.FORWARD:
        return _("I want to try it now: one knee to the chest, 15 minutes in all")
    return ""


def result_words(trial: DirectionTrial) -> str:
    words = {
        Result.SUITS: _("This way seems to suit your leg."),
        Result.LEAVE_IT: _("Leave this way for now. It does not mean damage."),
        Result.NO_DIFFERENCE: _("It made no lasting difference."),
        None: _("It was not finished, so it shows nothing."),
    }
    return words[found(trial)]


def moved_words(trial: DirectionTrial) -> list[str]:
    """Leg pain and place, from before to 10 minutes later."""
    before, later = reading(trial, Moment.BEFORE), reading(trial, Moment.LATER)
    if before is None or later is None:
        return []
    scores = {"before": before.leg, "later": later.leg}
    pain = _("Leg pain went from %(before)s to %(later)s.") % scores
    if before.leg == later.leg:
        pain = _("Leg pain stayed at %(later)s.") % scores
    where = _("It reached as far as before.")
    if before.place != later.place:
        is_up = later.place < before.place
        where = _("It moved up.") if is_up else _("It moved down.")
    return [pain, where]


def worse_at_once(trial: DirectionTrial) -> bool:
    before, after = reading(trial, Moment.BEFORE), reading(trial, Moment.AFTER)
    return bool(before and after and change(before, after) is Change.WORSE)

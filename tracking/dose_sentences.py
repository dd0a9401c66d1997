"""Why a dose changed, in a sentence, from the values that were kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from exercises.dose_words import in_sets
from tracking.models import DoseChange

Rule = DoseChange.Rule

WHY = {
    Rule.EASY: gettext_lazy(
        "You rated it easy 3 times, and your symptoms did not move down."
    ),
    Rule.PAINFUL: gettext_lazy("You rated it painful. That does not mean damage."),
    Rule.MOVED_DOWN: gettext_lazy(
        "It moved down your leg after it. That does not mean damage."
    ),
    Rule.STOPPED: gettext_lazy("You stopped it because it hurt more."),
    Rule.LEG_MORE: gettext_lazy("Your leg hurt more after it, 2 times."),
    Rule.HARD: gettext_lazy("You rated it hard 2 times."),
    Rule.LEG_PAIN: gettext_lazy(
        "Your leg hurt 2 or more above your usual on 2 days. So it goes back 1 level "
        "for 3 days. Then you build up again."
    ),
    Rule.FURTHER_DOWN: gettext_lazy(
        "You felt it farther down than usual on 2 days. So it goes back 1 level for "
        "3 days. Then you build up again."
    ),
    Rule.MORNING: gettext_lazy(
        "It was more than 2 points worse the morning after. So it goes back 1 level "
        "for 3 days. Then you build up again."
    ),
}


@dataclass(frozen=True)
class Told:
    """A change, ready for a page."""

    change: DoseChange
    before: str
    after: str
    why: str

    @property
    def sentence(self) -> str:
        return _("%(exercise)s: %(before)s to %(after)s.") % {
            "exercise": self.change.title,
            "before": self.before,
            "after": self.after,
        }


def tell(change: DoseChange) -> Told:
    return Told(
        change,
        amount(change.amounts, change.field),
        amount(change.amounts_after, change.field),
        str(WHY[Rule(change.rule)]),
    )


def amount(amounts: Mapping[str, int], field: str) -> str:
    """2 sets of 8; a hold only where it is the hold that changes."""
    words = in_sets(amounts.get("minutes"), amounts.get("sets"), amounts.get("reps"))
    if field != DoseChange.Field.HOLD:
        return words
    seconds = amounts.get("hold_seconds", 0)
    hold = ngettext("a hold of %(n)s second", "a hold of %(n)s seconds", seconds)
    return hold % {"n": seconds}

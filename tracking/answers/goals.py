"""How do my activities go?"""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracking.progress.goals import Gain, Goals

VERDICTS = {
    Gain.BETTER: gettext_lazy("That is a change you would likely notice."),
    Gain.SAME: gettext_lazy(
        "Less than %(needed)s points up or down is too small to call a change."
    ),
    Gain.WORSE: gettext_lazy("That is lower. If it goes on, talk with a clinician."),
}


def tenth(value: float) -> str:
    return number_format(round(value, 1), decimal_pos=1 if round(value, 1) % 1 else 0)


def goals_answer(goals: Goals) -> str:
    if goals.gain is Gain.TOO_EARLY:
        return _("Score your activities again in a week, and the change appears here.")
    numbers = {
        "start": tenth(goals.start),
        "now": tenth(goals.now),
        "needed": goals.needed,
        "n": len(goals.compared),
    }
    if len(goals.compared) == 1:
        moved = _("Your activity went from %(start)s to %(now)s.")
    else:
        moved = _("Your %(n)s activities went from %(start)s to %(now)s on average.")
    return f"{moved % numbers} {str(VERDICTS[goals.gain]) % numbers}"

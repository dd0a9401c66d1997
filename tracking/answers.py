"""Sentences from the same numbers as the charts, never rosier than they are."""

from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tracking.progress import ENOUGH_DAYS, Change, LegPain

HEADINGS = {
    Change.TOO_EARLY: gettext_lazy("Your first days"),
    Change.NO_RECENT: gettext_lazy("No notes this week yet"),
    Change.SAME: gettext_lazy("Leg pain is about the same"),
}
SENTENCES = {
    Change.BETTER: gettext_lazy(
        "Yes. Your leg pain was %(start)s when you started. This week it is %(now)s. "
        "A drop of 2 or more is a change you would likely notice."
    ),
    Change.SAME: gettext_lazy(
        "Not clearly. Your leg pain was %(start)s when you started. This week it is "
        "%(now)s. Less than 2 points is too small to call a change."
    ),
    Change.WORSE: gettext_lazy(
        "Not right now. Your leg pain was %(start)s when you started. This week it is "
        "%(now)s. If that goes on, talk with a clinician."
    ),
    Change.NO_RECENT: gettext_lazy(
        "Your leg pain was %(start)s when you started. There are not enough notes "
        "from the last 7 days to say how it is now."
    ),
}


@dataclass(frozen=True)
class Answer:
    heading: str
    sentence: str
    change: Change


def points(value: float | None) -> str:
    """A score in words: 3, or 3.5 where the middle falls between."""
    if value is None:
        return ""
    return number_format(value, decimal_pos=None if value % 1 else 0)


def too_early(pain: LegPain) -> str:
    left = max(1, ENOUGH_DAYS - sum(day.leg is not None for day in pain.days))
    return ngettext(
        "Note how you feel on %(n)s more day, and a chart appears here.",
        "Note how you feel on %(n)s more days, and a chart appears here.",
        left,
    ) % {"n": left}


def heading(pain: LegPain) -> str:
    if pain.change in HEADINGS:
        return str(HEADINGS[pain.change])
    how = _("down") if pain.change is Change.BETTER else _("up")
    return _("Leg pain is %(how)s %(points)s points") % {
        "how": how,
        "points": points(pain.points),
    }


def leg_answer(pain: LegPain) -> Answer:
    if pain.change is Change.TOO_EARLY:
        return Answer(heading(pain), too_early(pain), pain.change)
    numbers = {"start": points(pain.start), "now": points(pain.now)}
    return Answer(heading(pain), SENTENCES[pain.change] % numbers, pain.change)

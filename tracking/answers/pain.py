"""Am I getting better?"""

from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tracking.progress import ENOUGH_DAYS, Change, Pain

HEADINGS = {
    Change.TOO_EARLY: gettext_lazy("Your first days"),
    Change.FIRST_WEEK: gettext_lazy("Your first week"),
    Change.NO_RECENT: gettext_lazy("No notes this week yet"),
    Change.NO_PAIN: gettext_lazy("No leg pain this week"),
    Change.SAME: gettext_lazy("Leg pain is about the same"),
}
LEG = {
    Change.FIRST_WEEK: gettext_lazy(
        "Too early to say. In your first days your leg pain is %(now)s. After 7 days "
        "you see here whether it changes."
    ),
    Change.BETTER: gettext_lazy(
        "Yes. Your leg pain was %(start)s when you started. This week it is %(now)s. "
        "A drop of %(needed)s or more is a change you would likely notice."
    ),
    Change.SAME: gettext_lazy(
        "Not clearly. Your leg pain was %(start)s when you started. This week it is "
        "%(now)s. A step of less than %(needed)s is too small to call a change."
    ),
    Change.WORSE: gettext_lazy(
        "Not right now. Your leg pain was %(start)s when you started. This week it is "
        "%(now)s. If that goes on, talk with a clinician."
    ),
    Change.NO_PAIN: gettext_lazy(
        "You had no leg pain when you started, and you have none this week."
    ),
    Change.NO_RECENT: gettext_lazy(
        "Your leg pain was %(start)s when you started. There are not enough notes "
        "from the last 7 days to say how it is now."
    ),
}
BACK = {
    Change.FIRST_WEEK: gettext_lazy("Your back pain is %(now)s in these days."),
    Change.BETTER: gettext_lazy(
        "Your back pain was %(start)s and is %(now)s this week. That is a change you "
        "would likely notice."
    ),
    Change.SAME: gettext_lazy(
        "Your back pain was %(start)s and is %(now)s this week. That is not a clear "
        "change."
    ),
    Change.WORSE: gettext_lazy(
        "Your back pain was %(start)s and is %(now)s this week. A back may ache more "
        "for a while. If that goes on, talk with a clinician."
    ),
    Change.NO_PAIN: gettext_lazy(
        "You had no back pain when you started, and you have none this week."
    ),
    Change.NO_RECENT: gettext_lazy(
        "Your back pain was %(start)s when you started. This week has too few notes."
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


def too_early(pain: Pain) -> str:
    left = max(1, ENOUGH_DAYS - pain.noted)
    return ngettext(
        "Note how you feel on %(n)s more day, and a chart appears here.",
        "Note how you feel on %(n)s more days, and a chart appears here.",
        left,
    ) % {"n": left}


def heading(pain: Pain) -> str:
    if pain.change in HEADINGS:
        return str(HEADINGS[pain.change])
    how = _("down") if pain.change is Change.BETTER else _("up")
    return _("Leg pain is %(how)s %(points)s points") % {
        "how": how,
        "points": points(pain.points),
    }


def numbers(pain: Pain) -> dict[str, str]:
    return {
        "start": points(pain.start),
        "now": points(pain.now),
        "needed": points(pain.needed),
    }


def leg_answer(pain: Pain) -> Answer:
    if pain.change is Change.TOO_EARLY:
        return Answer(heading(pain), too_early(pain), pain.change)
    return Answer(heading(pain), LEG[pain.change] % numbers(pain), pain.change)


def back_answer(pain: Pain) -> str:
    """Nothing before there are enough days: the leg's answer says that already."""
    if pain.change is Change.TOO_EARLY:
        return ""
    return BACK[pain.change] % numbers(pain)

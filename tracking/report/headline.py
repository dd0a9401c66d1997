"""The report in 3 sentences: pain, how far down it reaches, warnings."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tracking.answers import points
from tracking.answers.reach import place
from tracking.progress import Change, Move, Pain, Side
from tracking.questions import Questions
from tracking.report.flags import Flags

LEG = {
    Change.TOO_EARLY: gettext_lazy("Too few days are noted to compare leg pain."),
    Change.FIRST_WEEK: gettext_lazy(
        "This is the first week: leg pain is %(now)s, with nothing to compare yet."
    ),
    Change.NO_RECENT: gettext_lazy(
        "Leg pain was %(start)s at the start; the last 7 days have too few notes."
    ),
    Change.NO_PAIN: gettext_lazy("There was no leg pain at the start, and none now."),
    Change.BETTER: gettext_lazy(
        "Leg pain is down %(points)s, from %(start)s to %(now)s: a change people "
        "likely notice."
    ),
    Change.SAME: gettext_lazy(
        "Leg pain has not clearly changed: %(start)s at the start, %(now)s now."
    ),
    Change.WORSE: gettext_lazy("Leg pain is up %(points)s, from %(start)s to %(now)s."),
}
SIDES = {
    "left": gettext_lazy(
        "Left side: %(start)s at the start, %(now)s in the last 7 days."
    ),
    "right": gettext_lazy(
        "Right side: %(start)s at the start, %(now)s in the last 7 days."
    ),
}
UNTOLD = (Move.NONE, Move.TOO_EARLY)


def leg_words(pain: Pain) -> str:
    return str(LEG[pain.change]) % {
        "start": points(pain.start),
        "now": points(pain.now),
        "points": points(pain.points),
    }


def side_words(name: str, side: Side) -> str:
    return str(SIDES[name]) % {
        "start": place(side.first.farthest),
        "now": place(side.last.farthest),
    }


def reach_words(asked: Questions) -> Iterator[str]:
    """Each side that was felt below the back; in the first week there is no then."""
    if asked.moving is None or asked.moving.is_young:
        return
    sides = {"left": asked.moving.reach.left, "right": asked.moving.reach.right}
    yield from (
        side_words(name, side)
        for name, side in sides.items()
        if side.move not in UNTOLD
    )


def flag_words(flags: Flags) -> str:
    n = len(flags.flags)
    if not n:
        return _("No safety flag and no stop.")
    return ngettext(
        "%(n)s safety flag or stop, below.", "%(n)s safety flags or stops, below.", n
    ) % {"n": n}


def headline(asked: Questions, *, has_change: bool, flags: Flags | None) -> str:
    """Nothing of what the member left out."""
    told: list[str] = []
    if has_change:
        told += [leg_words(asked.better.leg.pain), *reach_words(asked)]
    if flags:
        told.append(flag_words(flags))
    return " ".join(told)

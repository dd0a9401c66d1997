"""Did I keep to it?"""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracking.progress.kept import KeptWeek, last_full_weeks


def this_week(weeks: Sequence[KeptWeek]) -> str:
    done = weeks[-1].done
    return ngettext(
        "This week: %(n)s day so far.", "This week: %(n)s days so far.", done
    ) % {"n": done}


def kept_answer(weeks: Sequence[KeptWeek]) -> str:
    """Of the last 4 full weeks in which something was planned."""
    full = last_full_weeks(weeks)
    if not full and len(weeks) > 1:
        return _("No days were planned in these weeks. %(week)s") % {
            "week": this_week(weeks)
        }
    if not full:
        return _("Your first full week is still to come. %(week)s") % {
            "week": this_week(weeks)
        }
    numbers = {
        "done": sum(week.counted for week in full),
        "planned": sum(week.planned for week in full),
        "n": len(full),
    }
    counted = ngettext(
        "You exercised on %(done)s of %(planned)s planned days in the last full week.",
        "You exercised on %(done)s of %(planned)s planned days in the last %(n)s full "
        "weeks.",
        len(full),
    )
    is_short = numbers["done"] < numbers["planned"]
    end = next_words(is_short=is_short, is_paused=weeks[-1].is_paused_now)
    return " ".join(filter(None, [counted % numbers, this_week(weeks), end]))


def next_words(*, is_short: bool, is_paused: bool) -> str:
    """Nobody whose exercises are paused hears to carry on."""
    if is_paused:
        return _("Your exercises are paused for now.")
    return _("Missed days are fine: carry on from today.") if is_short else ""


def week_words(week: KeptWeek) -> str:
    """4 of 5; the running week says how many so far."""
    if week.is_running:
        return _("%(n)s so far") % {"n": week.done}
    if not week.planned:
        return _("none planned") if not week.done else str(week.done)
    return _("%(done)s of %(planned)s") % {
        "done": week.counted,
        "planned": week.planned,
    }

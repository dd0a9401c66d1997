"""What happens after each exercise?"""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracking.progress.responses import ENOUGH_ANSWERS, Counts, Response, is_enough

LEG = gettext_lazy(
    "%(title)s: your leg hurt less %(better)s of %(n)s times, the same %(same)s and "
    "more %(worse)s."
)
REACH = gettext_lazy(
    "%(title)s: it moved up the leg %(better)s of %(n)s times, stayed %(same)s and "
    "moved down %(worse)s."
)
MORE_OFTEN_MORE = gettext_lazy("More pain more often than less: %(titles)s.")
MORE_OFTEN_DOWN = gettext_lazy("Down the leg more often than up: %(titles)s.")
NOT_THE_CAUSE = gettext_lazy(
    "These are your own answers. They show what happened after, not the cause."
)


def told(words: object, title: str, counts: Counts) -> str:
    better, same, worse = counts
    return str(words) % {
        "title": title,
        "better": better,
        "same": same,
        "worse": worse,
        "n": sum(counts),
    }


def leg_or_reach(response: Response) -> str:
    """The leg where it has enough answers, else how far down it went."""
    if is_enough(response.leg):
        return told(LEG, response.title, response.leg)
    return told(REACH, response.title, response.reach)


def named(words: object, titles: Sequence[str]) -> str:
    return str(words) % {"titles": ", ".join(titles)} if titles else ""


def worse_than_better(responses: Sequence[Response]) -> list[str]:
    """Which exercises had more answers that say worse than better."""
    leg = [r.title for r in responses if is_enough(r.leg) and r.leg[2] > r.leg[0]]
    reach = [
        r.title for r in responses if is_enough(r.reach) and r.reach[2] > r.reach[0]
    ]
    return [named(MORE_OFTEN_MORE, leg), named(MORE_OFTEN_DOWN, reach)]


def response_answer(responses: Sequence[Response]) -> str:
    """The exercise answered most, and those that went worse more often than better."""
    enough = [r for r in responses if is_enough(r.leg) or is_enough(r.reach)]
    if not responses:
        return _(
            "Say after an exercise how your leg feels, and the counts appear here."
        )
    if not enough:
        return _(
            "Not enough answers to say yet. From %(n)s answers about an exercise on, "
            "its counts appear here."
        ) % {"n": ENOUGH_ANSWERS}
    parts = [leg_or_reach(enough[0]), *worse_than_better(enough), str(NOT_THE_CAUSE)]
    return " ".join(filter(None, parts))

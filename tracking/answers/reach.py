"""Is it moving out of my leg?"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracking.farthest_point import FarthestPoint
from tracking.progress import Move, Reach, Side

SIDES = {
    "left": gettext_lazy("On the left"),
    "right": gettext_lazy("On the right"),
}
WAS_AND_IS = {
    Move.UP: gettext_lazy(
        "%(side)s, it reached your %(first)s at the start. In the last 7 days it "
        "reached your %(last)s at most."
    ),
    Move.MIXED: gettext_lazy(
        "%(side)s, it reached your %(first)s at the start. In the last 7 days it "
        "reached your %(last)s at most, but it was below the knee more often."
    ),
    Move.SAME: gettext_lazy(
        "%(side)s, it reached your %(last)s at the start, and it did in the last 7 "
        "days."
    ),
    Move.DOWN: gettext_lazy(
        "%(side)s, it reached your %(first)s at most at the start. In the last 7 days "
        "it reached your %(last)s."
    ),
}
FROM_NOWHERE = gettext_lazy(
    "%(side)s, there was nothing at the start. In the last 7 days it reached your "
    "%(last)s."
)
TO_NOWHERE = gettext_lazy(
    "%(side)s, it reached your %(first)s at the start. In the last 7 days there was "
    "nothing."
)
HEADS = {
    Move.UP: gettext_lazy("Yes."),
    Move.SAME: gettext_lazy("Not clearly."),
    Move.MIXED: gettext_lazy("Not clearly."),
    Move.DOWN: gettext_lazy("Not right now."),
}
NO_DAMAGE = gettext_lazy("Farther down does not mean damage.")
WORST_FIRST = (Move.DOWN, Move.MIXED, Move.SAME, Move.UP)


def place(number: int) -> str:
    return str(FarthestPoint(number).label)


def below_the_knee(side: Side) -> str:
    """Counts of the two weeks; nothing when it never was below the knee."""
    first, last = side.first, side.last
    if not (first.below or last.below):
        return ""
    return _(
        "Days below the knee: %(below)s of %(noted)s at the start, %(now)s of %(of)s "
        "in the last 7 days."
    ) % {
        "below": first.below,
        "noted": first.noted,
        "now": last.below,
        "of": last.noted,
    }


def sentence_of(side: Side) -> str:
    if side.last.farthest == FarthestPoint.NONE:
        return str(TO_NOWHERE)
    if side.first.farthest == FarthestPoint.NONE:
        return str(FROM_NOWHERE)
    return str(WAS_AND_IS[side.move])


def side_answer(name: str, side: Side) -> str:
    moved = sentence_of(side) % {
        "side": SIDES[name],
        "first": place(side.first.farthest),
        "last": place(side.last.farthest),
    }
    return f"{moved} {below_the_knee(side)}".rstrip()


def side_words(name: str, side: Side) -> str:
    """One side alone, for those who hear its picture."""
    if side.move is Move.TOO_EARLY:
        return _("There are too few notes to compare.")
    if side.move is Move.NONE:
        return _("%(side)s, nothing was felt below the lower back.") % {
            "side": SIDES[name]
        }
    return side_answer(name, side)


def young_answer(reach: Reach) -> str:
    """In the first week there is nothing to compare with."""
    told = [
        _("%(side)s, it reached your %(place)s at most in these days.")
        % {"side": SIDES[name], "place": place(side.last.farthest)}
        for name, side in (("left", reach.left), ("right", reach.right))
        if side.last.farthest > FarthestPoint.LOWER_BACK
    ]
    later = _("After your first 7 days you see here whether it moves.")
    return " ".join([*told, later])


def reach_answer(reach: Reach) -> str:
    """Worst side first in the verdict; each side that was felt gets its sentence."""
    sides = {"left": reach.left, "right": reach.right}
    moves = {side.move for side in sides.values()}
    if Move.TOO_EARLY in moves:
        return _(
            "There are not enough notes to compare the start with the last 7 days."
        )
    if moves == {Move.NONE}:
        return _("You felt nothing below your lower back, then or now.")
    if reach.is_young:
        return young_answer(reach)
    head = next(str(HEADS[move]) for move in WORST_FIRST if move in moves)
    told = [side_answer(n, s) for n, s in sides.items() if s.move is not Move.NONE]
    end = [str(NO_DAMAGE)] if Move.DOWN in moves or Move.MIXED in moves else []
    return " ".join([head, *told, *end])

"""Walking to the right."""

from dataclasses import replace

from exercises.figures.movement import (
    LYING,
    Arrow,
    Box,
    Movement,
    Passing,
    Words,
    gettext_noop,
)
from exercises.figures.movements.standing import FEET, HIP_HEIGHT, VIEW
from exercises.figures.plane import Point
from exercises.figures.pose import Anchor, FreeArm, PlantedLeg, Pose, ReachingArm, Spine
from exercises.figures.things import FLOOR, Disc, Rod, Wedge

WALKING = gettext_noop("Walking to the right.")
SWUNG_BACK = FreeArm(upper_arm=-132, forearm=-108)
HANGING = FreeArm(upper_arm=-90, forearm=-72)
SWUNG_AHEAD = FreeArm(upper_arm=-62, forearm=-34)
UPRIGHT = Spine(pelvis=88, lumbar=89, thorax=85, neck=76, head=86)


def stride(*, near_leads: bool) -> Pose:
    ahead = PlantedLeg(Point(246, LYING - 12), foot=14)
    behind = PlantedLeg(Point(142, LYING - 27), foot=-36)
    return Pose(
        anchor=Anchor("hip", Point(200, HIP_HEIGHT + 5)),
        spine=UPRIGHT,
        near_arm=SWUNG_BACK if near_leads else SWUNG_AHEAD,
        far_arm=SWUNG_AHEAD if near_leads else SWUNG_BACK,
        near_leg=ahead if near_leads else behind,
        far_leg=behind if near_leads else ahead,
        far_shift=Point(2, -2),
    )


def passing(*, near_swings: bool) -> Pose:
    """One leg carries the body while the other swings past it."""
    standing = PlantedLeg(Point(194, FEET), foot=-2)
    swinging = PlantedLeg(Point(180, LYING - 32), foot=-26)
    return Pose(
        anchor=Anchor("hip", Point(200, HIP_HEIGHT + 1)),
        spine=Spine(pelvis=88, lumbar=89, thorax=86, neck=77, head=86),
        near_arm=HANGING,
        far_arm=HANGING,
        near_leg=swinging if near_swings else standing,
        far_leg=standing if near_swings else swinging,
        far_shift=Point(2, -2),
    )


STRIDE, SHORT_STRIDE, UPHILL_STRIDE = 208.0, 148.0, 192.0


def tufts(
    ahead: Point, *, stride: float = STRIDE, slope: float = 0.0
) -> tuple[Passing, ...]:
    """Grass that falls behind as fast as a foot on the ground, and comes again."""
    passed = Passing(ahead, stride, slope)
    return passed, Passing(passed.place(1), stride, slope)


WALK = Movement(
    key="walk",
    words=Words(
        title=gettext_noop("Walking"),
        where=WALKING,
        start=gettext_noop(
            "Walking to the right with an upright body. One leg and the opposite arm "
            "are ahead."
        ),
        finish=gettext_noop(
            "The next step. The other leg and the other arm are ahead."
        ),
    ),
    view=VIEW,
    arrow=Arrow(Point(262, -4), Point(290, -4)),
    passing=tufts(Point(304, FLOOR)),
    cycle=True,
    frames=(
        stride(near_leads=False),
        passing(near_swings=True),
        stride(near_leads=True),
        passing(near_swings=False),
    ),
)

GRIP = Point(262, 66)


def behind_walker(*, near_leads: bool) -> Pose:
    arm = ReachingArm(GRIP, bend=-1, palm=-4)
    ahead = PlantedLeg(Point(232, LYING - 10), foot=8)
    behind = PlantedLeg(Point(158, LYING - 18), foot=-24)
    return replace(
        stride(near_leads=near_leads),
        anchor=Anchor("hip", Point(200, HIP_HEIGHT + 3)),
        spine=Spine(pelvis=84, lumbar=84, thorax=80, neck=74, head=84),
        near_arm=arm,
        far_arm=arm,
        near_leg=ahead if near_leads else behind,
        far_leg=behind if near_leads else ahead,
    )


def passing_walker(*, near_swings: bool) -> Pose:
    arm = ReachingArm(GRIP, bend=-1, palm=-4)
    return replace(
        passing(near_swings=near_swings),
        spine=Spine(pelvis=84, lumbar=84, thorax=80, neck=74, head=84),
        near_arm=arm,
        far_arm=arm,
    )


WALKER = (
    Rod((Point(254, 68), Point(272, 68), Point(276, 226))),
    Rod((Point(272, 68), Point(318, 226))),
    Rod((Point(275, 150), Point(296, 150))),
    Disc(Point(276, 229), 8, "wheel"),
    Disc(Point(318, 229), 8, "wheel"),
)

WALK_WALKER = replace(
    WALK,
    key="walk-walker",
    words=Words(
        title=gettext_noop("Walking with a walker"),
        where=WALKING,
        start=gettext_noop(
            "Walking to the right, with both hands on the handles of a walker on "
            "wheels."
        ),
        finish=gettext_noop(
            "The next step. Both hands stay on the walker, which rolls along."
        ),
    ),
    view=Box(106, -78, 240, 330),
    behind=WALKER,
    passing=tufts(Point(292, FLOOR), stride=SHORT_STRIDE),
    frames=(
        behind_walker(near_leads=False),
        passing_walker(near_swings=True),
        behind_walker(near_leads=True),
        passing_walker(near_swings=False),
    ),
)


SLOPE = 15.3


def uphill(*, near_leads: bool) -> Pose:
    ahead = PlantedLeg(Point(244, LYING - 40), foot=14)
    behind = PlantedLeg(Point(148, LYING - 27), foot=-28)
    return replace(
        stride(near_leads=near_leads),
        anchor=Anchor("hip", Point(200, HIP_HEIGHT - 4)),
        spine=Spine(pelvis=80, lumbar=80, thorax=76, neck=72, head=84),
        near_leg=ahead if near_leads else behind,
        far_leg=behind if near_leads else ahead,
    )


def passing_uphill(*, near_swings: bool) -> Pose:
    standing = PlantedLeg(Point(198, LYING - 32), foot=14)
    swinging = PlantedLeg(Point(190, LYING - 62), foot=-14)
    return replace(
        passing(near_swings=near_swings),
        anchor=Anchor("hip", Point(204, HIP_HEIGHT - 22)),
        spine=Spine(pelvis=80, lumbar=80, thorax=77, neck=72, head=84),
        near_leg=swinging if near_swings else standing,
        far_leg=standing if near_swings else swinging,
    )


WALK_HILL = replace(
    WALK,
    key="walk-hill",
    words=Words(
        title=gettext_noop("Walking up a hill"),
        where=WALKING,
        start=gettext_noop(
            "Walking up a slope to the right. The body leans a little forward and one "
            "leg is ahead."
        ),
        finish=gettext_noop("The next step up the slope. The other leg is ahead."),
    ),
    view=Box(96, -96, 230, 348),
    behind=(Wedge((Point(101, 238), Point(321, 238), Point(321, 178))),),
    passing=tufts(Point(300, 183.7), stride=UPHILL_STRIDE, slope=SLOPE),
    arrow=Arrow(Point(262, -4), Point(289, -12)),
    frames=(
        uphill(near_leads=False),
        passing_uphill(near_swings=True),
        uphill(near_leads=True),
        passing_uphill(near_swings=False),
    ),
)

MOVEMENTS = (WALK, WALK_WALKER, WALK_HILL)

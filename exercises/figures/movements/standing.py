"""On the feet. The face is to the right."""

from exercises.figures.movement import (
    LYING,
    Arrow,
    Box,
    Chair,
    Movement,
    Words,
    gettext_noop,
)
from exercises.figures.plane import Point
from exercises.figures.pose import (
    Anchor,
    FreeArm,
    HoldingArm,
    PlantedLeg,
    Pose,
    Spine,
)
from exercises.figures.skeleton import LENGTH

VIEW = Box(96, -78, 230, 330)
FEET = LYING - 8
HIP_HEIGHT = FEET - LENGTH.leg
BOTH_FEET = PlantedLeg(Point(200, FEET), foot=-2, bend=1)
LOCKED_KNEES = PlantedLeg(Point(200, FEET), foot=-2, bend=-1)


def back_bend(spine: Spine, hip: Point, hand: Point) -> Pose:
    arm = HoldingArm(hand, bend=-1, palm=-50)
    return Pose(
        anchor=Anchor("hip", hip),
        spine=spine,
        near_arm=arm,
        far_arm=arm,
        near_leg=LOCKED_KNEES,
        far_leg=LOCKED_KNEES,
    )


BACK_BEND = Movement(
    key="back-bend",
    words=Words(
        title=gettext_noop("Standing back bend"),
        start=gettext_noop("Standing tall with both hands on the lower back."),
        finish=gettext_noop(
            "The upper body leans back over the hands. The knees stay straight."
        ),
    ),
    view=VIEW,
    arrow=Arrow(Point(262, -4), Point(214, -58), 12),
    frames=(
        back_bend(
            Spine(pelvis=90, lumbar=94, thorax=88, neck=78, head=86),
            Point(200, HIP_HEIGHT),
            Point(-15, -16),
        ),
        back_bend(
            Spine(pelvis=100, lumbar=120, thorax=126, neck=124, head=134),
            Point(218, HIP_HEIGHT + 1),
            Point(-18, -17),
        ),
    ),
)


def stride(*, near_leads: bool) -> Pose:
    ahead = PlantedLeg(Point(246, LYING - 12), foot=14)
    behind = PlantedLeg(Point(142, LYING - 27), foot=-36)
    swung_back = FreeArm(upper_arm=-112, forearm=-94)
    swung_ahead = FreeArm(upper_arm=-62, forearm=-38)
    return Pose(
        anchor=Anchor("hip", Point(200, HIP_HEIGHT + 5)),
        spine=Spine(pelvis=88, lumbar=89, thorax=85, neck=76, head=86),
        near_arm=swung_back if near_leads else swung_ahead,
        far_arm=swung_ahead if near_leads else swung_back,
        near_leg=ahead if near_leads else behind,
        far_leg=behind if near_leads else ahead,
        far_shift=Point(2, -2),
    )


def passing(*, near_swings: bool) -> Pose:
    """One leg carries the body while the other swings past it."""
    standing = PlantedLeg(Point(194, FEET), foot=-2)
    swinging = PlantedLeg(Point(180, LYING - 32), foot=-26)
    hanging = FreeArm(upper_arm=-87, forearm=-70)
    return Pose(
        anchor=Anchor("hip", Point(200, HIP_HEIGHT + 1)),
        spine=Spine(pelvis=88, lumbar=89, thorax=86, neck=77, head=86),
        near_arm=hanging,
        far_arm=hanging,
        near_leg=swinging if near_swings else standing,
        far_leg=standing if near_swings else swinging,
        far_shift=Point(2, -2),
    )


WALK = Movement(
    key="walk",
    words=Words(
        title=gettext_noop("Walking"),
        start=gettext_noop("Walking tall. One leg and the opposite arm are ahead."),
        finish=gettext_noop("The next step. The other leg and arm are ahead."),
    ),
    view=VIEW,
    arrow=Arrow(Point(262, -4), Point(290, -4)),
    cycle=True,
    frames=(
        stride(near_leads=False),
        passing(near_swings=True),
        stride(near_leads=True),
        passing(near_swings=False),
    ),
)


def from_chair(spine: Spine, hip: Point, reach: float) -> Pose:
    arm = FreeArm(upper_arm=reach, forearm=reach + 6)
    leg = PlantedLeg(Point(226, FEET), foot=-2)
    return Pose(
        anchor=Anchor("hip", hip),
        spine=spine,
        near_arm=arm,
        far_arm=arm,
        near_leg=leg,
        far_leg=leg,
    )


SIT_TO_STAND = Movement(
    key="sit-to-stand",
    words=Words(
        title=gettext_noop("Sit to stand"),
        start=gettext_noop(
            "Sitting on a chair with both feet flat. The body leans forward a little "
            "and the arms reach forward."
        ),
        finish=gettext_noop(
            "Standing tall in front of the chair. The arms hang at the sides."
        ),
    ),
    view=Box(86, -78, 250, 330),
    chair=Chair(back=116, front=190, seat=174),
    arrow=Arrow(Point(284, 76), Point(284, 30)),
    frames=(
        from_chair(
            Spine(pelvis=74, lumbar=70, thorax=62, neck=62, head=76),
            Point(160, 156),
            -2,
        ),
        from_chair(
            Spine(pelvis=90, lumbar=92, thorax=88, neck=80, head=88),
            Point(222, HIP_HEIGHT + 1),
            -88,
        ),
    ),
)


def hinge(spine: Spine, hip: Point) -> Pose:
    arm = HoldingArm(Point(6, -14), bend=-1, palm=-40)
    return Pose(
        anchor=Anchor("hip", hip),
        spine=spine,
        near_arm=arm,
        far_arm=arm,
        near_leg=BOTH_FEET,
        far_leg=BOTH_FEET,
    )


HIP_HINGE = Movement(
    key="hip-hinge",
    words=Words(
        title=gettext_noop("Hip hinge"),
        start=gettext_noop("Standing tall with both hands on the hips."),
        finish=gettext_noop(
            "The hips move back and the body tips forward. The back is long and flat "
            "and the knees are soft."
        ),
    ),
    view=VIEW,
    arrow=Arrow(Point(238, -60), Point(294, -30), -12),
    frames=(
        hinge(
            Spine(pelvis=90, lumbar=92, thorax=88, neck=80, head=88),
            Point(200, HIP_HEIGHT + 1),
        ),
        hinge(
            Spine(pelvis=40, lumbar=38, thorax=34, neck=34, head=40),
            Point(172, HIP_HEIGHT + 12),
        ),
    ),
)

HEEL = PlantedLeg(Point(250, LYING - 13), foot=58)


def heel_ahead(spine: Spine, hip: Point) -> Pose:
    arm = HoldingArm(Point(6, -14), bend=-1, palm=-40)
    return Pose(
        anchor=Anchor("hip", hip),
        spine=spine,
        near_arm=arm,
        far_arm=arm,
        near_leg=HEEL,
        far_leg=PlantedLeg(Point(164, FEET), foot=-2),
        far_shift=Point(4, -2),
    )


HAMSTRING_STANDING = Movement(
    key="hamstring-standing",
    words=Words(
        title=gettext_noop("Hamstring stretch, standing"),
        start=gettext_noop(
            "Standing tall. One heel is on the floor ahead, toes up, knee a little bent."
        ),
        finish=gettext_noop(
            "The body tips forward from the hips with a long, flat back. "
            "The front knee stays soft."
        ),
    ),
    view=VIEW,
    arrow=Arrow(Point(238, -60), Point(290, -34), -12),
    frames=(
        heel_ahead(
            Spine(pelvis=88, lumbar=90, thorax=86, neck=80, head=88),
            Point(192, HIP_HEIGHT + 9),
        ),
        heel_ahead(
            Spine(pelvis=52, lumbar=50, thorax=46, neck=46, head=54),
            Point(180, HIP_HEIGHT + 15),
        ),
    ),
)

MOVEMENTS = (BACK_BEND, WALK, SIT_TO_STAND, HIP_HINGE, HAMSTRING_STANDING)

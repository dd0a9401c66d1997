"""Lying on the back. The head is to the left."""

from exercises.figures.movement import (
    LYING,
    Arrow,
    Box,
    Mat,
    Movement,
    Words,
    gettext_noop,
)
from exercises.figures.plane import Point
from exercises.figures.pose import (
    Anchor,
    Arm,
    FreeArm,
    FreeLeg,
    Leg,
    PlantedLeg,
    Pose,
    ReachingArm,
    Spine,
    TurnedLeg,
)

MAT = Mat(40, 360)
VIEW = Box(30, 92, 340, 160)
FLAT = Spine(pelvis=180, lumbar=180, thorax=180, neck=178, head=176)
BESIDE_HIPS = ReachingArm(Point(229, LYING - 5), bend=-1, palm=0)
FOOT_FLAT = PlantedLeg(Point(288, LYING - 14), foot=-3)
FAR_SHIFT = Point(9, -2)
LYING_KNEES_BENT = gettext_noop(
    "Lying on the back. The knees are bent and the feet are flat."
)


def face_up(
    *,
    spine: Spine = FLAT,
    near_arm: Arm = BESIDE_HIPS,
    far_arm: Arm | None = None,
    near_leg: Leg = FOOT_FLAT,
    far_leg: Leg = FOOT_FLAT,
    far_shift: Point = FAR_SHIFT,
) -> Pose:
    return Pose(
        anchor=Anchor("nape", Point(128, LYING - 19)),
        spine=spine,
        near_arm=near_arm,
        far_arm=far_arm or near_arm,
        near_leg=near_leg,
        far_leg=far_leg,
        far_shift=far_shift,
    )


BRIDGE = Movement(
    key="bridge",
    words=Words(
        title=gettext_noop("Hip bridge"),
        start=LYING_KNEES_BENT,
        finish=gettext_noop(
            "The hips are lifted. Shoulders, hips and knees make one straight line."
        ),
    ),
    view=VIEW,
    thumbnail=Box(30, 100, 340, 152),
    mat=MAT,
    arrow=Arrow(Point(206, 142), Point(206, 112)),
    frames=(
        face_up(),
        face_up(spine=Spine(pelvis=208, lumbar=206, thorax=200, neck=176, head=176)),
    ),
)

BEHIND_KNEES = ReachingArm(Point(186, 170), bend=-1, palm=80)

KNEES_CHEST = Movement(
    key="knees-chest",
    words=Words(
        title=gettext_noop("Knees to chest"),
        start=LYING_KNEES_BENT,
        finish=gettext_noop(
            "The hands hold behind both thighs. The knees are close to the chest."
        ),
    ),
    view=VIEW,
    mat=MAT,
    arrow=Arrow(Point(262, 134), Point(214, 120), -10),
    frames=(
        face_up(),
        face_up(
            spine=Spine(pelvis=190, lumbar=184, thorax=180, neck=178, head=176),
            near_arm=BEHIND_KNEES,
            near_leg=PlantedLeg(Point(242, 166), foot=30),
            far_leg=PlantedLeg(Point(242, 166), foot=30),
            far_shift=Point(7, -3),
        ),
    ),
)

KNEE_CHEST = Movement(
    key="knee-chest",
    words=Words(
        title=gettext_noop("One knee to chest"),
        start=LYING_KNEES_BENT,
        finish=gettext_noop(
            "The hands hold behind one thigh and that knee is close to the chest. "
            "The other foot stays flat."
        ),
    ),
    view=VIEW,
    mat=MAT,
    arrow=Arrow(Point(262, 134), Point(214, 120), -10),
    frames=(
        face_up(),
        face_up(
            near_arm=BEHIND_KNEES,
            near_leg=PlantedLeg(Point(242, 166), foot=30),
            far_shift=Point(7, -3),
        ),
    ),
)


def hand_on_belly(height: float) -> ReachingArm:
    return ReachingArm(Point(196, LYING - height), bend=-1, palm=8, seen=0.70)


BRACE = Movement(
    key="brace",
    words=Words(
        title=gettext_noop("Tummy brace"),
        start=gettext_noop(
            "Lying on the back with bent knees and flat feet. The hands are on the belly."
        ),
        finish=gettext_noop(
            "The same position. The whole middle is a little stiff and the breath flows."
        ),
    ),
    view=VIEW,
    thumbnail=Box(30, 110, 340, 142),
    mat=MAT,
    arrow=Arrow(Point(196, 128), Point(196, 152)),
    frames=(
        face_up(near_arm=hand_on_belly(38)),
        face_up(near_arm=hand_on_belly(36)),
    ),
)


def hands_behind_thigh(shank: float, foot: float) -> Pose:
    return face_up(
        near_arm=ReachingArm(Point(223, 178), bend=-1, palm=70),
        near_leg=FreeLeg(thigh=92, shank=shank, foot=foot),
        far_shift=Point(7, -2),
    )


HAMSTRING = Movement(
    key="hamstring",
    words=Words(
        title=gettext_noop("Hamstring stretch, lying"),
        start=gettext_noop(
            "Lying on the back. The hands hold behind one thigh, which points up. "
            "That knee is bent and the other foot is flat."
        ),
        finish=gettext_noop(
            "The held leg is almost straight and the foot is up. "
            "The other foot stays flat."
        ),
    ),
    view=Box(30, 52, 340, 200),
    mat=MAT,
    arrow=Arrow(Point(316, 150), Point(282, 92), 14),
    frames=(hands_behind_thigh(4, 84), hands_behind_thigh(68, 150)),
)

FIGURE_4 = Movement(
    key="figure-4",
    words=Words(
        title=gettext_noop("Figure-4 stretch"),
        start=LYING_KNEES_BENT,
        finish=gettext_noop(
            "One ankle rests on the other thigh. That knee is turned out to the side."
        ),
    ),
    view=VIEW,
    mat=MAT,
    arrow=Arrow(Point(306, 150), Point(282, 122), 6),
    frames=(
        face_up(
            near_leg=TurnedLeg(Point(259.8, 156.4), Point(288, 221), foot=-3),
            far_shift=Point(7, -3),
        ),
        face_up(
            near_leg=TurnedLeg(Point(270, 184), Point(247, 153), foot=72),
            far_shift=Point(7, -3),
        ),
    ),
)

HEEL_SLIDE = Movement(
    key="heel-slide",
    words=Words(
        title=gettext_noop("Heel slide"),
        start=LYING_KNEES_BENT,
        finish=gettext_noop(
            "One heel has slid along the mat until that leg is almost straight. "
            "The other foot stays flat."
        ),
    ),
    view=Box(30, 92, 390, 160),
    mat=Mat(40, 410),
    arrow=Arrow(Point(320, 164), Point(362, 168), -4),
    frames=(
        face_up(),
        face_up(near_leg=PlantedLeg(Point(359, LYING - 11), foot=76)),
    ),
)

TABLE_TOP = FreeLeg(thigh=88, shank=0, foot=60)

DEAD_BUG = Movement(
    key="dead-bug",
    words=Words(
        title=gettext_noop("Dead bug"),
        start=gettext_noop(
            "Lying on the back. Both arms point up. Both hips and knees are bent to "
            "right angles."
        ),
        finish=gettext_noop(
            "One arm reaches back past the head and the opposite leg reaches out low. "
            "The back stays still."
        ),
    ),
    view=Box(14, 76, 410, 176),
    mat=Mat(24, 414),
    arrow=None,
    frames=(
        face_up(
            near_arm=FreeArm(upper_arm=90, forearm=90),
            near_leg=TABLE_TOP,
            far_leg=TABLE_TOP,
        ),
        face_up(
            near_arm=FreeArm(upper_arm=90, forearm=90),
            far_arm=FreeArm(upper_arm=152, forearm=156),
            near_leg=FreeLeg(thigh=24, shank=18, foot=70),
            far_leg=TABLE_TOP,
        ),
    ),
)

MOVEMENTS = (
    BRIDGE,
    BRACE,
    KNEE_CHEST,
    KNEES_CHEST,
    FIGURE_4,
    HAMSTRING,
    HEEL_SLIDE,
    DEAD_BUG,
)

"""One knee or both come to the chest, with the head to the left."""

from dataclasses import replace

from exercises.figures.movement import Arrow, Movement, Words, gettext_noop
from exercises.figures.movements.brace import hand_on_belly
from exercises.figures.movements.face_up import KNEES_BENT, MAT, ON_BACK, VIEW, face_up
from exercises.figures.plane import Point
from exercises.figures.pose import PlantedLeg, ReachingArm, Spine

FAR_SHIFT = Point(7, -3)
BEHIND_KNEES = ReachingArm(Point(186, 170), bend=-1, palm=80, seen=0.76)
BEFORE = face_up(near_arm=hand_on_belly(40))
AT_CHEST = PlantedLeg(Point(242, 166), foot=72)

KNEES_CHEST = Movement(
    key="knees-chest",
    words=Words(
        title=gettext_noop("Both knees to chest"),
        where=ON_BACK,
        start=KNEES_BENT,
        finish=gettext_noop(
            "Both knees are close to the chest and both feet are off the mat. The hands "
            "hold behind the thighs. The head stays down."
        ),
    ),
    view=VIEW,
    mat=MAT,
    arrow=Arrow(Point(262, 134), Point(214, 120), -10),
    frames=(
        BEFORE,
        face_up(
            spine=Spine(pelvis=190, lumbar=184, thorax=180, neck=178, head=176),
            near_arm=BEHIND_KNEES,
            near_leg=AT_CHEST,
            far_leg=AT_CHEST,
            far_shift=FAR_SHIFT,
        ),
    ),
)

KNEE_CHEST = replace(
    KNEES_CHEST,
    key="knee-chest",
    words=Words(
        title=gettext_noop("One knee to chest"),
        where=ON_BACK,
        start=KNEES_BENT,
        finish=gettext_noop(
            "One knee is close to the chest and the hands hold behind that thigh. The "
            "other foot stays flat on the mat."
        ),
    ),
    frames=(
        BEFORE,
        face_up(near_arm=BEHIND_KNEES, near_leg=AT_CHEST),
    ),
)

KNEE_CHEST_HALF = replace(
    KNEES_CHEST,
    key="knee-chest-half",
    words=Words(
        title=gettext_noop("One knee halfway to the chest"),
        where=ON_BACK,
        start=KNEES_BENT,
        finish=gettext_noop(
            "One knee is straight above the hip, halfway to the chest. The hands hold "
            "behind that thigh. The other foot stays flat."
        ),
    ),
    arrow=Arrow(Point(286, 130), Point(250, 116), -8),
    frames=(
        BEFORE,
        face_up(
            near_arm=ReachingArm(Point(212, 178), bend=-1, palm=70, seen=0.9),
            near_leg=PlantedLeg(Point(276, 168), foot=60),
        ),
    ),
)

MOVEMENTS = (KNEE_CHEST, KNEE_CHEST_HALF, KNEES_CHEST)

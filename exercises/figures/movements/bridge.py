"""The hips lift off the mat, with the head to the left."""

from dataclasses import replace

from exercises.figures.movement import Arrow, Box, Movement, Words, gettext_noop
from exercises.figures.movements.brace import hand_on_belly
from exercises.figures.movements.face_up import KNEES_BENT, MAT, ON_BACK, VIEW, face_up
from exercises.figures.plane import Point
from exercises.figures.pose import FreeLeg, Pose, Spine
from exercises.figures.things import BAND

LIFTED = Spine(pelvis=208, lumbar=206, thorax=200, neck=176, head=176)

BRIDGE = Movement(
    key="bridge",
    words=Words(
        title=gettext_noop("Hip bridge"),
        where=ON_BACK,
        start=KNEES_BENT,
        finish=gettext_noop(
            "The hips are lifted high. Shoulders, hips and knees make one straight "
            "line. Shoulders and feet stay on the mat."
        ),
    ),
    view=VIEW,
    thumbnail=Box(30, 100, 340, 152),
    mat=MAT,
    arrow=Arrow(Point(206, 142), Point(206, 112)),
    frames=(face_up(), face_up(spine=LIFTED)),
)

BRIDGE_SMALL = replace(
    BRIDGE,
    key="bridge-small",
    words=Words(
        title=gettext_noop("Small hip bridge"),
        where=ON_BACK,
        start=KNEES_BENT,
        finish=gettext_noop(
            "The hips are lifted only a hand's width off the mat. Shoulders and feet "
            "stay down."
        ),
    ),
    arrow=Arrow(Point(206, 172), Point(206, 156)),
    frames=(face_up(), BRIDGE.pose_at(0.36)),
)

BRIDGE_BAND = replace(
    BRIDGE,
    key="bridge-band",
    words=Words(
        title=gettext_noop("Hip bridge with a band"),
        where=ON_BACK,
        start=gettext_noop(
            "Lying on the back, head to the left, knees bent and feet flat. A band goes "
            "around both legs, a little above the knees."
        ),
        finish=gettext_noop(
            "The hips are lifted until shoulders, hips and knees line up. The knees "
            "push out against the band."
        ),
    ),
    before=(BAND,),
)

BRIDGE_ONE_LEG = replace(
    BRIDGE,
    key="bridge-one-leg",
    words=Words(
        title=gettext_noop("Hip bridge on 1 leg"),
        where=ON_BACK,
        start=gettext_noop(
            "Lying on the back, head to the left. One foot is flat. The other leg is "
            "straight and lifted as high as the bent knee."
        ),
        finish=gettext_noop(
            "The hips are lifted on one leg. The other leg is straight, in one line "
            "with the body."
        ),
    ),
    view=Box(30, 72, 390, 180),
    thumbnail=None,
    arrow=Arrow(Point(196, 142), Point(196, 112)),
    frames=(
        face_up(near_leg=FreeLeg(thigh=42, shank=42, foot=118)),
        face_up(spine=LIFTED, near_leg=FreeLeg(thigh=25, shank=25, foot=102)),
    ),
)


def _hips(pelvis: float, lumbar: float, thorax: float) -> Pose:
    """The hands lie on the belly, so that the gap below the back can be seen."""
    spine = Spine(pelvis=pelvis, lumbar=lumbar, thorax=thorax, neck=178, head=176)
    return face_up(spine=spine, near_arm=hand_on_belly(40))


PELVIC_TILT = replace(
    BRIDGE,
    key="pelvic-tilt",
    words=Words(
        title=gettext_noop("Hip tilt, lying"),
        where=ON_BACK,
        start=gettext_noop(
            "Lying on the back, head to the left, knees bent. The lower back is a "
            "little arched, with a gap below it."
        ),
        finish=gettext_noop(
            "The hips have rolled back. The lower back is flat on the mat and the hips "
            "stay down."
        ),
    ),
    thumbnail=Box(30, 110, 340, 142),
    arrow=Arrow(Point(222, 172), Point(190, 172), -14),
    frames=(
        _hips(pelvis=152, lumbar=198, thorax=184),
        _hips(pelvis=202, lumbar=177, thorax=178),
    ),
)

SQUEEZE = replace(
    BRIDGE,
    key="bridge-squeeze",
    words=Words(
        title=gettext_noop("Buttock squeeze, lying"),
        start=gettext_noop(
            "Lying on the back, head to the left, knees bent and feet flat. The "
            "buttocks are squeezed tight. The hips stay on the mat."
        ),
    ),
    thumbnail=Box(30, 110, 340, 142),
    effort="seat",
    arrow=None,
    frames=(face_up(near_arm=hand_on_belly(40)),),
)

MOVEMENTS = (
    BRIDGE,
    BRIDGE_SMALL,
    BRIDGE_BAND,
    BRIDGE_ONE_LEG,
    PELVIC_TILT,
    SQUEEZE,
)

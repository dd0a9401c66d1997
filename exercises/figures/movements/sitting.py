"""On a chair. The face is to the right."""

from dataclasses import replace

from exercises.figures.movement import (
    FINISH,
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
    Arm,
    FreeLeg,
    HoldingArm,
    Leg,
    PlantedLeg,
    Pose,
    ReachingArm,
    Spine,
)
from exercises.figures.things import Rod

ON_CHAIR = gettext_noop("Sitting on a chair, facing right.")
FEET = LYING - 8
CHAIR = Chair(back=116, front=190, seat=174)
SITTING_VIEW = Box(86, -18, 250, 270)
FOOT_FLAT = PlantedLeg(Point(226, FEET), foot=-2)
TALL = Spine(pelvis=90, lumbar=93, thorax=88, neck=78, head=86)
ON_THIGHS = HoldingArm(Point(44, -12), bend=-1, palm=-8)


def seated(
    spine: Spine = TALL, arm: Arm = ON_THIGHS, *, near_leg: Leg = FOOT_FLAT
) -> Pose:
    return Pose(
        anchor=Anchor("hip", Point(154, 156)),
        spine=spine,
        near_arm=arm,
        far_arm=arm,
        near_leg=near_leg,
        far_leg=FOOT_FLAT,
    )


def hand_on_belly(across: float) -> ReachingArm:
    return ReachingArm(Point(across, 124), bend=-1, palm=14, seen=0.82)


BRACE_SITTING = Movement(
    key="brace-sitting",
    words=Words(
        title=gettext_noop("Tummy brace, sitting"),
        where=ON_CHAIR,
        start=gettext_noop(
            "Sitting tall on a chair, facing right. Both feet are flat and both hands "
            "lie on the belly."
        ),
        finish=gettext_noop(
            "The back is long and both hands lie on the belly. The whole middle is a little stiff and the breath "
            "flows."
        ),
    ),
    view=SITTING_VIEW,
    chair=CHAIR,
    effort="middle",
    arrow=Arrow(Point(226, 112), Point(200, 112)),
    frames=(seated(arm=hand_on_belly(164)), seated(arm=hand_on_belly(159))),
)

NERVE_SLIDER = Movement(
    key="nerve-slider",
    words=Words(
        title=gettext_noop("Nerve slider, sitting"),
        where=ON_CHAIR,
        start=gettext_noop(
            "Sitting on a chair, facing right. Both feet are near the floor and the "
            "chin is down to the chest."
        ),
        finish=gettext_noop(
            "One knee is almost straight, with that foot in the air. The face looks up "
            "at the same time."
        ),
    ),
    view=Box(86, -18, 270, 270),
    chair=CHAIR,
    arrow=Arrow(Point(290, 226), Point(318, 186), 10),
    frames=(
        seated(
            Spine(pelvis=90, lumbar=92, thorax=78, neck=42, head=24),
            near_leg=FreeLeg(thigh=4, shank=-96, foot=-8),
        ),
        seated(
            Spine(pelvis=90, lumbar=92, thorax=90, neck=98, head=116),
            near_leg=FreeLeg(thigh=4, shank=-20, foot=62),
        ),
    ),
)

NERVE_SLIDER_HALF = replace(
    NERVE_SLIDER,
    key="nerve-slider-half",
    words=Words(
        title=gettext_noop("Nerve slider, sitting, halfway"),
        where=ON_CHAIR,
        start=NERVE_SLIDER.words.start,
        finish=gettext_noop(
            "One knee is half straight, with that foot a little off the floor. The face "
            "looks up at the same time."
        ),
    ),
    arrow=Arrow(Point(288, 230), Point(308, 204), 6),
    frames=(
        NERVE_SLIDER.frames[0],
        seated(
            Spine(pelvis=90, lumbar=92, thorax=90, neck=98, head=116),
            near_leg=FreeLeg(thigh=4, shank=-48, foot=36),
        ),
    ),
)

LEG_BEFORE = NERVE_SLIDER.joints(FINISH).near_leg

NERVE_SLIDER_STRAIGHT = replace(
    NERVE_SLIDER,
    key="nerve-slider-straight",
    words=Words(
        title=gettext_noop("Nerve slider, sitting, straighter"),
        where=ON_CHAIR,
        start=NERVE_SLIDER.words.start,
        finish=gettext_noop(
            "One knee is straight, higher than the dotted line of the usual stretch. "
            "The face looks up."
        ),
    ),
    behind=(Rod((LEG_BEFORE.knee, LEG_BEFORE.ankle, LEG_BEFORE.toe), name="trace"),),
    arrow=Arrow(Point(290, 226), Point(332, 172), 12),
    frames=(
        NERVE_SLIDER.frames[0],
        seated(
            Spine(pelvis=90, lumbar=92, thorax=90, neck=98, head=116),
            near_leg=FreeLeg(thigh=6, shank=4, foot=84),
        ),
    ),
)

LOOKS_AHEAD = Spine(pelvis=90, lumbar=92, thorax=88, neck=82, head=90)

NERVE_SLIDER_LEG = replace(
    NERVE_SLIDER,
    key="nerve-slider-leg",
    words=Words(
        title=gettext_noop("Nerve slider, sitting, leg alone"),
        where=ON_CHAIR,
        start=gettext_noop(
            "Sitting tall on a chair, facing right. Both feet are near the floor and "
            "the eyes look straight ahead."
        ),
        finish=gettext_noop(
            "One knee is almost straight, with that foot in the air. The head has not "
            "moved."
        ),
    ),
    frames=(
        seated(LOOKS_AHEAD, near_leg=FreeLeg(thigh=4, shank=-96, foot=-8)),
        seated(LOOKS_AHEAD, near_leg=FreeLeg(thigh=4, shank=-20, foot=62)),
    ),
)

MOVEMENTS = (
    BRACE_SITTING,
    NERVE_SLIDER,
    NERVE_SLIDER_HALF,
    NERVE_SLIDER_LEG,
    NERVE_SLIDER_STRAIGHT,
)

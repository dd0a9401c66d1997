"""The picture on the home page: six steps that go down to water.

The steps go down to the left. Every step runs off the right side of the picture, and the
water runs off both sides, so that the page can show more of them on a wide screen.
"""

from dataclasses import dataclass
from functools import cached_property

from exercises.figures import MOVEMENTS, render_body
from exercises.figures.pen import number
from exercises.figures.plane import Point

STEP_COUNT = 6
STOP = 3
BEYOND = 1600
PRESSED_UP = 0.95
MAT_TOP = 236
TEXT_SIZE = 17
NAME_ROOM = 135
WAVES = (
    (-0.86, 0.30, 60),
    (-0.52, 0.62, 110),
    (-0.20, 0.34, 46),
    (0.08, 0.66, 90),
    (0.42, 0.40, 60),
    (0.66, 0.70, 120),
    (0.90, 0.34, 50),
    (1.20, 0.60, 90),
)


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its outline, the stairs carved into it, and the place of its name."""

    number: int
    outline: str
    carving: str
    name_x: str
    name_y: str

    @property
    def is_dark(self) -> bool:
        return self.number > STEP_COUNT // 2


@dataclass(frozen=True)
class Well:
    css_class: str
    width: int
    height: int
    top: Point
    tread: int
    rise: int
    scale: float
    has_caption: bool

    @property
    def right(self) -> int:
        return self.width + BEYOND

    def corner(self, index: int) -> Point:
        """The upper left corner of a step, counted from 0 at the top."""
        return self.top.shifted(Point(-self.tread, self.rise), index)

    @cached_property
    def steps(self) -> list[Step]:
        return [self._step(index) for index in range(STEP_COUNT)]

    def _step(self, index: int) -> Step:
        corner = self.corner(index)
        return Step(
            number=index + 1,
            outline=self._outline(corner),
            carving=self._carving(corner),
            name_x=number(corner.x + 16),
            name_y=number(corner.y + self.rise / 2 + TEXT_SIZE * 0.36),
        )

    def _outline(self, corner: Point) -> str:
        left, top = number(corner.x), number(corner.y)
        return (
            f"M{number(corner.x + 7)} {top}H{self.right}V{self.height + 4}"
            f"H{left}V{number(corner.y + 7)}a7 7 0 0 1 7-7Z"
        )

    def _carving(self, corner: Point) -> str:
        """Small stairs up and down, as on the walls of a stepwell."""
        unit = self.rise / 4.2
        stair = _stair(number(unit))
        start, every = corner.x + NAME_ROOM, unit * 7.2
        base = number(corner.y + self.rise - 1)
        count = int((self.right - start) / every) + 1
        return "".join(
            f"M{number(start + every * index)} {base}{stair}" for index in range(count)
        )

    @property
    def water_top(self) -> float:
        return self.top.y + self.rise * 5.86

    @property
    def water(self) -> dict[str, str]:
        return {
            "x": str(-BEYOND),
            "y": number(self.water_top),
            "width": str(self.right + BEYOND),
            "height": number(self.height - self.water_top + 60),
        }

    @property
    def ripples(self) -> str:
        depth = self.height - self.water_top
        return "".join(
            f"M{number(self.width * across)} {number(self.water_top + depth * down)}"
            f"q{number(length / 4)} -5 {number(length / 2)} 0t{number(length / 2)} 0"
            for across, down, length in WAVES
        )

    @property
    def nerve(self) -> str:
        """The line down the edge of the steps to the farthest point."""
        bend = min(14.0, self.rise * 0.3)
        r = number(bend)
        path = f"M{number(self.top.x + bend + 2)} {number(self.top.y)}"
        for index in range(STOP):
            x, below = self.corner(index).x, self.corner(index + 1).y
            path += f"H{number(x + bend)}q-{r} 0-{r} {r}V{number(below - bend)}"
            path += f"q0 {r}-{r} {r}"
        return f"{path}H{number(self.stop.x)}"

    @property
    def stop(self) -> Point:
        return self.corner(STOP).shifted(Point(self.tread / 2, 0))

    @property
    def dot(self) -> dict[str, str]:
        radius = number(max(8, self.rise / 4))
        return {"cx": number(self.stop.x), "cy": number(self.stop.y), "r": radius}

    @property
    def caption_x(self) -> str:
        return number(self.corner(2).x - 16)

    @property
    def caption_lines(self) -> tuple[str, str]:
        above = self.stop.y - self.rise * 1.18
        return number(above - 32), number(above - 11)

    @property
    def leader(self) -> str:
        start, end = self.stop.y - self.rise / 4 - 6, self.stop.y - self.rise * 1.18
        return f"M{number(self.stop.x)} {number(start)}V{number(end)}"

    @property
    def halo(self) -> dict[str, str]:
        return {
            "cx": number(self.top.x + 265 * self.scale),
            "cy": number(self.top.y - 70 * self.scale),
            "r": number(168 * self.scale),
        }

    @property
    def person(self) -> str:
        return render_body(MOVEMENTS["press-up"].pose_at(PRESSED_UP))

    @property
    def person_place(self) -> str:
        left = number(self.top.x - 2 * self.scale)
        top = number(self.top.y - (MAT_TOP + 9) * self.scale)
        return f"translate({left} {top}) scale({self.scale})"


def _stair(unit: str) -> str:
    up, down = f"v-{unit}h{unit}", f"h{unit}v{unit}"
    return f"{up * 3}v{unit}{down * 2}"


BIG = Well(
    css_class="big",
    width=600,
    height=606,
    top=Point(266, 262),
    tread=50,
    rise=52,
    scale=0.84,
    has_caption=True,
)

SMALL = Well(
    css_class="small-art",
    width=340,
    height=322,
    top=Point(132, 122),
    tread=22,
    rise=28,
    scale=0.5,
    has_caption=False,
)

"""Writes a path: each step is told from the last written point, so no error adds up."""

from exercises.figures.plane import Point

DECIMALS = 1


def number(value: float) -> str:
    text = f"{value:.{DECIMALS}f}".removesuffix(".0")
    if text in {"0", "-0"}:
        return "0"
    return text.replace("0.", ".", 1) if abs(value) < 1 else text


def numbers(*values: float) -> str:
    """With a space between only where a minus sign does not part them."""
    text = " ".join(map(number, values))
    return text.replace(" -", "-")


def pair(point: Point) -> str:
    return numbers(*point)


def rounded(point: Point) -> Point:
    return Point(round(point.x, DECIMALS), round(point.y, DECIMALS))


class Pen:
    def __init__(self, start: Point) -> None:
        self.at = rounded(start)
        self.steps = [f"M{pair(self.at)}"]

    def line(self, to: Point) -> None:
        self._step("l", to)

    def curve(self, first: Point, second: Point, to: Point) -> None:
        self._step("c", first, second, to)

    def smooth(self, second: Point, to: Point) -> None:
        """As a curve whose first handle mirrors the last handle of the step before."""
        self._step("s", second, to)

    def arc(
        self,
        along: float,
        to: Point,
        *,
        large: bool,
        across: float | None = None,
        turn: float = 0.0,
    ) -> None:
        radii = numbers(along, along if across is None else across, turn)
        self._step(f"a{radii} {int(large)} 1 ", to)

    def _step(self, command: str, *points: Point) -> None:
        away = [Point(each.x - self.at.x, each.y - self.at.y) for each in points]
        self.steps.append(
            command + numbers(*(value for each in away for value in each))
        )
        self.at = rounded(points[-1])

    def drawn(self) -> str:
        return "".join(self.steps)

    def closed(self) -> str:
        return f"{self.drawn()}Z"

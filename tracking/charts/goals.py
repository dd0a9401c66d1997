"""One activity on a line from 0 to 10: a hollow start, a solid now."""

from dataclasses import dataclass

from tracking.charts.frame import WIDTH
from tracking.progress.goals import GoalTrack

HEIGHT = 24
EDGE = 10
MOST = 10


@dataclass(frozen=True)
class GoalChart:
    start: int
    now: int
    is_changed: bool
    ticks_path: str
    width: int = WIDTH
    height: int = HEIGHT
    y: int = HEIGHT // 2
    left: int = EDGE
    right: int = WIDTH - EDGE


def x_of(score: int) -> int:
    return EDGE + (WIDTH - 2 * EDGE) * score // MOST


def goal_chart(track: GoalTrack) -> GoalChart:
    return GoalChart(
        start=x_of(track.start),
        now=x_of(track.now),
        is_changed=track.start != track.now,
        ticks_path="".join(f"M{x_of(score)} 8v8" for score in range(MOST + 1)),
    )

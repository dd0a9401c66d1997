import re

import pytest

from exercises.figures.pen import Pen, number
from exercises.figures.plane import Point
from exercises.figures.shapes import (
    capsule,
    closed_curve,
    ellipse,
    open_curve,
    sampled_curve,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [(1, "1"), (1.26, "1.3"), (-0.04, "0"), (-2.5, "-2.5"), (0.5, ".5"), (-0.5, "-.5")],
)
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text


def test_up_is_ninety_degrees() -> None:
    assert Point(0, 0).toward(90, 10) == pytest.approx(Point(0, -10))
    assert Point(0, 0).angle_to(Point(0, -10)) == pytest.approx(90)


def test_a_capsule_of_equal_ends_has_straight_sides() -> None:
    path = capsule(Point(0, 0), Point(20, 0), 5, 5)
    assert path == "M0-5l20 0a5 5 0 0 1 0 10l-20 0a5 5 0 1 1 0-10Z"


def test_the_wider_end_of_a_capsule_takes_the_larger_arc() -> None:
    assert "a8 8 0 1 1" in capsule(Point(0, 0), Point(20, 0), 3, 8)
    assert "a3 3 0 0 1" in capsule(Point(0, 0), Point(20, 0), 3, 8)


def test_an_ellipse_is_two_arcs() -> None:
    assert ellipse(Point(0, 0), 4, 6, 90).count("a6 4-90 1 1") == 2


def test_an_open_curve_begins_and_ends_at_its_points() -> None:
    path = open_curve([Point(0, 0), Point(10, 5), Point(20, 0)])
    assert path.startswith("M0 0c")
    assert ends_at(path) == pytest.approx(Point(20, 0))


def test_a_closed_curve_returns_to_its_first_point() -> None:
    path = closed_curve([Point(0, 0), Point(10, 0), Point(5, 8)])
    assert path.count("c") + path.count("s") == 3
    assert ends_at(path) == pytest.approx(Point(0, 0), abs=0.05)


def ends_at(path: str) -> Point:
    """Adds up the steps of a path of curves."""
    start, *steps = re.split("[csZ]", path.removeprefix("M").rstrip("Z"))
    point = Point(*coordinates(start))
    for step in steps:
        point = point.shifted(Point(*coordinates(step)[-2:]))
    return point


def coordinates(text: str) -> list[float]:
    return [float(found) for found in re.findall(r"-?[\d.]+", text)]


def test_a_pen_tells_each_step_from_the_last_written_point() -> None:
    pen = Pen(Point(0.04, 0))
    for _ in range(10):
        pen.line(pen.at.shifted(Point(1.26, 0)))
    assert pen.drawn().count("l1.3 0") == 10
    assert pen.at.x == pytest.approx(13)


def test_a_capsule_within_its_wider_end_is_a_disc() -> None:
    assert (
        capsule(Point(0, 0), Point(1, 0), 8, 3)
        == "M8 0a8 8 0 1 1 -16 0a8 8 0 1 1 16 0Z"
    )


def test_a_sampled_curve_passes_through_its_joints() -> None:
    joints = [Point(0, 0), Point(10, 5), Point(20, 0)]
    samples = sampled_curve(joints, 4)
    assert len(samples) == 9
    for sample, joint in zip(samples[::4], joints, strict=True):
        assert sample == pytest.approx(joint)

import pytest

from tracking import places
from tracking.models import FarthestPoint, SymptomReport


def test_the_choices_are_the_back_ten_places_and_nowhere() -> None:
    assert list(places.choices()) == [
        ("back", "lower back"),
        ("l1", "left buttock"),
        ("l2", "left thigh"),
        ("l3", "left knee"),
        ("l4", "left lower leg"),
        ("l5", "left foot"),
        ("r1", "right buttock"),
        ("r2", "right thigh"),
        ("r3", "right knee"),
        ("r4", "right lower leg"),
        ("r5", "right foot"),
        ("none", "nowhere right now"),
    ]


@pytest.mark.parametrize(
    ("chosen", "left", "right"),
    [
        ([], 0, 0),
        (["none"], 0, 0),
        (["back"], 1, 1),
        (["l1"], 2, 0),
        (["back", "r2"], 1, 3),
        (["l1", "l3", "l2"], 4, 0),
        (["l4", "r5"], 5, 6),
        (["back", "l5", "r1"], 6, 2),
    ],
)
def test_the_farthest_point_of_each_side_counts(
    chosen: list[str], left: int, right: int
) -> None:
    assert places.farthest(chosen, "l") == left
    assert places.farthest(chosen, "r") == right


def test_the_rows_go_from_buttock_to_foot() -> None:
    assert [place.name for place in places.on_side("l")] == [
        "buttock",
        "thigh",
        "knee",
        "lower leg",
        "foot",
    ]


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        (0, 0, "nowhere"),
        (1, 1, "lower back"),
        (1, 0, "lower back"),
        (2, 1, "left buttock"),
        (1, 6, "right foot"),
        (4, 4, "knee, both sides"),
    ],
)
def test_the_farthest_point_in_words(left: int, right: int, words: str) -> None:
    report = SymptomReport(left=left, right=right)
    assert report.place == words
    assert report.farthest == max(left, right) == FarthestPoint(report.farthest)

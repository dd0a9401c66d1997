from dataclasses import dataclass

from exercises import dose_words
from exercises.models import Exercise, Picture
from exercises.pages.statements import strongest


@dataclass(frozen=True)
class ExerciseCard:
    title: str
    url: str
    summary: str
    dose: str
    minutes: int
    certainty: str
    figure: str
    look: str
    picture: Picture | None


def exercise_card(exercise: Exercise) -> ExerciseCard:
    return ExerciseCard(
        title=exercise.title,
        url=exercise.get_absolute_url(),
        summary=exercise.summary,
        dose=dose_words.line(exercise, exercise.number_of_sides),
        minutes=0 if exercise.minutes else exercise.whole_minutes,
        certainty=strongest(exercise.statements.all()),
        figure=exercise.figure,
        look=exercise.look,
        picture=exercise.picture,
    )


def is_public(exercise: Exercise) -> bool:
    return exercise.status == Exercise.Status.PUBLISHED and exercise.draft_of_id is None


def public_link(exercise: Exercise | None) -> Exercise | None:
    """The exercise, if visitors may follow a link to it."""
    return exercise if exercise and is_public(exercise) else None

"""When a session ends: its answers change doses, from the next session on."""

from django.utils import timezone

from tracking.doses import Course, change_doses
from tracking.flaring import flare_among, latest_flare
from tracking.lately import lately
from tracking.models import DoseChange, ExerciseSession


def change_doses_after(session: ExerciseSession) -> list[DoseChange]:
    """Nothing after a gentle set: it says nothing about the usual exercises."""
    enrollment = session.enrollment
    if enrollment is None or session.kind == ExerciseSession.Kind.GENTLE:
        return []
    day = timezone.localdate()
    felt = lately(session.member, day)
    flare = flare_among(felt.noted_lately, latest_flare(session.member, day), day)
    return change_doses(Course(enrollment, session, day), felt, flare)

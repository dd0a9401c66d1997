"""What a member deleted goes for good once it can no longer be brought back."""

import datetime as dt

from tracking.models import ExerciseSession, SymptomReport
from tracking.revising import KEPT_DAYS


def purge_deleted(now: dt.datetime) -> int:
    """With all that belongs to it: logs, reports, earlier versions."""
    too_late = now - dt.timedelta(days=KEPT_DAYS)
    rows = (
        SymptomReport.objects.filter(deleted_at__lt=too_late),
        ExerciseSession.objects.filter(deleted_at__lt=too_late),
    )
    return sum(queryset.delete()[0] for queryset in rows)

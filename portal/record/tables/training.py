"""What you did, how it felt, and what stood there before you changed it."""

from django.utils.translation import gettext_lazy as _

from portal.record.table import Table
from portal.record.tables.account import ID
from tracking import places
from tracking.models import (
    DoseChange,
    ExerciseLog,
    ExerciseSession,
    Revision,
    StopEvent,
    SymptomReport,
)

PLACES = {
    "type": "array",
    "items": {"enum": [key for key, _words in places.choices()]},
    "maxItems": 12,
}

PLACE_WORDS = dict(places.choices())


def places_in_words(chosen: list[str]) -> str:
    return ", ".join(PLACE_WORDS.get(key, key) for key in chosen)


SESSIONS = Table(
    "sessions",
    ExerciseSession,
    _("Your sessions"),
    {
        "id": ID,
        "enrollment": _("program it belongs to"),
        "phase_title": _("phase"),
        "kind": _("whole, short or gentle"),
        "performed_on": _("day"),
        "started_at": _("when it began"),
        "finished_at": _("when it ended"),
        "note": _("your note"),
        "source": _("how it was noted"),
        "version": _("how often it was saved"),
        "deleted_at": _("when you deleted it; gone 30 days later"),
    },
    order="started_at",
)
EXERCISE_LOGS = Table(
    "exercise_logs",
    ExerciseLog,
    _("Each exercise of your sessions"),
    {
        "id": ID,
        "session": _("session it belongs to"),
        "position": _("place in the session"),
        "exercise": _("exercise"),
        "title": _("exercise, as it was called"),
        "prescription": _("place in the program"),
        "swapped_from": _("exercise it took the place of"),
        "swap_reason": _("why you swapped it"),
        "sets": _("sets asked"),
        "reps": _("repeats asked"),
        "hold_seconds": _("seconds to hold"),
        "minutes": _("minutes asked"),
        "sides": _("sides"),
        "sets_done": _("sets done"),
        "reps_done": _("repeats done"),
        "hold_seconds_done": _("seconds held"),
        "minutes_done": _("minutes done"),
        "state": _("how far you came"),
        "moved_on": _("whether you went on to the next"),
        "skip_reason": _("why you left it out"),
        "rating": _("how it was"),
        "leg_response": _("leg pain after it"),
        "reach_response": _("how far down it went after it"),
        "version": _("how often it was saved"),
    },
    owner="session__member",
    order="session__started_at",
)
SYMPTOM_REPORTS = Table(
    "symptom_reports",
    SymptomReport,
    _("How your back and legs felt"),
    {
        "id": ID,
        "session": _("session it belongs to"),
        "moment": _("moment"),
        "reported_on": _("day"),
        "reported_at": _("when"),
        "raised_at": _("when it was noted or made worse, if that was later"),
        "back": _("back pain, 0 to 10"),
        "leg": _("leg pain, 0 to 10"),
        "places": _("places you chose on the drawing"),
        "left": _("farthest point on the left, 0 none to 6 foot"),
        "right": _("farthest point on the right, 0 none to 6 foot"),
        "tingling": _("tingling"),
        "numbness": _("numbness"),
        "weakness": _("weakness"),
        "note": _("your note"),
        "version": _("how often it was saved"),
        "deleted_at": _("when you deleted it; gone 30 days later"),
    },
    order="reported_at",
    shapes={"places": PLACES},
    said={"places": places_in_words},
)
REVISIONS = Table(
    "revisions",
    Revision,
    _("What stood there before you changed it"),
    {
        "id": ID,
        "report": _("report it belongs to"),
        "session": _("session it belongs to"),
        "saved_at": _("when it was changed"),
        "content": _("what stood there"),
    },
    order="saved_at",
    shapes={"content": {"type": "object"}},
    stays=_("What you deleted or wrote over stays where you did so."),
)
STOP_EVENTS = Table(
    "stop_events",
    StopEvent,
    _("Exercises you stopped"),
    {
        "id": ID,
        "log": _("exercise of a session it belongs to"),
        "event": _("what happened"),
        "happened_at": _("when"),
        "until": _("left out until"),
        "pain_before": _("pain before it, 0 to 10"),
        "left_before": _("farthest point on the left before it"),
        "right_before": _("farthest point on the right before it"),
        "pain": _("pain when you stopped, 0 to 10"),
        "left": _("farthest point on the left when you stopped"),
        "right": _("farthest point on the right when you stopped"),
        "checked_at": _("when you looked again"),
        "left_after": _("farthest point on the left when you looked again"),
        "right_after": _("farthest point on the right when you looked again"),
        "lifted_at": _("when a clinician allowed it again"),
    },
    owner="log__session__member",
    order="happened_at",
)
DOSE_CHANGES = Table(
    "dose_changes",
    DoseChange,
    _("How your exercises changed"),
    {
        "id": ID,
        "enrollment": _("program it belongs to"),
        "phase": _("program and phase"),
        "exercise": _("exercise"),
        "prescription": _("place in the program"),
        "session": _("session it belongs to"),
        "title": _("exercise, as it was called"),
        "sides": _("sides"),
        "amounts": _("the whole dose before"),
        "field": _("what changed"),
        "from_value": _("before"),
        "to_value": _("after"),
        "rule": _("by which rule"),
        "made_on": _("day"),
        "made_at": _("when"),
        "until": _("last day, if it was for a time"),
        "undone_at": _("when you undid it"),
    },
    owner="enrollment__member",
    order="made_at",
    shapes={"amounts": {"type": "object"}},
)
TRAINING = (
    SESSIONS,
    EXERCISE_LOGS,
    DOSE_CHANGES,
    STOP_EVENTS,
    SYMPTOM_REPORTS,
    REVISIONS,
)

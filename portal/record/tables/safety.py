"""The safety questions, and what clinicians did about the answers."""

from django.utils.translation import gettext_lazy as _

from portal.record.table import Row, Table
from portal.record.tables.account import ID
from tracking.models import AlertNote, SafetyAlert, SafetyScreen
from tracking.safety import ANSWER_CHOICES, Answer

WATCHED = _("Only clinicians of this site can act on it. A lock itself moves with you.")
ANSWERS = {
    "type": "array",
    "maxItems": 60,
    "items": {
        "type": "object",
        "required": ["key", "answer", "wording", "version"],
        "additionalProperties": False,
        "properties": {
            "key": {"type": "string", "maxLength": 60},
            "answer": {"enum": [answer.value for answer in Answer]},
            "wording": {"type": "string", "maxLength": 2000},
            "version": {"type": "integer", "minimum": 0},
        },
    },
}

LABELS = dict(ANSWER_CHOICES)


def answers_in_words(answers: list[Row]) -> str:
    return "\n".join(f"{a['wording']} {LABELS[a['answer']]}" for a in answers)


SAFETY_SCREENS = Table(
    "safety_screens",
    SafetyScreen,
    _("Safety questions you answered"),
    {
        "id": ID,
        "kind": _("which questions"),
        "asked_at": _("when"),
        "asked_on": _("day"),
        "answers": _("questions as worded that day, and your answers"),
        "precautions": _("what exercises were left out for"),
        "outcome": _("what follows"),
        "assessed_on": _("day a professional checked you"),
        "assessed_by": _("who checked you"),
        "cleared_at": _("when the lock was lifted"),
        "cleared_by": _("who lifted it"),
    },
    order="asked_at",
    shapes={
        "answers": ANSWERS,
        "precautions": {
            "type": "array",
            "items": {"type": "string", "maxLength": 60},
            "maxItems": 30,
        },
    },
    said={"answers": answers_in_words},
)
SAFETY_ALERTS = Table(
    "safety_alerts",
    SafetyAlert,
    _("Alerts that clinicians saw"),
    {
        "id": ID,
        "screen": _("answers it came from"),
        "severity": _("how urgent"),
        "raised_at": _("when it was raised"),
        "owner": _("who looked after it"),
        "closed_at": _("when it was closed"),
        "closed_by": _("who closed it"),
        "closing_note": _("how it ended"),
    },
    order="raised_at",
    stays=WATCHED,
)
ALERT_NOTES = Table(
    "alert_notes",
    AlertNote,
    _("What clinicians wrote about them"),
    {
        "id": ID,
        "alert": _("alert it belongs to"),
        "author": _("who wrote it"),
        "written_at": _("when"),
        "text": _("note"),
    },
    owner="alert__member",
    order="written_at",
    stays=WATCHED,
)
SAFETY = (SAFETY_SCREENS, SAFETY_ALERTS, ALERT_NOTES)

from tracking.views.enrollment import enrollment_detail
from tracking.views.player import session_finish, session_play, session_start
from tracking.views.progress import progress
from tracking.views.safety import safety, safety_screen_detail
from tracking.views.sessions import (
    session_delete,
    session_detail,
    session_edit,
    session_list,
)
from tracking.views.symptom_reports import (
    check_in,
    symptom_report_delete,
    symptom_report_edit,
)
from tracking.views.today import today

__all__ = [
    "check_in",
    "enrollment_detail",
    "progress",
    "safety",
    "safety_screen_detail",
    "session_delete",
    "session_detail",
    "session_edit",
    "session_finish",
    "session_list",
    "session_play",
    "session_start",
    "symptom_report_delete",
    "symptom_report_edit",
    "today",
]

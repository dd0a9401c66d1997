from tracking.views.care import alert_detail, alert_list
from tracking.views.directions import direction_trial_detail
from tracking.views.doses import dose_change_detail, dose_change_list
from tracking.views.enrollment import enrollment_detail, track_edit
from tracking.views.flares import flare_declare, flare_detail
from tracking.views.goals import (
    activity_goal_edit,
    activity_goal_list,
    week_plan,
    week_plan_edit,
)
from tracking.views.look_backs import look_back, look_back_edit
from tracking.views.phases import enrollment_phase, phase_move_detail
from tracking.views.player import session_finish, session_play, session_start
from tracking.views.progress import progress
from tracking.views.quick_log import session_log
from tracking.views.report import progress_report
from tracking.views.revisions import revision_detail
from tracking.views.safety import safety, safety_screen_detail
from tracking.views.sessions import (
    session_delete,
    session_detail,
    session_edit,
    session_list,
    session_report,
)
from tracking.views.sheet import session_sheet
from tracking.views.stops import session_stop, stop_event_detail
from tracking.views.symptom_reports import (
    check_in,
    symptom_report_delete,
    symptom_report_edit,
)
from tracking.views.ticks import tick_detail
from tracking.views.today import today

__all__ = [
    "activity_goal_edit",
    "activity_goal_list",
    "alert_detail",
    "alert_list",
    "check_in",
    "direction_trial_detail",
    "dose_change_detail",
    "dose_change_list",
    "enrollment_detail",
    "enrollment_phase",
    "flare_declare",
    "flare_detail",
    "look_back",
    "look_back_edit",
    "phase_move_detail",
    "progress",
    "progress_report",
    "revision_detail",
    "safety",
    "safety_screen_detail",
    "session_delete",
    "session_detail",
    "session_edit",
    "session_finish",
    "session_list",
    "session_log",
    "session_play",
    "session_report",
    "session_sheet",
    "session_start",
    "session_stop",
    "stop_event_detail",
    "symptom_report_delete",
    "symptom_report_edit",
    "tick_detail",
    "today",
    "track_edit",
    "week_plan",
    "week_plan_edit",
]

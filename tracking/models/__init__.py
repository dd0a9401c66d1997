from tracking.farthest_point import FarthestPoint
from tracking.models.activity_goal import ActivityGoal
from tracking.models.direction_trial import DirectionTrial
from tracking.models.dose_change import DoseChange
from tracking.models.enrollment import Enrollment
from tracking.models.exercise_log import ExerciseLog
from tracking.models.exercise_session import ExerciseSession
from tracking.models.flare import Flare
from tracking.models.goal_score import GoalScore
from tracking.models.intake import Intake
from tracking.models.look_back import LookBack
from tracking.models.phase_move import PhaseMove
from tracking.models.revision import Revision
from tracking.models.safety_alert import AlertNote, SafetyAlert
from tracking.models.safety_screen import SafetyScreen
from tracking.models.stop_event import StopEvent
from tracking.models.symptom_report import SymptomReport
from tracking.models.tick import Tick
from tracking.models.week_plan import WeekPlan

__all__ = [
    "ActivityGoal",
    "AlertNote",
    "DirectionTrial",
    "DoseChange",
    "Enrollment",
    "ExerciseLog",
    "ExerciseSession",
    "FarthestPoint",
    "Flare",
    "GoalScore",
    "Intake",
    "LookBack",
    "PhaseMove",
    "Revision",
    "SafetyAlert",
    "SafetyScreen",
    "StopEvent",
    "SymptomReport",
    "Tick",
    "WeekPlan",
]

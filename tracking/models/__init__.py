from tracking.models.enrollment import Enrollment
from tracking.models.exercise_session import ExerciseLog, ExerciseSession
from tracking.models.safety_screen import SafetyScreen
from tracking.models.symptom_report import FarthestPoint, SymptomReport

__all__ = [
    "Enrollment",
    "ExerciseLog",
    "ExerciseSession",
    "FarthestPoint",
    "SafetyScreen",
    "SymptomReport",
]

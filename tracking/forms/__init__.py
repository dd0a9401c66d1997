from tracking.forms.enrollment import EnrollmentForm
from tracking.forms.exercise_session import (
    ExerciseSessionForm,
    FinishForm,
    PlayForm,
    SkipForm,
    StartForm,
)
from tracking.forms.safety_screen import SafetyScreenForm
from tracking.forms.symptom_report import SymptomReportForm

__all__ = [
    "EnrollmentForm",
    "ExerciseSessionForm",
    "FinishForm",
    "PlayForm",
    "SafetyScreenForm",
    "SkipForm",
    "StartForm",
    "SymptomReportForm",
]

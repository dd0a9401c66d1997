from tracking.forms.activity_goal import (
    ActivityGoalForm,
    AddActivityGoalForm,
    RemoveActivityGoalForm,
    TakeUpForm,
)
from tracking.forms.direction_trial import ReadingForm
from tracking.forms.enrollment import (
    ConsentForm,
    DirectionForm,
    ProgramForm,
    TrackForm,
)
from tracking.forms.exercise_session import (
    BesideForm,
    ExerciseSessionForm,
    FinishForm,
    LaterForm,
    StartForm,
)
from tracking.forms.flare import FlareForm
from tracking.forms.look_back import LookBackForm
from tracking.forms.phase_move import PhaseMoveForm
from tracking.forms.play import SkipForm, StepForm
from tracking.forms.quick_log import QuickLogForm
from tracking.forms.safety_screen import SafetyScreenForm
from tracking.forms.stop_event import RestForm, StopForm
from tracking.forms.symptom_report import SymptomReportForm
from tracking.forms.tick import TickForm
from tracking.forms.week_plan import WeekPlanForm

__all__ = [
    "ActivityGoalForm",
    "AddActivityGoalForm",
    "BesideForm",
    "ConsentForm",
    "DirectionForm",
    "ExerciseSessionForm",
    "FinishForm",
    "FlareForm",
    "LaterForm",
    "LookBackForm",
    "PhaseMoveForm",
    "ProgramForm",
    "QuickLogForm",
    "ReadingForm",
    "RemoveActivityGoalForm",
    "RestForm",
    "SafetyScreenForm",
    "SkipForm",
    "StartForm",
    "StepForm",
    "StopForm",
    "SymptomReportForm",
    "TakeUpForm",
    "TickForm",
    "TrackForm",
    "WeekPlanForm",
]

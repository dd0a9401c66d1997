from exercises.admin.exercise import ExerciseAdmin
from exercises.admin.guide import GuideAdmin, GuideSectionAdmin
from exercises.admin.picture import PictureAdmin
from exercises.admin.program import PhaseAdmin, ProgramAdmin
from exercises.admin.reference import ReferenceAdmin
from exercises.admin.safety_question import SafetyQuestionAdmin

__all__ = [
    "ExerciseAdmin",
    "GuideAdmin",
    "GuideSectionAdmin",
    "PhaseAdmin",
    "PictureAdmin",
    "ProgramAdmin",
    "ReferenceAdmin",
    "SafetyQuestionAdmin",
]

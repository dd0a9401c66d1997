from exercises.models.content import Content, ContentQuerySet
from exercises.models.dose import Dose
from exercises.models.edition import Edition
from exercises.models.exercise import Caution, Exercise, Step, Variation
from exercises.models.guide import (
    Guide,
    GuideSection,
    HelpItem,
    PausedMovement,
    SectionExercise,
)
from exercises.models.picture import Picture
from exercises.models.program import Phase, Prescription, Program, Track
from exercises.models.reference import Reference
from exercises.models.safety_question import SafetyQuestion
from exercises.models.statement import Certainty, InSciatica, Statement
from exercises.models.workflow import Workflow, WorkflowQuerySet

__all__ = [
    "Caution",
    "Certainty",
    "Content",
    "ContentQuerySet",
    "Dose",
    "Edition",
    "Exercise",
    "Guide",
    "GuideSection",
    "HelpItem",
    "InSciatica",
    "PausedMovement",
    "Phase",
    "Picture",
    "Prescription",
    "Program",
    "Reference",
    "SafetyQuestion",
    "SectionExercise",
    "Statement",
    "Step",
    "Track",
    "Variation",
    "Workflow",
    "WorkflowQuerySet",
]

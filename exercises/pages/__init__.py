"""What each public page shows, prepared in the order in which it is read."""

from exercises.pages.cards import ExerciseCard, exercise_card
from exercises.pages.chosen import Chosen, address, chosen, ways_back
from exercises.pages.citations import Citation, citations
from exercises.pages.exercise import ExercisePage, exercise_page
from exercises.pages.guide import GuidePage, guide_page
from exercises.pages.linked_data import reference_data
from exercises.pages.picture import picture_response
from exercises.pages.program import ProgramPage, program_page
from exercises.pages.program_sheet import ProgramSheet, sheet_of
from exercises.pages.whole import whole_page

__all__ = [
    "Chosen",
    "Citation",
    "ExerciseCard",
    "ExercisePage",
    "GuidePage",
    "ProgramPage",
    "ProgramSheet",
    "address",
    "chosen",
    "citations",
    "exercise_card",
    "exercise_page",
    "guide_page",
    "picture_response",
    "program_page",
    "reference_data",
    "sheet_of",
    "ways_back",
    "whole_page",
]

"""Help while writing: what a page still needs, before readers meet it."""

from exercises.writing.examining import blocking, findings, of_words
from exercises.writing.finding import BLOCKING, Finding, Kind, Place

__all__ = ["BLOCKING", "Finding", "Kind", "Place", "blocking", "findings", "of_words"]

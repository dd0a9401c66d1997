from dataclasses import dataclass

from tracking.tables import Table


@dataclass(frozen=True)
class Question:
    """An answer sentence, and the table under its chart."""

    answer: str
    table: Table

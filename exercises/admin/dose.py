from typing import Any

from exercises.models.dose import RANGES

# Two ranges in a row: the start and the end of each.
PAIRS = [(name, f"{name}_to") for name in RANGES]
DOSE_FIELDS: list[Any] = [
    tuple(field for pair in PAIRS[start : start + 2] for field in pair)
    for start in range(0, len(PAIRS), 2)
]

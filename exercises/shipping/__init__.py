"""Content that ships with the product: one file each, loaded into rows.

`shapes.py` says what each kind of file holds. A file and a row are both brought to
one plain form, so that they can be compared: `files.py`, `shape.py`.
`loading.py` compares, `writing.py` writes rows, `printing.py` writes files.
"""

from exercises.shipping.loading import CONTENT, Tally, load_content
from exercises.shipping.refusal import ContentError

__all__ = ["CONTENT", "ContentError", "Tally", "load_content"]

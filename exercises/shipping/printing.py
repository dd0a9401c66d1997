"""A plain form as the text of a file: what `files.py` reads, the other way."""

from exercises.shipping import nodes
from exercises.shipping.kinds import Kind
from exercises.shipping.part import Plain

DASHES = "---\n"


def printed(kind: Kind, plain: Plain) -> str:
    above, text = kind.apart(plain, kind.text_key)
    pairs = kind.shape.pairs(above)
    told = nodes.keys(
        (key, node) for key, node in pairs if key != kind.text_key or key in above
    )
    below = f"{text}\n" if text else ""
    return f"{DASHES}{nodes.text_of(told)}{DASHES}{below}"

from django import template
from django.utils.safestring import SafeString

from exercises.figures import FINISH, LOOKS, MOVEMENTS, START
from exercises.templatetags.figures import figure

register = template.Library()


@register.inclusion_tag("admin/exercises/stills.html")
def stills(key: str | None, look: str | None) -> dict[str, dict[str, SafeString]]:
    """Each still that the tiles of a form show, drawn once, by id."""
    is_drawn = key in MOVEMENTS
    shown = key if is_drawn else next(iter(MOVEMENTS))
    drawn = {f"figure-{one}": still(one) for one in MOVEMENTS}
    drawn |= {f"look-{one}": still(shown, look=one) for one in LOOKS}
    if is_drawn:
        worn = look if look in LOOKS else ""
        drawn |= {f"frame-{one}": still(key, one, worn) for one in (START, FINISH)}
    return {"stills": drawn}


def still(key: str | None, frame: int = FINISH, look: str = "") -> SafeString:
    return figure(key, frame, look=look, arrow=False, label=False, crop=True)

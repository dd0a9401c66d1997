from collections.abc import Sequence

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from tracking.safety import CAUDA_EQUINA


@register
def safety_questions_have_wording(
    app_configs: Sequence[AppConfig] | None, **_kwargs: object
) -> list[CheckMessage]:
    """Pairs the keys in the rules with the wordings that are shipped."""
    folder = settings.BASE_DIR / "exercises" / "content" / "safety"
    shipped = {path.stem for path in folder.glob("*.md")}
    return [
        Error(
            f"The safety question {key} is in the code or in the content, not in both.",
            hint="Give it a file in exercises/content/safety and a rule.",
            id="tracking.E001",
        )
        for key in sorted(shipped.symmetric_difference(CAUDA_EQUINA))
    ]

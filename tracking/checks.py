from collections.abc import Iterator, Sequence

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from tracking.forms.safety_fields import PREFIX
from tracking.safety import FOLLOW_UPS, FULL, PRECAUTION_KEYS


def keys_of_rules() -> Iterator[str]:
    yield from FULL
    yield from FOLLOW_UPS
    yield from (f"{PREFIX}{key}" for key in PRECAUTION_KEYS)


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
        for key in sorted(shipped.symmetric_difference(keys_of_rules()))
    ]

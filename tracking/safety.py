"""The safety rules: data and pure functions. The wording of questions is content.

Source of the rules: the cauda equina warning signs that spine clinics hand out.
Any one sign is enough, and "not sure" counts as yes.
"""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from tracking.models import SafetyScreen

CAUDA_EQUINA = ("ces_bladder", "ces_bowel", "ces_saddle", "ces_sex", "ces_bilateral")


class Answer(StrEnum):
    YES = "yes"
    NO = "no"
    NOT_SURE = "not-sure"


ANSWER_CHOICES = [
    (Answer.YES.value, _("Yes")),
    (Answer.NO.value, _("No")),
    (Answer.NOT_SURE.value, _("Not sure")),
]


class Gate(StrEnum):
    """What the latest screen allows."""

    UNANSWERED = "unanswered"
    LOCKED = "locked"
    OPEN = "open"


def outcome(answers: Mapping[str, str]) -> SafetyScreen.Outcome:
    """What follows from the answers. A question without an answer counts as yes."""
    if all(answers.get(key) == Answer.NO for key in CAUDA_EQUINA):
        return SafetyScreen.Outcome.CLEAR
    return SafetyScreen.Outcome.EMERGENCY


def gate(latest: SafetyScreen | None) -> Gate:
    if latest is None:
        return Gate.UNANSWERED
    return Gate.LOCKED if latest.is_locked else Gate.OPEN

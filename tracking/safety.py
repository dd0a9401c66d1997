"""The safety rules: data and pure functions. The wording of questions is content.

Any one sign is enough. "Not sure" counts as yes for the signs of the nerves at the base
of the spine, and as "same day" elsewhere, but never as more than a yes would.
Sources: clinic warning cards for cauda equina, the AHCPR table of red flags,
Finucane 2020, and the guidelines that the guide cites.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from django.utils.translation import gettext_lazy as _

from tracking.models import SafetyScreen


class Answer(StrEnum):
    YES = "yes"
    NO = "no"
    NOT_SURE = "not-sure"


ANSWER_CHOICES = [
    (Answer.YES.value, _("Yes")),
    (Answer.NO.value, _("No")),
    (Answer.NOT_SURE.value, _("Not sure")),
]


class Action(IntEnum):
    """What one answer asks for, from least to most."""

    CLEAR = 0
    SEE_FIRST = 1
    SAME_DAY = 2
    EMERGENCY = 3


OUTCOMES = {
    Action.CLEAR: SafetyScreen.Outcome.CLEAR,
    Action.SEE_FIRST: SafetyScreen.Outcome.SEE_FIRST,
    Action.SAME_DAY: SafetyScreen.Outcome.SAME_DAY,
    Action.EMERGENCY: SafetyScreen.Outcome.EMERGENCY,
}


@dataclass(frozen=True)
class Rule:
    """One question: what yes means, what not sure means, and what else decides.

    `follow_up` is asked after a yes or a not sure; yes to it means `if_follow_up`.
    `with_any` names questions of which one yes makes this one `EMERGENCY`.
    """

    key: str
    yes: Action
    not_sure: Action
    follow_up: str = ""
    if_follow_up: Action = Action.EMERGENCY
    with_any: tuple[str, ...] = ()


ANY_OTHER = ("any other",)
CAUDA_EQUINA = ("ces_bladder", "ces_bowel", "ces_saddle", "ces_sex", "ces_bilateral")
EMERGENCY, SAME_DAY, SEE_FIRST = Action.EMERGENCY, Action.SAME_DAY, Action.SEE_FIRST

RULES = (
    Rule("ces_bladder", EMERGENCY, EMERGENCY),
    Rule("ces_bowel", EMERGENCY, EMERGENCY),
    Rule("ces_saddle", EMERGENCY, EMERGENCY),
    # Alone it is an unlikely sign; beside any other yes it is an emergency.
    Rule("ces_sex", SAME_DAY, SAME_DAY, with_any=ANY_OTHER),
    Rule("ces_bilateral", EMERGENCY, EMERGENCY),
    Rule("motor", SAME_DAY, SAME_DAY, follow_up="motor_sudden"),
    Rule("trauma", SAME_DAY, SAME_DAY, follow_up="trauma_severe"),
    Rule(
        "infection",
        SAME_DAY,
        SAME_DAY,
        follow_up="infection_severe",
        with_any=("motor",),
    ),
    Rule(
        "cancer",
        SEE_FIRST,
        SEE_FIRST,
        follow_up="cancer_past",
        if_follow_up=SAME_DAY,
        with_any=("motor",),
    ),
    Rule("clot", SAME_DAY, SAME_DAY, follow_up="clot_chest"),
    Rule("abdomen", EMERGENCY, SAME_DAY),
    Rule("inflam", SEE_FIRST, SEE_FIRST),
    Rule("claud", SEE_FIRST, SEE_FIRST),
    Rule("duration", SEE_FIRST, SEE_FIRST),
)
BY_KEY = {rule.key: rule for rule in RULES}
FOLLOW_UPS = {rule.follow_up: rule.key for rule in RULES if rule.follow_up}
SHORT = (*CAUDA_EQUINA, "motor", "trauma", "infection")
FULL = tuple(rule.key for rule in RULES)


@dataclass(frozen=True)
class Precaution:
    """Something to know beforehand: the exercises (by slug) that it leaves out."""

    key: str
    leaves_out: frozenset[str]


BACKWARD = ("lying-press-up", "standing-back-bend", "prone-on-elbows")
ON_THE_FRONT = ("lying-press-up", "lying-on-your-front", "prone-on-elbows")
PRECAUTIONS = (
    Precaution("pregnant", frozenset({*ON_THE_FRONT, "hip-bridge", "knees-to-chest"})),
    Precaution(
        "surgery",
        frozenset(
            {
                *BACKWARD,
                "hip-bridge",
                "knees-to-chest",
                "nerve-slider",
                "seated-cat-cow",
            }
        ),
    ),
    Precaution("hip_replacement", frozenset({"figure-4-stretch", "knees-to-chest"})),
    Precaution(
        "weak_bones", frozenset({"knees-to-chest", "lying-press-up", "seated-cat-cow"})
    ),
    Precaution("narrow_canal", frozenset(BACKWARD)),
    Precaution("heart", frozenset({"abdominal-brace", "hip-bridge"})),
    Precaution("blood_pressure", frozenset({"abdominal-brace", "hip-bridge"})),
    Precaution(
        "dizziness",
        frozenset(
            {
                "standing-back-bend",
                "hip-hinge",
                "standing-hamstring-stretch",
                "bird-dog",
                "nerve-slider",
            }
        ),
    ),
)
PRECAUTION_KEYS = tuple(precaution.key for precaution in PRECAUTIONS)
NO_PRECAUTION, PRECAUTION_NOT_SURE = "none", "not-sure"
CLAUDICATION = "claud"  # legs that hurt on walking: bending back may make it worse


def is_raised(answer: str | None) -> bool:
    """Anything but a clear no: a question left open counts as not sure."""
    return answer != Answer.NO


def action_of(rule: Rule, answers: Mapping[str, str]) -> Action:
    answer = answers.get(rule.key)
    if not is_raised(answer):
        return Action.CLEAR
    own = rule.yes if answer == Answer.YES else rule.not_sure
    return max(own, after_follow_up(rule, answers), beside_others(rule, answers))


def after_follow_up(rule: Rule, answers: Mapping[str, str]) -> Action:
    if not rule.follow_up or answers.get(rule.follow_up) == Answer.NO:
        return Action.CLEAR
    if answers.get(rule.follow_up) == Answer.YES:
        return rule.if_follow_up
    return min(rule.if_follow_up, SAME_DAY)


def beside_others(rule: Rule, answers: Mapping[str, str]) -> Action:
    """Some signs weigh more beside a yes to another question."""
    others = FULL if rule.with_any == ANY_OTHER else rule.with_any
    yes = any(answers.get(key) == Answer.YES for key in others if key != rule.key)
    return EMERGENCY if yes else Action.CLEAR


def action(
    answers: Mapping[str, str],
    asked: Iterable[str] = FULL,
    precautions: Iterable[str] = (),
) -> Action:
    """The most that any one answer asks for. A question left out counts as raised."""
    given = {key: answers.get(key, "") for key in asked}
    given |= {key: answers[key] for key in FOLLOW_UPS if key in answers}
    found = [action_of(BY_KEY[key], given) for key in asked]
    known = set(precautions) - {NO_PRECAUTION}
    return max([*found, SEE_FIRST if known else Action.CLEAR])


def outcome(
    answers: Mapping[str, str],
    asked: Iterable[str] = FULL,
    precautions: Iterable[str] = (),
) -> SafetyScreen.Outcome:
    return OUTCOMES[action(answers, asked, precautions)]


def follow_ups_for(answers: Mapping[str, str]) -> list[str]:
    """The follow-up questions that these answers call for, in the order asked."""
    return [
        rule.follow_up
        for rule in RULES
        if rule.follow_up and answers.get(rule.key) in (Answer.YES, Answer.NOT_SURE)
    ]


def left_out(
    precautions: Iterable[str], answers: Mapping[str, str] | None = None
) -> set[str]:
    """The slugs of exercises that this member is not given."""
    chosen = set(precautions)
    slugs = {s for p in PRECAUTIONS if p.key in chosen for s in p.leaves_out}
    if answers and is_raised(answers.get(CLAUDICATION, Answer.NO)):
        slugs |= set(BACKWARD)
    return slugs


class Gate(StrEnum):
    """What the latest screen allows."""

    UNANSWERED = "unanswered"
    DUE = "due"
    LOCKED = "locked"
    OPEN = "open"

"""Does this sponsor cover the program on this day? The answer in words and a sign."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Self

from portal.plans.models import Benefit, PlanOption, Sponsor

JOINABLE = (Benefit.State.RUNNING, Benefit.State.SOME)
NONE = "none"
OTHER_PLAN = "other"

SIGNS = {
    Benefit.State.RUNNING: "check",
    Benefit.State.SOME: "circle-help",
    Benefit.State.COMING: "calendar-check",
    Benefit.State.ENDED: "history",
}
LOOKS = {Benefit.State.RUNNING: "yes", Benefit.State.SOME: "some"}
KIND_SIGNS = {
    Sponsor.Kind.EMPLOYER: "building-2",
    Sponsor.Kind.HEALTH_PLAN: "shield-check",
    Sponsor.Kind.UNION: "users",
    Sponsor.Kind.UNIVERSITY: "graduation-cap",
}


@dataclass(frozen=True)
class Answer:
    """`choice` is the plan option that was chosen, `is_other` that none of them was.

    `coming` is a benefit of an employer's own, where its health plans answer until then.
    """

    sponsor: Sponsor
    benefit: Benefit | None
    state: Benefit.State | None
    choice: PlanOption | None = None
    is_other: bool = False
    coming: Benefit | None = None

    @classmethod
    def on(cls, day: dt.date, sponsor: Sponsor, invited: Benefit | None = None) -> Self:
        """Of the benefit that an invitation leads to, else of the one to speak of."""
        benefit = invited or sponsor.benefit_on(day)
        state = benefit.state_on(day) if benefit else None
        if not invited and state not in JOINABLE and sponsor.has_plans:
            coming = benefit if state == Benefit.State.COMING else None
            return cls(sponsor, None, Benefit.State.SOME, coming=coming)
        return cls(sponsor, benefit, state)

    def with_plan(self, chosen: str) -> Self:
        """As it is for one plan option; what is no option of it changes nothing."""
        if not self.benefit or self.state != Benefit.State.SOME:
            return self
        option = next((o for o in self.options if str(o.pk) == chosen), None)
        state = Benefit.State.RUNNING if option and option.is_included else self.state
        return replace(self, choice=option, state=state, is_other=chosen == OTHER_PLAN)

    @property
    def options(self) -> list[PlanOption]:
        return list(self.benefit.options.all()) if self.benefit else []

    @property
    def is_left_out(self) -> bool:
        """The plan that was chosen is not among those that are included."""
        return self.is_other or bool(self.choice and not self.choice.is_included)

    @property
    def can_join(self) -> bool:
        return bool(self.benefit) and self.state in JOINABLE

    @property
    def sign(self) -> str:
        return SIGNS[self.state] if self.state else "minus"

    @property
    def look(self) -> str:
        return LOOKS.get(self.state, NONE) if self.state else NONE

    @property
    def kind_sign(self) -> str:
        return KIND_SIGNS[Sponsor.Kind(self.sponsor.kind)]

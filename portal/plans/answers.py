"""Does this sponsor cover the program on this day? The answer in words and a sign."""

import datetime as dt
from dataclasses import dataclass
from typing import Self

from portal.plans.models import Benefit, Sponsor

JOINABLE = (Benefit.State.RUNNING, Benefit.State.SOME)
NONE = "none"

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
    sponsor: Sponsor
    benefit: Benefit | None
    state: Benefit.State | None

    @classmethod
    def on(cls, day: dt.date, sponsor: Sponsor) -> Self:
        benefit = sponsor.benefit_on(day)
        return cls(sponsor, benefit, benefit.state_on(day) if benefit else None)

    @property
    def can_join(self) -> bool:
        return self.state in JOINABLE

    @property
    def sign(self) -> str:
        return SIGNS[self.state] if self.state else "minus"

    @property
    def look(self) -> str:
        return LOOKS.get(self.state, NONE) if self.state else NONE

    @property
    def kind_sign(self) -> str:
        return KIND_SIGNS[Sponsor.Kind(self.sponsor.kind)]

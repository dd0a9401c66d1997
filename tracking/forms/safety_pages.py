"""How the fields of a safety screen stand on its pages."""

from dataclasses import dataclass
from itertools import groupby

from django import forms
from django.forms import BoundField

from exercises.models import SafetyQuestion
from tracking.forms.safety_fields import PRECAUTIONS

NOT_IN_A_GROUP = ("entry", "assessed_by", "assessed_on")


@dataclass(frozen=True)
class Group:
    heading: str
    fields: list[BoundField]


class InPages(forms.Form):
    """One page of groups; where answers call for it, a second with the rest hidden."""

    questions: dict[str, SafetyQuestion]
    follow_ups: list[str]

    @property
    def has_first_errors(self) -> bool:
        return any(name not in self.follow_ups for name in self.errors)

    @property
    def shows_follow_ups(self) -> bool:
        return self.is_bound and bool(self.follow_ups) and not self.has_first_errors

    @property
    def first_page(self) -> list[BoundField]:
        return [self[name] for name in self.fields if name not in self.follow_ups]

    @property
    def second_page(self) -> list[BoundField]:
        return [self[name] for name in self.follow_ups]

    @property
    def groups(self) -> list[Group]:
        asked = [field for field in self.first_page if field.name not in NOT_IN_A_GROUP]
        return [
            Group(heading, list(fields))
            for heading, fields in groupby(asked, self.heading_of)
        ]

    def heading_of(self, field: BoundField) -> str:
        if field.name == PRECAUTIONS:
            return str(SafetyQuestion.Topic.PRECAUTION.label)
        return self.questions[field.name].get_topic_display()

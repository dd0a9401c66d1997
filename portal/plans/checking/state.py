"""How far a check has come. It rests in the session, shut: an hour at most."""

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from portal.plans.checking.codes import Code
from portal.plans.checking.matching import Found, Outcome
from portal.plans.checking.questions import CardForm, Question, questions_of
from portal.plans.eligibility.identity import Identity
from portal.plans.eligibility.keys import newest_key
from portal.plans.models import Benefit

SESSION_KEY = "coverage check"


@dataclass
class Check:
    """The answers to one benefit's questions, and what came of them."""

    request: HttpRequest
    benefit: Benefit
    kept: dict[str, Any]

    @classmethod
    def of(cls, request: HttpRequest, benefit: Benefit) -> "Check":
        check = cls(request, benefit, {"answers": {}})
        shut = request.session.get(check.place, "")
        check.kept |= json.loads(newest_key().open(shut) or "{}")
        return check

    @property
    def place(self) -> str:
        """One for each benefit: a partner's plan may be open in another tab."""
        return f"{SESSION_KEY} {self.benefit.pk}"

    def keep(self) -> None:
        self.request.session[self.place] = newest_key().shut(json.dumps(self.kept))

    def forget(self) -> None:
        self.request.session.pop(self.place, None)

    @property
    def answers(self) -> dict[str, str]:
        answers: dict[str, str] = self.kept["answers"]
        return answers

    @property
    def questions(self) -> list[type[Question]]:
        return questions_of(self.benefit, self.answers)

    @property
    def open_question(self) -> type[Question] | None:
        done = self.kept.get("done", [])
        return next((q for q in self.questions if q.name not in done), None)

    def answer(self, question: Question) -> None:
        self.answers.update(question.answers())
        done = self.kept.get("done", [])
        self.kept["done"] = [*(name for name in done if name != question.name)]
        self.kept["done"].append(question.name)

    def go_back(self) -> None:
        """To the question before; what was typed stays filled in."""
        done = self.kept.get("done", [])
        self.kept["done"] = done[:-1]

    def filled(self, question: type[Question]) -> dict[str, object]:
        filled: dict[str, object] = {**self.answers}
        if "birth_date" in self.answers:
            born = dt.date.fromisoformat(self.answers["birth_date"])
            filled |= {"year": born.year, "month": born.month, "day": born.day}
        return filled

    @property
    def who(self) -> Identity:
        answers = self.answers
        has_card = CardForm in self.questions
        return Identity(
            last_name=answers["last_name"],
            birth_date=dt.date.fromisoformat(answers["birth_date"]),
            first_name=answers.get("first_name", ""),
            member_id=answers.get("member_id", "") if has_card else "",
            zip_code=answers.get("zip_code", ""),
        )

    @property
    def is_family(self) -> bool | None:
        if not self.benefit.asks_relationship:
            return None
        return bool(self.answers.get("is_family"))

    @property
    def outcome(self) -> Outcome | None:
        """What may be told. While a code is awaited, nothing."""
        told = self.kept.get("outcome")
        return Outcome(told) if told else None

    @property
    def code(self) -> Code | None:
        code: Code | None = self.kept.get("code")
        return code

    def note(self, found: Found) -> None:
        record = found.record
        self.kept["found"] = {
            "outcome": str(found.outcome),
            "person": record.person if record else "",
            "key_id": record.key_id if record else "",
            "plan_code": record.plan_code if record else "",
            "starts_on": record.starts_on.isoformat() if record else "",
        }

    def tell(self, outcome: Outcome | None = None) -> None:
        """From now on the page says what was found; what was typed is dropped."""
        self.kept["outcome"] = str(outcome or self.kept["found"]["outcome"])
        self.kept["answers"] = {}
        self.kept.pop("code", None)

    @property
    def starts_on(self) -> dt.date:
        return dt.date.fromisoformat(self.found["starts_on"])

    @property
    def found(self) -> dict[str, str]:
        found: dict[str, str] = self.kept.get("found", {})
        return found

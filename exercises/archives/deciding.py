"""What each file does here. What readers meet now is never changed by a file.

Without a name, whoever runs the site moves content: what is new keeps its stage. In
somebody's name, what is new is a draft that they wrote, to be approved by others.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from exercises.archives.exporting import Standing, pixels, standing
from exercises.archives.names import ALL_KINDS, FileName, Files
from exercises.archives.plan import WRITES, Outcome, Plan, Step
from exercises.archives.reading import Entry, read
from exercises.models import SafetyQuestion, Workflow
from exercises.shipping.kinds import PICTURES
from exercises.shipping.part import Plain
from exercises.shipping.refusal import RefusedError, within
from portal.accounts.models import Member

Status = Workflow.Status
STAGE = {"status", "reviewed_by", "reviewed_on", "review_due_on", "publish_on"}
KEPT = {*STAGE, "version"}
FIXED = ("topic", "order", "language")  # of a question: they belong to the code
LIVE = {Status.PUBLISHED, Status.WITHDRAWN}
IT_STAYS = _("It stays.")
STAYS = _("Its stage and its review here stay as they are.")
AS_IT_SAYS = _("With the stage that the file tells.")
AS_A_DRAFT = _("As a draft.")
INTO_DRAFT = _("Into a working draft: readers keep the page as it is.")
IN_PLACE = _("Into the draft that is here. Its review is taken off.")
AT_ONCE = _("Readers see it at once: a reference has no draft.")
SAID_IN_DRAFT = _("The working draft here says this already.")
PICTURE_STAYS = _("A picture that is here is changed in the admin only.")


def words(plain: Plain) -> Plain:
    return {key: value for key, value in plain.items() if key not in KEPT}


class Deciding:
    """One archive and what stands here under the same names."""

    def __init__(self, files: Files, by: Member | None, *, held: bool) -> None:
        reading = read(files)
        self.by = by
        self.entries = {entry.name: entry for entry in reading.entries}
        self.plan = Plan(reading.library, problems=reading.problems)
        self.here = {
            here.name: here
            for kind in ALL_KINDS
            for here in standing(kind, reading.library, held=held)
        }

    def decided(self) -> Plan:
        steps: list[Step] = []
        for name, entry in self.entries.items():
            try:
                step = self.step(entry)
                self.refuse_claims(step)
            except RefusedError as refusal:
                self.plan.problems.append(f"{name}: {refusal}")
            else:
                steps.append(step)
                self.plan.remarks += [f"{name}: {each}" for each in entry.remarks]
        steps += self.only_here(steps)
        self.plan.steps = sorted(steps, key=lambda step: str(step.name))
        return self.plan

    def only_here(self, steps: list[Step]) -> list[Step]:
        """A working draft that takes the words of its page's file is not left."""
        written = [step.row for step in steps if step.row is not None]
        names = self.here.keys() - self.entries.keys()
        left = [name for name in names if self.here[name].row not in written]
        return [Step(name, Outcome.ONLY_HERE, IT_STAYS) for name in left]

    def refuse_claims(self, step: Step) -> None:
        """What no page may claim is never public: a page can wait as a draft."""
        goes_live = step.plain.get("status", Status.PUBLISHED) == Status.PUBLISHED
        if step.outcome in WRITES and goes_live and step.entry and step.entry.claims:
            has_drafts = issubclass(step.name.kind.shape.model, Workflow)
            hint = " Bring it in with “status: draft”." if has_drafts else ""
            raise RefusedError(" ".join(step.entry.claims) + hint)

    def step(self, entry: Entry) -> Step:
        model = entry.name.kind.shape.model
        if not issubclass(model, Workflow):
            return self.without_stage(entry)
        if model is SafetyQuestion and self.by:
            self.refuse_other_question(entry)
        if entry.name.is_draft:
            return self.working_draft(entry)
        return self.page(entry)

    def without_stage(self, entry: Entry) -> Step:
        here = self.here.get(entry.name)
        if here is None:
            return Step(entry.name, Outcome.ADDED, plain=entry.plain, entry=entry)
        if here.plain == entry.plain and same_picture(entry, here):
            return Step(entry.name, Outcome.SAME)
        if entry.name.kind is PICTURES:
            return Step(entry.name, Outcome.KEPT, PICTURE_STAYS)
        return changed(entry, here, entry.plain, AT_ONCE)

    def refuse_other_question(self, entry: Entry) -> None:
        here = self.here.get(FileName(entry.name.kind, entry.name.name))
        if here is None:
            raise RefusedError("The code asks no such question.")
        for key in FIXED:
            if here.plain.get(key) != entry.plain.get(key):
                with within(key):
                    raise RefusedError("Only the words of a question are changed here.")

    def page(self, entry: Entry) -> Step:
        here = self.here.get(entry.name)
        if here is None:
            return self.added(entry)
        if words(here.plain) == words(entry.plain):
            note = STAYS if here.plain != entry.plain else ""
            return Step(entry.name, Outcome.SAME, note)
        if not here.row.is_live:
            return changed(entry, here, as_draft(entry, here), IN_PLACE)
        return self.into_working_draft(entry, here)

    def added(self, entry: Entry, draft_of: Any = None) -> Step:
        plain, note = entry.plain, AS_IT_SAYS
        if self.by:
            plain, note = {**words(plain), "status": Status.DRAFT}, AS_A_DRAFT
        return Step(
            entry.name,
            Outcome.ADDED,
            note,
            plain=plain,
            draft_of=draft_of,
            entry=entry,
        )

    def into_working_draft(self, entry: Entry, live: Standing) -> Step:
        name = FileName(entry.name.kind, entry.name.name, is_draft=True)
        if name in self.entries:
            raise RefusedError(
                f"It differs from the page here, and so may {name}. A page has one "
                "working draft: leave one of the 2 files out."
            )
        draft = self.here.get(name)
        if draft and words(draft.plain) == words(entry.plain):
            return Step(entry.name, Outcome.SAME, SAID_IN_DRAFT)
        if draft:
            return changed(entry, draft, as_draft(entry, draft), IN_PLACE)
        plain = {**as_draft(entry, live), "status": Status.DRAFT}
        return Step(
            entry.name,
            Outcome.CHANGED,
            INTO_DRAFT,
            live.text,
            plain,
            draft_of=live.row,
            entry=entry,
        )

    def working_draft(self, entry: Entry) -> Step:
        draft = self.here.get(entry.name)
        if draft and words(draft.plain) == words(entry.plain):
            note = STAYS if draft.plain != entry.plain else ""
            return Step(entry.name, Outcome.SAME, note)
        if draft:
            return changed(entry, draft, as_draft(entry, draft), IN_PLACE)
        name = FileName(entry.name.kind, entry.name.name)
        live = self.here.get(name)
        if live and live.row.is_live:
            return self.added(entry, live.row)
        coming = self.entries.get(name)
        if coming and not live and not self.by and status_of(coming) in LIVE:
            return self.added(entry, name)
        raise RefusedError(
            f"{name} is no live page, so it has no working draft. Leave this file out."
        )


def status_of(entry: Entry) -> str:
    return str(entry.plain.get("status", Status.PUBLISHED))


def as_draft(entry: Entry, here: Standing) -> Plain:
    """Its words, at the stage of what is here, without the review of other words."""
    version = {key: here.plain[key] for key in ("version",) if key in here.plain}
    return {**words(entry.plain), **version, "status": here.row.status}


def changed(entry: Entry, here: Standing, plain: Plain, note: Any) -> Step:
    return Step(
        entry.name, Outcome.CHANGED, note, here.text, plain, here.row, entry=entry
    )


def same_picture(entry: Entry, here: Standing) -> bool:
    if entry.picture is None:
        return True
    return bool(entry.picture.read() == pixels(here.row))


def plan_of(files: Files, by: Member | None, *, held: bool = False) -> Plan:
    return Deciding(files, by, held=held).decided()

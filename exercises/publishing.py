"""The deeds that lead from a draft to a page. Who may do them: `exercises/admin`."""

import datetime as dt
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from exercises import history
from exercises.models import Exercise, Guide, Program, SafetyQuestion, Workflow
from exercises.tree import grow, merge
from exercises.writing import Finding, blocking
from portal.accounts.models import Member

Status = Workflow.Status
KINDS: tuple[type[Workflow], ...] = (Exercise, Guide, Program, SafetyQuestion)
NAMED_BY = ("slug", "key", "version")


class HeldBackError(Exception):
    """A page cannot go live as it is."""


class InUseError(HeldBackError):
    """A part that a member still follows cannot be taken out."""


class NotReadyError(HeldBackError):
    """The page claims what no page may claim, or promises without a reference."""

    def __init__(self, found: list[Finding]) -> None:
        super().__init__(" ".join(map(str, found)))
        self.found = found


@transaction.atomic
def working_draft(live: Any, by: Member | None = None) -> Any:
    """The copy that staff change while readers keep the page as it is."""
    draft = type(live).objects.filter(draft_of=live).first()
    if draft is None:
        history.remember_first(live)
        with history.recorded(by, _("Working draft begun")):
            draft = copied(live, draft_of=live)
    return draft


def copied(row: Any, **values: Any) -> Any:
    copy = type(row)(status=Status.DRAFT)
    for name in NAMED_BY:
        if hasattr(row, name):
            setattr(copy, name, getattr(row, name))
    for name, value in values.items():
        setattr(copy, name, value)
    merge(copy, grow(row))
    return copy


@transaction.atomic
def copy_program(program: Program, by: Member) -> Program:
    """A program of its own, to change where it differs."""
    with history.recorded(by, _("Copied from %(title)s") % {"title": program}):
        copy: Program = copied(program, slug=free_slug(program.slug))
        title = _("Copy of %(title)s") % {"title": program.title}
        copy.title = title[:120]
        copy.save()
        copy.writers.add(by)
    return copy


def free_slug(slug: str) -> str:
    taken = set(Program.objects.values_list("slug", flat=True))
    names = (f"{slug[:50]}-copy{number}" for number in ["", *range(2, 100)])
    return next(name for name in names if name not in taken)


def wrote(row: Any, by: Member) -> bool:
    """A review holds for the words that were read: a change ends it."""
    had_review = bool(row.reviewed_by)
    row.reviewed_by, row.reviewed_on, row.review_due_on = "", None, None
    row.publish_on = None
    row.save()
    row.writers.add(by)
    return had_review


def send(row: Any) -> None:
    row.status = Status.IN_REVIEW
    row.save()


def give_back(row: Any) -> None:
    row.status, row.publish_on = Status.DRAFT, None
    row.save()


def approve(row: Any, name: str, due: dt.date | None) -> None:
    row.reviewed_by, row.reviewed_on = name, timezone.localdate()
    row.review_due_on = due
    row.save()


def publish_later(row: Any, day: dt.date) -> None:
    check_claims(row)
    row.publish_on = day
    row.save()


def withdraw(row: Any) -> None:
    row.status = Status.WITHDRAWN
    row.save()


def check_claims(row: Any) -> None:
    found = blocking(row)
    if found:
        raise NotReadyError(found)


@transaction.atomic
def publish(row: Any) -> Any:
    """The whole page at once. A working draft goes into the page it is a draft of."""
    # Without the key: a page that links here is saved meanwhile, edition and all.
    rows = type(row).objects.select_for_update(no_key=True)
    row = rows.get(pk=row.pk)
    check_claims(row)
    if row.draft_of_id is None:
        row.status, row.publish_on = Status.PUBLISHED, None
        row.save()
        return row
    live = rows.get(pk=row.draft_of_id)
    go_live(live, row)
    row.delete()
    return live


def go_live(live: Any, draft: Any) -> None:
    live.status = Status.PUBLISHED
    live.reviewed_by, live.reviewed_on = draft.reviewed_by, draft.reviewed_on
    live.review_due_on = draft.review_due_on
    live.earlier_drafts = [*live.earlier_drafts, draft.pk]
    if isinstance(live, SafetyQuestion):
        live.version += grow(live) != grow(draft)
    try:
        merge(live, grow(draft))
    except models.ProtectedError as error:
        raise InUseError(
            _("Members still follow a part that this draft leaves out.")
        ) from error
    live.writers.set(draft.writers.all())


def publish_due(now: dt.datetime) -> int:
    """What a publisher gave a date, once the date has come where the site is.

    One that cannot go live yet keeps back no other, and waits for its publisher.
    """
    day = timezone.localdate(now)
    due = [row for kind in KINDS for row in kind.objects.due(day)]  # type: ignore[attr-defined]  # a WorkflowQuerySet
    return sum(goes_live(row) for row in due)


def goes_live(row: Any) -> bool:
    try:
        with transaction.atomic(), history.recorded(None, _("Published on its date")):
            publish(row)
    except HeldBackError:
        return False
    return True

"""An import: all of it, or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import reversion
from django.core.files.storage import default_storage
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from exercises import history
from exercises.archives.deciding import plan_of
from exercises.archives.names import ALL_KINDS, FileName, Files
from exercises.archives.plan import Plan, Step
from exercises.models import Picture, Workflow
from exercises.shipping.kinds import PICTURES, Kind
from exercises.shipping.loading import write
from exercises.shipping.refusal import ContentError
from exercises.shipping.writing import Target
from portal.accounts.models import Member


class ChangedMeanwhileError(Exception):
    """What is here now is not what the plan was shown against."""


def bring(files: Files, by: Member | None = None, seen: str = "") -> Plan:
    with kept_files() as added:
        try:
            return bring_all(files, by, seen, added)
        except DatabaseError as error:
            raise ContentError(f"The database refused it. {error}") from error


@transaction.atomic
def bring_all(files: Files, by: Member | None, seen: str, added: list[str]) -> Plan:
    plan = plan_of(files, by, held=True)
    if plan.problems:
        raise ContentError("\n".join(plan.problems))
    if seen and plan.digest != seen:
        raise ChangedMeanwhileError
    rows = [row for kind in ALL_KINDS for row in write_kind(kind, plan, added)]
    for row in rows:
        record(row, by)
    return plan


@contextmanager
def kept_files() -> Iterator[list[str]]:
    """Files of pictures go again where their rows do not come."""
    added: list[str] = []
    try:
        yield added
    except BaseException:
        for name in added:
            default_storage.delete(name)
        raise


def write_kind(kind: Kind, plan: Plan, added: list[str]) -> list[Any]:
    """Pages before their working drafts, which point at them."""
    steps = [step for step in plan.writes if step.name.kind is kind]
    pages: dict[FileName, Any] = {}
    rows: list[Any] = []
    for are_drafts in (False, True):
        group = [s for s in steps if (s.draft_of is not None) == are_drafts]
        targets = [target_of(step, pages, added) for step in group]
        write(kind, targets, plan.library)
        pages |= {s.name: t.row for s, t in zip(group, targets, strict=True)}
        rows += [target.row for target in targets]
    return rows


def target_of(step: Step, pages: dict[FileName, Any], added: list[str]) -> Target:
    if step.row is not None:
        if not isinstance(step.row, Picture):
            history.remember_first(step.row)
        return Target(step.row, step.plain, is_new=False)
    kind = step.name.kind
    row = kind.shape.model(**{kind.name_field: step.name.name})
    if kind is PICTURES:
        put_file(row, step, added)
    if isinstance(step.draft_of, FileName):
        row.draft_of = pages[step.draft_of]
    elif step.draft_of is not None:
        row.draft_of = step.draft_of
        history.remember_first(row.draft_of)
    return Target(row, step.plain, is_new=True)


def put_file(row: Picture, step: Step, added: list[str]) -> None:
    picture = step.entry.picture if step.entry else None
    if picture is None:
        return
    row.width, row.height = picture.width, picture.height
    name = str(row.file)
    default_storage.delete(name)  # of a row that is gone: nothing names it
    picture.seek(0)
    added.append(default_storage.save(name, picture))


def record(row: Any, by: Member | None) -> None:
    """One version a page, in the name of who imported it; they wrote its words."""
    if isinstance(row, Picture):
        return
    if by and isinstance(row, Workflow):
        row.writers.add(by)
    with history.recorded(by, _("Imported from an archive")):
        reversion.add_to_revision(type(row)._default_manager.get(pk=row.pk))  # noqa: SLF001  # documented

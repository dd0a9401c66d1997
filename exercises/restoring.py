"""The way back to an earlier version: into a working draft, never past a review."""

from typing import Any

from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from exercises.history import Moment, recorded
from exercises.models import Workflow
from exercises.publishing import working_draft, wrote
from exercises.tree import merge
from portal.accounts.models import Member


@transaction.atomic
def restore(row: Any, moment: Moment, by: Member) -> Any:
    target = working_draft(row, by) if getattr(row, "is_live", False) else row
    day = date_format(localtime(moment.revision.date_created), "DATETIME_FORMAT")
    with recorded(by, _("Restored from %(day)s") % {"day": day}):
        merge(target, moment.node)
        if isinstance(target, Workflow):
            wrote(target, by)
    return target

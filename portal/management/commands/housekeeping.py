"""All that time brings about. Safe to run twice, late, and beside the server."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from exercises.archives.uploads import forget_uploads as forget_archives
from exercises.publishing import publish_due
from portal.plans.ending import (
    end_coverages,
    purge_attempts,
    purge_files,
    tell_of_ended_benefits,
)
from portal.plans.unmatched import purge_asked
from portal.record.bringing import forget_uploads
from portal.record.erasing import erase_due
from tracking.purging import purge_deleted

type Step = Callable[[dt.datetime], int]


def end_sessions(now: dt.datetime) -> int:
    """Rows of sign-ins that have ended, with forms that rested in them."""
    call_command("clearsessions")
    return 0


STEPS: dict[str, Step] = {
    "pages published on their date": publish_due,
    "records erased": erase_due,
    "coverages ended that are in no file": end_coverages,
    "members told that a benefit ended": tell_of_ended_benefits,
    "check attempts purged": purge_attempts,
    "rows of former eligibility files purged": purge_files,
    "rows purged of what was deleted 30 days ago": purge_deleted,
    "files forgotten that waited to be brought in": forget_uploads,
    "archives of content forgotten that waited to be applied": forget_archives,
    "searches and requests purged after 90 days": purge_asked,
    "ended sign-ins cleared": end_sessions,
}


class Command(BaseCommand):
    help = "Does what is due: publishing, erasures, purges, ended sign-ins. Run it once a day."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        failed = [
            words for words, step in STEPS.items() if not self.did(step, words, now)
        ]
        if failed:
            raise CommandError(f"Not done: {'; '.join(failed)}.")

    def did(self, step: Step, words: str, now: dt.datetime) -> bool:
        """A step that fails keeps back no other, and tells no value of any row."""
        try:
            done = step(now)
        except Exception as error:  # noqa: BLE001  # whatever it is, the rest goes on
            self.stderr.write(f"{words}: {type(error).__name__}")
            return False
        self.stdout.write(f"{words}: {done}")
        return True

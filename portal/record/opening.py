"""Opening a shared report: a try is taken first, then the passcode is compared.

The count of tries stands in the row, so all processes share it, and guesses at the
same moment cannot pass it.
"""

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.accounts.looking import note_look
from portal.accounts.models import Member
from portal.record.models import ShareLink
from portal.record.models.share_link import MOST_TRIES


def take_try(link: ShareLink) -> bool:
    still_open = ShareLink.objects.filter(pk=link.pk).open_at(timezone.now())
    return bool(still_open.update(tries_left=F("tries_left") - 1))


def open_with(link: ShareLink, passcode: str, reader: Member | None) -> bool:
    """Right or wrong; when right, the member can see that it was opened."""
    if not take_try(link) or not link.matches(passcode):
        return False
    what = _("Shared report, by the link for %(who)s") % {"who": link.recipient}
    with transaction.atomic():
        ShareLink.objects.filter(pk=link.pk).update(
            tries_left=MOST_TRIES, opened=F("opened") + 1, last_opened_at=timezone.now()
        )
        note_look(member=link.member, actor=reader, what=what)
    return True

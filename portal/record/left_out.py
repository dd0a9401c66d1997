"""What is in no export, and why. The member reads each line."""

from dataclasses import dataclass

from allauth.account.models import EmailConfirmation
from django.contrib.admin.models import LogEntry
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise
from reversion.models import Revision, Version

from portal.record.models import RecordUpload

SECRET = _("It could open your account, so it never leaves this site.")
OF_THE_SITE = _("It is about the site's pages and other people, not about you.")
SITE_NUMBER = _("It is only this site's own number for the row.")
RIGHTS = _("It says what you may do on this site. It is not about you.")

FILE_ROW = _("It is a number that leads to your row in the sponsor's file.")


@dataclass(frozen=True)
class LeftOut:
    what: StrOrPromise
    why: StrOrPromise


# Each model that leads to a member and is no table of the record.
MODELS: dict[type[models.Model], LeftOut] = {
    EmailConfirmation: LeftOut(_("codes sent to your email"), SECRET),
    RecordUpload: LeftOut(
        _("files you sent to be brought in"),
        _("You have them already. They are gone from here within a day."),
    ),
    LogEntry: LeftOut(_("what you changed as staff"), OF_THE_SITE),
    Revision: LeftOut(_("when you changed a page as staff"), OF_THE_SITE),
    Version: LeftOut(_("what a page said after you changed it as staff"), OF_THE_SITE),
}
WITHOUT_A_MODEL = (
    LeftOut(_("your password, and the codes of a second step at sign-in"), SECRET),
    LeftOut(_("the keys that keep you signed in"), SECRET),
    LeftOut(_("the rights and roles of your account"), RIGHTS),
    LeftOut(_("numbers of rows"), SITE_NUMBER),
)
LEFT_OUT = (*WITHOUT_A_MODEL, *MODELS.values())

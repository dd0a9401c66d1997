"""Who you are here, who pays, and who saw your record."""

from allauth.account.models import EmailAddress
from django.utils.translation import gettext_lazy as _

from portal.accounts.models import AccessEntry, Consent, Member
from portal.plans.models import Coverage, HelpRequest
from portal.record.left_out import FILE_ROW, RIGHTS, SECRET, SITE_NUMBER
from portal.record.models import Erasure, ShareLink
from portal.record.table import Table

ID = _("a number of its own, the same in every export")

MEMBER = Table(
    "member",
    Member,
    _("About you"),
    {
        "first_name": _("what we call you"),
        "last_name": _("last name"),
        "email": _("email you sign in with"),
        "time_zone": _("time zone: where your days begin and end"),
        "language": _("language"),
        "date_joined": _("when you signed up"),
        "last_login": _("when you last signed in"),
    },
    owner="pk",
    left_out={
        "id": SITE_NUMBER,
        "password": SECRET,
        "is_active": RIGHTS,
        "is_staff": RIGHTS,
        "is_superuser": RIGHTS,
    },
    stays=_("You have an account there already."),
)
EMAIL_ADDRESSES = Table(
    "email_addresses",
    EmailAddress,
    _("Your email addresses"),
    {
        "email": _("address"),
        "verified": _("whether you showed that it is yours"),
        "primary": _("whether mail goes there"),
    },
    owner="user",
    left_out={"id": SITE_NUMBER},
    stays=_("Each site asks you to show that an address is yours."),
)
CONSENTS = Table(
    "consents",
    Consent,
    _("What you agreed to"),
    {
        "id": ID,
        "kind": _("what it was"),
        "version": _("which wording"),
        "about": _("which sponsor, where it was about one"),
        "given_at": _("when you agreed"),
    },
    order="given_at",
    stays=_("You agreed to this site's words. Each site asks for itself."),
)
COVERAGES = Table(
    "coverages",
    Coverage,
    _("Your cover"),
    {
        "id": ID,
        "benefit": _("sponsor, program, and the day the offer began"),
        "verified_at": _("when it was checked"),
        "ended_on": _("day it ended"),
        "plan_code": _("your plan, as in the sponsor's file"),
        "ended_by_file": _("whether it ended because the sponsor's file says so"),
        "told_on": _("when you were told that the offer had ended"),
    },
    order="verified_at",
    left_out={"person": FILE_ROW, "key_id": FILE_ROW},
    stays=_("Each site checks for itself who pays."),
)
HELP_REQUESTS = Table(
    "help_requests",
    HelpRequest,
    _("What you asked about your cover"),
    {
        "id": ID,
        "benefit": _("sponsor, program, and the day the offer began"),
        "asked_at": _("when you asked"),
        "message": _("what you wrote"),
        "state": _("how it stands"),
        "answer": _("what we answered"),
        "answered_at": _("when we answered"),
    },
    order="asked_at",
    left_out={"person": FILE_ROW, "key_id": FILE_ROW},
    stays=_("Each site checks for itself who pays."),
)
ACCESS_ENTRIES = Table(
    "access_entries",
    AccessEntry,
    _("Who opened your record"),
    {
        "id": ID,
        "at": _("when"),
        "actor": _("who"),
        "action": _("what they did"),
        "what": _("with which page"),
    },
    order="at",
    stays=_("A log that could be sent in from outside would prove nothing."),
)
SHARE_LINKS = Table(
    "share_links",
    ShareLink,
    _("Links you shared"),
    {
        "id": ID,
        "recipient": _("who it is for"),
        "period": _("how far back it goes"),
        "sections": _("what it shows"),
        "made_at": _("when you made it"),
        "expires_at": _("when it ends"),
        "revoked_at": _("when you turned it off"),
        "opened": _("how often it was opened"),
        "last_opened_at": _("when it was last opened"),
        "tries_left": _("wrong passcodes it still takes"),
    },
    order="made_at",
    left_out={"token_digest": SECRET, "passcode": SECRET},
    stays=_("A link opens a page of the site that made it."),
)
ERASURES = Table(
    "erasures",
    Erasure,
    _("That you asked to be erased"),
    {"id": ID, "asked_at": _("when you asked"), "due_at": _("when it is done")},
    stays=_("Each site erases its own copy, when you ask it."),
)
ACCOUNT = (
    MEMBER,
    EMAIL_ADDRESSES,
    CONSENTS,
    COVERAGES,
    HELP_REQUESTS,
    ACCESS_ENTRIES,
    SHARE_LINKS,
    ERASURES,
)

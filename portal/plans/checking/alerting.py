"""Many failed tries at one sponsor: its officers hear of it, and of nobody's name."""

import datetime as dt

from django.conf import settings
from django.core.cache import cache
from django.core.mail import send_mass_mail
from django.db.models import Count, QuerySet
from django.template.loader import render_to_string
from django.utils import timezone

from portal.accounts.models import Member
from portal.accounts.roles import COVERAGE_OFFICER
from portal.plans.checking.codes import POST
from portal.plans.models import CheckAttempt, Sponsor

MANY = 100
SHOWN_FOR = dt.timedelta(days=1)


def with_many_failed_tries() -> QuerySet[Sponsor]:
    """For the staff's list of tasks, as long as the tries are of the last day."""
    since = timezone.now() - SHOWN_FOR
    failed = CheckAttempt.objects.filter(at__gt=since).exclude(
        outcome=CheckAttempt.Outcome.CONFIRMED
    )
    tries = failed.values("sponsor").annotate(tries=Count("pk")).filter(tries__gte=MANY)
    return Sponsor.objects.filter(pk__in=tries.order_by().values("sponsor"))


def tell_officers(sponsor: Sponsor) -> None:
    """Once a day. The mail leaves beside the answer, and names only the sponsor."""
    seconds = int(SHOWN_FOR.total_seconds())
    if not cache.add(f"many-failed-tries:{sponsor.pk}", 1, seconds):
        return
    context = {
        "name": sponsor.name,
        "address": f"{settings.SITE_URL}/admin/",
        "site_name": settings.SITE_NAME,
        "many": MANY,
    }
    subject, text = (
        render_to_string(f"plans/email/many_tries_{part}.txt", context).strip()
        for part in ("subject", "message")
    )
    officers = Member.objects.filter(
        is_active=True, is_staff=True, groups__name=COVERAGE_OFFICER
    )
    sender = settings.DEFAULT_FROM_EMAIL
    mails = [(subject, text, sender, [officer.email]) for officer in officers]
    POST.submit(send_mass_mail, mails)

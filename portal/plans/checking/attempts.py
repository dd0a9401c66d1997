"""Guessing is limited: for an address, a sponsor, and the person looked for.

A try is stored before it is counted and counted before it is answered: however many
processes answer at once, each of them sees every try that came before its own.
"""

import datetime as dt
import ipaddress

from allauth.account.adapter import get_adapter
from django.http import HttpRequest
from django.utils import timezone

from portal.plans.checking.alerting import MANY, tell_officers
from portal.plans.eligibility.identity import Identity, tries_of
from portal.plans.eligibility.keys import newest_key
from portal.plans.models import CheckAttempt, Sponsor

WINDOW = dt.timedelta(hours=1)
MOST = {"address": 20, "sponsor": 400, "person": 5, "held": 5}
Outcome = CheckAttempt.Outcome
UNCOUNTED = (Outcome.CONFIRMED, Outcome.TOO_MANY)
NETWORK_OF_ONE_HOME = 64


def address_of(request: HttpRequest) -> str:
    """One home's network counts as one address. Proxies are believed as set."""
    address = ipaddress.ip_address(get_adapter().get_client_ip(request))
    if address.version == 6:  # IPv6
        return str(ipaddress.ip_network((address, NETWORK_OF_ONE_HOME), strict=False))
    return str(address)


def begin(*, sponsor: Sponsor, address: str, who: Identity) -> CheckAttempt:
    """Its outcome is TOO_MANY when it may not be answered."""
    key, now = newest_key(), timezone.now()
    person, held = tries_of(key, sponsor.pk, who)
    attempt = CheckAttempt.objects.create(
        sponsor=sponsor,
        at=now,
        address=key.hash("address", address),
        person=person,
        held=held,
    )
    lately = CheckAttempt.objects.filter(at__gt=now - WINDOW)
    counted = lately.exclude(outcome__in=UNCOUNTED)
    tries = {
        name: counted.filter(**{name: getattr(attempt, name)}).count() for name in MOST
    }
    if tries["sponsor"] >= MANY:
        tell_officers(sponsor)
    if any(tries[name] > most for name, most in MOST.items()):
        end(attempt, Outcome.TOO_MANY)
    return attempt


def confirm(number: str) -> None:
    """The code was right: one who is covered uses up nobody's tries."""
    CheckAttempt.objects.filter(pk=number).update(outcome=Outcome.CONFIRMED)


def end(attempt: CheckAttempt, outcome: Outcome) -> None:
    attempt.outcome = outcome
    attempt.save(update_fields=["outcome"])

"""Invitation codes: compared in constant time, guessed 10 times at most."""

from django.core.cache import cache
from django.db import transaction
from django.utils.crypto import constant_time_compare

from portal.accounts.models import Member
from portal.plans.models import Benefit

MOST_WRONG_TRIES = 10
HOUR = 60 * 60


class TooManyTriesError(Exception):
    """The member has guessed the code of this sponsor too often."""


def plain_code(code: str) -> str:
    return "".join(code.split()).casefold()


@transaction.atomic
def is_right_code(*, member: Member, benefit: Benefit, typed: str) -> bool:
    """Compare, and count a wrong try. Raises TooManyTriesError until an hour has passed."""
    lock_tries_of(member)
    key = f"wrong-codes:{member.pk}:{benefit.sponsor_id}"
    if cache.get(key, 0) >= MOST_WRONG_TRIES:
        raise TooManyTriesError
    if constant_time_compare(plain_code(typed), plain_code(benefit.code)):
        cache.delete(key)
        return True
    count_wrong_try(key)
    return False


def lock_tries_of(member: Member) -> None:
    """One try at a time, so that many at once are all counted."""
    Member.objects.select_for_update().only("pk").get(pk=member.pk)


def count_wrong_try(key: str) -> None:
    cache.add(key, 0, HOUR)
    cache.incr(key)
    cache.touch(key, HOUR)  # incr falls back to the default time-out

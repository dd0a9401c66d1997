"""What staff may do to content, beyond Django's permissions."""

from typing import Any

from django.http import HttpRequest

from exercises.models import Workflow
from portal.accounts.models import Member
from portal.accounts.roles import PUBLISHER, REVIEWER

Status = Workflow.Status


def has_role(request: HttpRequest, *roles: str) -> bool:
    member = request.user
    if not isinstance(member, Member) or not member.is_active:
        return False
    return member.is_superuser or member.groups.filter(name__in=roles).exists()


def may_publish(request: HttpRequest) -> bool:
    return has_role(request, PUBLISHER)


def may_review(request: HttpRequest) -> bool:
    return has_role(request, REVIEWER)


def wrote_it(request: HttpRequest, row: Any) -> bool:
    """Nobody, an administrator included, approves or publishes their own words."""
    return bool(row.writers.filter(pk=request.user.pk).exists())

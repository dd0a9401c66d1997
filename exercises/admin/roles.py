"""What staff may do to content, beyond Django's permissions."""

from django.http import HttpRequest

from exercises.models import Content
from portal.accounts.models import Member
from portal.accounts.roles import PUBLISHER, REVIEWER

Status = Content.Status
PUBLIC_STEPS = {Status.PUBLISHED, Status.WITHDRAWN}


def has_role(request: HttpRequest, *roles: str) -> bool:
    member = request.user
    if not isinstance(member, Member) or not member.is_active:
        return False
    return member.is_superuser or member.groups.filter(name__in=roles).exists()


def may_publish(request: HttpRequest) -> bool:
    return has_role(request, PUBLISHER)


def may_review(request: HttpRequest) -> bool:
    return has_role(request, PUBLISHER, REVIEWER)

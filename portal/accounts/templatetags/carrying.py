from django import template
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from portal.accounts.carrying import OWNER_FIELD, owner_token_of
from portal.accounts.models import Member

register = template.Library()


@register.simple_tag(takes_context=True)
def owner_token(context: template.Context) -> str | SafeString:
    """A hidden field that says whose form this is, beside the CSRF token."""
    request: HttpRequest = context["request"]
    if not isinstance(request.user, Member):
        return ""
    token = owner_token_of(request.user)
    return format_html('<input type="hidden" name="{}" value="{}">', OWNER_FIELD, token)

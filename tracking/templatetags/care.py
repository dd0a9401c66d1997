import datetime as dt

from django import template
from django.utils.translation import gettext as _

from portal.accounts.models import Member
from tracking import care

register = template.Library()


@register.filter
def ago(moment: dt.datetime) -> str:
    return care.ago(moment)


@register.filter
def named(person: Member | None, reader: Member) -> str:
    """A clinician's name; to themselves it is "you"."""
    return _("you") if person == reader else care.name_of(person)

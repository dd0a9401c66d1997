from typing import Any

from django import template

from exercises.admin.roles import may_publish

register = template.Library()


@register.simple_tag(takes_context=True)
def may_move_content(context: Any) -> bool:
    return may_publish(context["request"])

from typing import Any

from django import template

from portal.tasks import tasks

register = template.Library()


@register.inclusion_tag("admin/tasks.html", takes_context=True)
def task_list(context: Any) -> dict[str, Any]:
    return {"tasks": tasks(context["request"])}

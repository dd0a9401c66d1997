"""The roles are groups. A migration makes them; `give_permissions` fills them."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission

AUTHOR = "author"
REVIEWER = "reviewer"
PUBLISHER = "publisher"
COVERAGE_OFFICER = "coverage officer"
CLINICIAN = "clinician"
ROLES = (AUTHOR, REVIEWER, PUBLISHER, COVERAGE_OFFICER, CLINICIAN)

CONTENT_WRITERS = (AUTHOR, REVIEWER, PUBLISHER)
ACTIONS = {
    AUTHOR: ("add", "change", "view"),
    REVIEWER: ("change", "view"),
    PUBLISHER: ("add", "change", "delete", "view"),
    COVERAGE_OFFICER: ("add", "change", "delete", "view"),
}


def app_of(role: str) -> str | None:
    if role in CONTENT_WRITERS:
        return "exercises"
    return "plans" if role == COVERAGE_OFFICER else None


def permissions_of(role: str) -> Iterable[Permission]:
    app = app_of(role)
    if app is None:
        return []
    allowed = Permission.objects.filter(content_type__app_label=app)
    if role == COVERAGE_OFFICER:
        allowed = allowed.exclude(content_type__model="coverage")
    return [p for p in allowed if p.codename.split("_")[0] in ACTIONS[role]]


def give_permissions(**_signal: object) -> None:
    """Runs after each migrate, when all permissions exist."""
    for role in ROLES:
        group, _created = Group.objects.get_or_create(name=role)
        group.permissions.set(permissions_of(role))

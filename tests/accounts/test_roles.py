import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from portal.accounts.models import Member
from portal.accounts.roles import give_permissions

pytestmark = pytest.mark.django_db

ROLES = ["author", "clinician", "coverage officer", "publisher", "reviewer"]


def may(role: str) -> set[str]:
    permissions = Group.objects.get(name=role).permissions.select_related(
        "content_type"
    )
    return {f"{p.content_type.app_label}.{p.codename}" for p in permissions}


def test_the_roles_are_there() -> None:
    assert sorted(Group.objects.values_list("name", flat=True)) == ROLES


@pytest.mark.parametrize(
    ("role", "yes", "no"),
    [
        ("author", {"add", "change", "view"}, {"delete"}),
        ("reviewer", {"change", "view"}, {"add", "delete"}),
        ("publisher", {"add", "change", "delete", "view"}, set()),
    ],
)
def test_writers_of_content_may_do_this(role: str, yes: set[str], no: set[str]) -> None:
    given = may(role)
    assert {f"exercises.{action}_guide" for action in yes} <= given
    assert not {f"exercises.{action}_guide" for action in no} & given


@pytest.mark.parametrize("role", ["author", "reviewer", "publisher"])
def test_writers_of_content_touch_content_only(role: str) -> None:
    assert {name.split(".")[0] for name in may(role)} == {"exercises"}


def test_a_coverage_officer_keeps_sponsors_and_never_sees_who_is_covered() -> None:
    given = may("coverage officer")
    assert {name.split(".")[0] for name in given} == {"plans"}
    assert {"plans.add_sponsor", "plans.delete_benefit"} <= given
    assert not [name for name in given if name.endswith("_coverage")]


def test_a_clinician_has_no_permission_of_staff() -> None:
    assert may("clinician") == set()


@pytest.mark.parametrize("role", ROLES)
def test_no_role_reaches_the_notes_or_the_accounts_of_members(role: str) -> None:
    apps = {name.split(".")[0] for name in may(role)}
    assert not apps & {"tracking", "accounts", "account", "auth", "sessions"}


def test_giving_permissions_again_changes_nothing() -> None:
    before = {role: may(role) for role in ROLES}
    give_permissions()
    assert {role: may(role) for role in ROLES} == before


def test_a_permission_given_by_hand_is_taken_back_by_migrate() -> None:
    group = Group.objects.get(name="clinician")
    group.permissions.set(Group.objects.get(name="publisher").permissions.all())
    call_command("migrate", verbosity=0)
    assert may("clinician") == set()


def test_a_member_of_a_role_may_what_it_may(editor: Member) -> None:
    assert editor.has_perm("exercises.change_guide")
    assert not editor.has_perm("exercises.delete_guide")
    assert not editor.has_perm("tracking.view_symptomreport")

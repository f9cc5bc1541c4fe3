"""Who may what: the three groups that a migration makes, and nothing beside their rights."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission

from profiles.models import User
from tests.editors import make_groups

pytestmark = pytest.mark.django_db

LOOK = {
    "view_draftlevel",
    "view_draftmission",
    "view_draftcompetency",
    "view_draftskill",
    "view_draftgrade",
    "view_draftrole",
    "view_draftrequirement",
    "view_draftsalary",
    "view_catalogueversion",
    "view_cataloguechange",
}
EDIT = {
    "change_draftlevel",
    "add_draftmission",
    "change_draftmission",
    "delete_draftmission",
    "add_draftcompetency",
    "change_draftcompetency",
    "delete_draftcompetency",
    "add_draftskill",
    "change_draftskill",
    "delete_draftskill",
    "add_draftgrade",
    "change_draftgrade",
    "delete_draftgrade",
    "add_draftrole",
    "change_draftrole",
    "delete_draftrole",
    "add_draftrequirement",
    "change_draftrequirement",
    "delete_draftrequirement",
    "add_draftsalary",
    "change_draftsalary",
    "delete_draftsalary",
    "add_draftimport",
}
RIGHTS = {"editors": LOOK | EDIT, "publishers": LOOK | {"add_catalogueversion"}, "analysts": LOOK | {"read_results"}}


@pytest.fixture(autouse=True)
def groups(db: None) -> None:
    """They are there again, should a test of several connections have emptied the database before."""
    make_groups()


def member(*groups: str) -> User:
    person = User.objects.create_user("ada@example.org", is_staff=True)
    person.groups.set(Group.objects.filter(name__in=groups))
    return person


def rights_of(person: User) -> set[str]:
    return {right.removeprefix("assessment.") for right in person.get_all_permissions()}


def test_there_are_three_groups() -> None:
    assert set(Group.objects.values_list("name", flat=True)) == set(RIGHTS)


@pytest.mark.parametrize("group", RIGHTS)
def test_a_group_has_its_rights_and_no_other(group: str) -> None:
    assert rights_of(member(group)) == RIGHTS[group]


def test_who_is_in_two_groups_has_the_rights_of_both() -> None:
    assert rights_of(member("editors", "publishers")) == RIGHTS["editors"] | RIGHTS["publishers"]


def test_who_is_in_no_group_has_no_rights_though_they_are_staff() -> None:
    assert rights_of(member()) == set()


def test_a_right_is_had_by_nobody_who_is_not_active() -> None:
    person = member("editors")
    person.is_active = False
    assert rights_of(person) == set()


def test_only_a_superuser_has_rights_over_accounts_groups_and_assessments() -> None:
    person = member(*RIGHTS)
    others = {"profiles", "auth", "admin", "sessions", "contenttypes"}
    assert {right.split(".")[0] for right in person.get_all_permissions()} == {"assessment"}
    assert not person.has_perm("assessment.view_assessment")
    assert [label for label in others if person.has_module_perms(label)] == []
    person.is_superuser = True
    assert person.has_perm("profiles.add_user")


def test_every_right_is_had_by_a_group_but_what_no_editor_does() -> None:
    had = set().union(*RIGHTS.values())
    found = set(Permission.objects.filter(content_type__app_label="assessment").values_list("codename", flat=True))
    never = {"change_catalogueversion", "delete_catalogueversion", "add_draftlevel", "delete_draftlevel"}
    of_people = {f"{right}_assessment" for right in ("add", "change", "delete", "view")}
    assert found - had == never | of_people
    models = {model._meta.model_name: model for model in apps.get_app_config("assessment").get_models()}
    without = {name for name, model in models.items() if not model._meta.default_permissions}
    assert without == {
        "share",
        "planitem",
        "secondview",
        "rollup",
        "uncounted",
    }  # pages of people and of groups, no admin
    assert set(models) - without == {codename.partition("_")[2] for codename in found - {"read_results"}}

"""Each effect needs its own right: with all others but that one nothing happens, and with it alone it does."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.http import HttpResponseBase
from django.test import Client

from assessment.models import CatalogueVersion, DraftItem
from assessment.models.drafting import draft_document, mark
from profiles.models import User
from tests.editors import CATALOGUE, fill_draft, form_of, grid_of, list_of, page_of, send_file, written
from tests.examples import changed, full_document, tiny_document
from tests.people import build_and_publish, enter, everything_stored

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
Send = Callable[[Client], HttpResponseBase]
Prepare = Callable[[Client], Send]


@pytest.fixture(autouse=True)
def room(db: None) -> None:
    """A version, and a draft that differs from it; a mission and a competency that nothing else names."""
    build_and_publish(full_document())
    draft = changed({"skills.0.name.en": "Another name"})
    spare = {"name": {"fr": "Libre", "en": "Spare"}, "text": {"fr": "Libre", "en": "Spare"}, "origin": "added"}
    draft["missions"].append({"code": "SPARE", **spare})
    draft["competencies"].append({"code": "SPARE", **spare})
    fill_draft(draft)


@pytest.fixture
def root() -> Client:
    client = Client()
    enter(client, User.objects.create_superuser("root@example.org"))
    return client


def one_with(rights: set[str]) -> Client:
    """Staff with these rights and no other."""
    person = User.objects.create_user("ada@example.org", is_staff=True)
    person.user_permissions.set(Permission.objects.filter(content_type__app_label="assessment", codename__in=rights))
    assert len(person.get_all_permissions()) == len(rights)
    client = Client()
    enter(client, person)
    return client


def all_rights() -> set[str]:
    return set(Permission.objects.filter(content_type__app_label="assessment").values_list("codename", flat=True))


# How an effect is made: a form as a browser sends it, which somebody who may everything has opened


def form(where: Callable[[], str], **changes: Any) -> Prepare:
    def prepare(root: Client) -> Send:
        address = where()
        data = form_of(root, address) | changes
        return lambda client: client.post(address, data)

    return prepare


def added(section: str, **fields: Any) -> Prepare:
    return form(lambda: f"{list_of(section)}add/", name_fr="Neuf", name_en="New", **fields)


def edited(section: str, code: str, **fields: Any) -> Prepare:
    return form(lambda: page_of(section, code), **fields)


def deleted(section: str, code: str) -> Prepare:
    def prepare(root: Client) -> Send:
        address = page_of(section, code).replace("/change/", "/delete/")
        return lambda client: client.post(address, {"post": "yes"})

    return prepare


def skill_added(root: Client) -> Send:
    address, like = f"{list_of('skills')}add/", form_of(root, page_of("skills", "A"))
    return lambda client: client.post(address, like | {"code": "NEW", "shown": ""})


def salary_added(root: Client) -> Send:
    address, like = f"{list_of('salaries')}add/", form_of(root, page_of("salaries", "maker new FR offers"))
    return lambda client: client.post(address, like | {"country": "BE", "shown": ""})


def reordered(section: str) -> Prepare:
    def prepare(root: Client) -> Send:
        address = f"{list_of(section)}order/"
        data = form_of(root, address)
        return lambda client: client.post(address, data | {"order": data["order"][::-1]})

    return prepare


def imported(root: Client) -> Send:
    data = written("catalogue", tiny_document())

    def send(client: Client) -> HttpResponseBase:
        response = send_file(client, data)
        return client.post(response.headers["Location"]) if response.status_code == 302 else response

    return send


def restored(root: Client) -> Send:
    def send(client: Client) -> HttpResponseBase:
        response = client.post(f"{CATALOGUE}versions/1/draft/")
        return client.post(response.headers["Location"]) if response.status_code == 302 else response

    return send


def published(root: Client) -> Send:
    fill_draft(changed({"skills.0.name.en": "Another name"}))  # without errors
    data = {"note": "Because.", "shown": mark(draft_document())}
    return lambda client: client.post(f"{CATALOGUE}impact/", data)


SALARY = "maker new FR offers"
EFFECTS: dict[str, tuple[set[str], Prepare]] = {
    "edit a level": ({"change_draftlevel"}, edited("levels", "3", name_en="Other")),
    "add a mission": ({"add_draftmission"}, added("missions", code="NEW")),
    "edit a mission": ({"change_draftmission"}, edited("missions", "RUN", name_en="Other")),
    "delete a mission": ({"delete_draftmission"}, deleted("missions", "SPARE")),
    "add a competency": ({"add_draftcompetency"}, added("competencies", code="NEW")),
    "edit a competency": ({"change_draftcompetency"}, edited("competencies", "HAND", name_en="Other")),
    "delete a competency": ({"delete_draftcompetency"}, deleted("competencies", "SPARE")),
    "add a grade": ({"add_draftgrade"}, added("grades", code="older")),
    "edit a grade": ({"change_draftgrade"}, edited("grades", "old", name_en="Other")),
    "delete a grade": ({"delete_draftgrade"}, deleted("grades", "old")),
    "delete a grade with its salaries": ({"delete_draftgrade", "delete_draftsalary"}, deleted("grades", "new")),
    "add a skill": ({"add_draftskill"}, skill_added),
    "edit a skill": ({"change_draftskill"}, edited("skills", "A", anchor_3_en="Other")),
    "delete a skill with what is required of it": (
        {"delete_draftskill", "delete_draftrequirement"},
        deleted("skills", "B"),
    ),
    "add a role": ({"add_draftrole"}, added("roles", code="newer")),
    "edit a role": ({"change_draftrole"}, edited("roles", "maker", name_en="Other")),
    "delete a role with what it requires": (
        {"delete_draftrole", "delete_draftrequirement"},
        deleted("roles", "boss"),
    ),
    "edit requirements": (
        {"view_draftrequirement", "change_draftrequirement"},
        form(lambda: grid_of("maker"), **{"weight-A": "1"}),
    ),
    "add a salary": ({"add_draftsalary"}, salary_added),
    "edit a salary": ({"change_draftsalary"}, edited("salaries", SALARY, low="31000")),
    "delete a salary": ({"delete_draftsalary"}, deleted("salaries", SALARY)),
    **{
        f"order the {section}": ({f"change_{model}"}, reordered(section))
        for section, model in (
            ("missions", "draftmission"),
            ("competencies", "draftcompetency"),
            ("grades", "draftgrade"),
            ("skills", "draftskill"),
            ("roles", "draftrole"),
        )
    },
    "import": ({"add_draftimport"}, imported),
    "restore": ({"add_draftimport"}, restored),
    "publish": ({"view_draftskill", "add_catalogueversion"}, published),
}
WITHOUT = [(name, right) for name, (needed, _prepare) in EFFECTS.items() for right in sorted(needed)]


@pytest.mark.parametrize(("name", "right"), WITHOUT, ids=[f"{name}: {right}" for name, right in WITHOUT])
def test_with_every_right_but_its_own_an_effect_is_refused(root: Client, name: str, right: str) -> None:
    send = EFFECTS[name][1](root)
    client = one_with(all_rights() - {right})
    before = everything_stored()
    assert send(client).status_code == 403
    assert everything_stored() == before


@pytest.mark.parametrize("name", EFFECTS)
def test_its_own_right_alone_is_enough_for_an_effect(root: Client, name: str) -> None:
    needed, prepare = EFFECTS[name]
    send = prepare(root)
    client = one_with(needed)
    before, versions = draft_document(), CatalogueVersion.objects.count()
    response = send(client)
    assert response.status_code == 302
    assert (draft_document() != before, CatalogueVersion.objects.count() - versions) == (
        name != "publish",
        int(name == "publish"),
    )


@pytest.mark.parametrize("name", EFFECTS)
def test_who_only_looks_and_who_has_no_right_at_all_cause_nothing(root: Client, name: str) -> None:
    send = EFFECTS[name][1](root)
    looks = {right for right in all_rights() if right.startswith("view_")}
    client = one_with(looks)
    before = everything_stored()
    assert send(client).status_code == 403
    assert everything_stored() == before


def test_no_right_of_any_group_reaches_an_account() -> None:
    client = one_with(all_rights())
    before = everything_stored()
    for address in ("/admin/profiles/user/add/", "/admin/auth/group/add/"):
        assert [client.get(address).status_code, client.post(address, {"email": "x@y.z"}).status_code] == [403, 403]
    assert everything_stored() == before


def test_every_kind_of_item_is_tried() -> None:
    tried = {right.partition("_")[2] for needed, _prepare in EFFECTS.values() for right in needed}
    assert {model._meta.model_name for model in DraftItem.__subclasses__()} - tried == {"draftnamed"}

"""The form of a role: what it extends, its missions, the way to what it requires."""

import pytest
from django.test import Client

from assessment.models import DraftRole
from assessment.models.drafting import draft_document
from tests.admin.room import above, address_to_add, beside, last_changes, now, opened
from tests.editors import fill_draft, form_of, grid_of, list_of, one_of, page_of, row_of, save
from tests.examples import tiny_document, tiny_role
from tests.people import read

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]


@pytest.fixture
def editor(db: None) -> Client:
    """One who edits a draft of three roles, "boss" extends "maker", and three missions."""
    mission = tiny_document()["missions"][0]
    roles = [tiny_role("maker", A=(3, 2, 4), B=(1, 1, 2)), tiny_role("boss", "maker", B=(2, 3, 3)), tiny_role("lone")]
    missions = [mission, mission | {"code": "REST"}, mission | {"code": "SING"}]
    fill_draft(tiny_document(missions=missions, roles=roles))
    return one_of("editors")


def key(code: str) -> str:
    return str(row_of("roles", code).pk)


def missions(code: str) -> list[str]:
    found: list[str] = DraftRole.objects.get(code=code).missions
    return found


@pytest.mark.parametrize(
    ("code", "base", "language"),
    [
        ("maker", "maker", "fr"),
        ("maker", "boss", "fr"),
        ("maker", "boss", "en"),
        ("boss", "boss", "en"),
        ("lone", "nobody", "en"),
    ],
)
def test_a_role_that_would_extend_itself_is_refused_beside_the_field(
    editor: Client, code: str, base: str, language: str
) -> None:
    before, since = draft_document(), now()
    editor.defaults["HTTP_ACCEPT_LANGUAGE"] = language
    sent = "999999" if base == "nobody" else key(base)
    page = read(save(editor, page_of("roles", code), extends=sent, name_en="Renamed"))
    assert len(beside(page, "extends")) == 1
    assert page.the("input", id="id_name_en").attributes["value"] == "Renamed"
    assert (draft_document(), last_changes(since)) == (before, [])


def test_a_circle_of_three_is_refused(editor: Client) -> None:
    assert save(editor, page_of("roles", "lone"), extends=key("boss")).status_code == 302
    before = draft_document()
    assert beside(read(save(editor, page_of("roles", "maker"), extends=key("lone"))), "extends") != []
    assert draft_document() == before


def test_a_role_extends_another_or_none(editor: Client) -> None:
    since = now()
    assert save(editor, page_of("roles", "lone"), extends=key("maker")).status_code == 302
    assert save(editor, page_of("roles", "boss"), extends="").status_code == 302
    assert [role["extends"] for role in draft_document()["roles"]] == [None, None, "maker"]
    assert last_changes(since) == [
        ("changed", "roles", "lone", {"extends": (None, "maker")}),
        ("changed", "roles", "boss", {"extends": ("maker", None)}),
    ]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_new_role_may_extend_any_and_comes_last(editor: Client, language: str) -> None:
    editor.defaults["HTTP_ACCEPT_LANGUAGE"] = language
    page = opened(editor, address_to_add("roles"), language)
    names = {option.attributes["value"]: option.words for option in page.the("select", name="extends").each("option")}
    assert names[key("boss")] == f"boss – boss name ({language})"
    new = {"code": "fresh", "extends": key("boss"), "missions": ["SING"], "summary_fr": "Deux\r\nlignes"}
    assert save(editor, address_to_add("roles"), **new).status_code == 302
    role = draft_document()["roles"][-1]
    assert (role["code"], role["extends"], role["missions"], role["requirements"]) == ("fresh", "boss", ["SING"], {})
    assert role["summary"] == {"fr": "Deux lignes", "en": ""}


def test_missions_are_boxes_in_catalogue_order_with_those_of_the_role_ticked(editor: Client) -> None:
    DraftRole.objects.filter(code="lone").update(missions=["SING", "RUN"])
    boxes = opened(editor, page_of("roles", "lone"), "fr").each("input", name="missions")
    assert [(box.attributes["value"], "checked" in box.attributes) for box in boxes] == [
        ("RUN", True),
        ("REST", False),
        ("SING", True),
    ]


def test_missions_keep_their_order_and_new_ones_come_last(editor: Client) -> None:
    DraftRole.objects.filter(code="lone").update(missions=["SING", "RUN"])
    address = page_of("roles", "lone")
    assert save(editor, address).status_code == 302
    assert missions("lone") == ["SING", "RUN"]
    assert save(editor, address, missions=["RUN", "REST", "SING"]).status_code == 302
    assert missions("lone") == ["SING", "RUN", "REST"]
    assert save(editor, address, missions=["REST", "RUN"]).status_code == 302
    assert missions("lone") == ["RUN", "REST"]
    assert save(editor, address, missions=[]).status_code == 302
    assert missions("lone") == []


def test_forged_missions_are_stored_once_or_not_at_all(editor: Client) -> None:
    address = page_of("roles", "lone")
    assert save(editor, address, missions=["SING", "REST", "SING", "RUN"]).status_code == 302
    assert missions("lone") == ["RUN", "REST", "SING"]
    for forged in ("NOPE", "", "\0", "RUN REST"):
        assert len(beside(read(save(editor, address, missions=["RUN", forged])), "missions")) == 1
    assert missions("lone") == ["RUN", "REST", "SING"]


def test_a_mission_that_is_no_longer_there_is_let_go(editor: Client) -> None:
    DraftRole.objects.filter(code="lone").update(missions=["GONE", "RUN"])
    assert save(editor, page_of("roles", "lone")).status_code == 302
    assert missions("lone") == ["RUN"]


def test_the_role_leads_to_what_it_requires(editor: Client) -> None:
    links = [link.attributes["href"] for link in opened(editor, page_of("roles", "boss")).each("a")]
    assert grid_of("boss") in links
    links = [link.attributes["href"] for link in opened(editor, address_to_add("roles")).each("a")]
    assert [link for link in links if "requirements" in link] == []


def test_requirements_saved_meanwhile_make_the_form_no_older(editor: Client) -> None:
    bob = one_of("editors", name="bob")
    sent = form_of(bob, page_of("roles", "maker"))
    save(editor, grid_of("maker"), **{"weight-A": "1"})
    assert bob.post(page_of("roles", "maker"), sent | {"name_en": "By Bob"}).status_code == 302
    found = DraftRole.objects.get(code="maker")
    assert (found.name_en, found.item()["requirements"]["A"]["weight"]) == ("By Bob", 1)


def test_the_second_editor_sees_missions_and_base_in_words(editor: Client) -> None:
    bob = one_of("editors", name="bob")
    address = page_of("roles", "lone")
    sent = form_of(bob, address)
    save(editor, address, extends=key("boss"), missions=["RUN", "SING"])
    page = read(bob.post(address, sent | {"extends": key("maker"), "missions": []}))
    assert "boss – boss name (en)" in beside(page, "extends")[0]
    assert "RUN, SING" in beside(page, "missions")[0]
    assert above(page) != ""
    assert row_of("roles", "lone").item()["extends"] == "boss"  # type: ignore[attr-defined]


def test_deleting_a_role_takes_its_requirements_along(editor: Client) -> None:
    since = now()
    assert editor.post(page_of("roles", "boss").replace("change", "delete"), {"post": "yes"}).status_code == 302
    assert [change[:3] for change in last_changes(since)] == [
        ("removed", "roles", "boss"),
        ("removed", "requirements", "boss B"),
    ]


def test_a_renamed_role_is_followed_by_what_names_it(editor: Client) -> None:
    since = now()
    answer = save(editor, page_of("roles", "maker"), code="worker")
    assert (answer.status_code, answer.headers["Location"]) == (302, list_of("roles"))
    found = {role["code"]: role for role in draft_document()["roles"]}
    assert (found["boss"]["extends"], list(found["worker"]["requirements"])) == ("worker", ["A", "B"])
    assert [change[:3] for change in last_changes(since)] == [
        ("added", "roles", "worker"),
        ("changed", "roles", "boss"),
        ("removed", "roles", "maker"),
        ("added", "requirements", "worker A"),
        ("added", "requirements", "worker B"),
        ("removed", "requirements", "maker A"),
        ("removed", "requirements", "maker B"),
    ]

"""Any two versions beside each other, either way round."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assessment.catalogue.compare import differences
from assessment.catalogue.file import build
from assessment.exchange.reading import Document
from assessment.models import CatalogueVersion
from profiles.models import User
from tests.editors import CATALOGUE, changes_on, one_of
from tests.examples import document, full_document, tiny_skill
from tests.people import Element, build_and_publish, edited_document, enter, everything_stored, read

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
PAGE = f"{CATALOGUE}compare/"
LANGUAGES = ("fr", "en")


@pytest.fixture
def three(published: CatalogueVersion) -> list[Document]:
    """Three versions, by what they hold; the notes say which is which."""
    for number, found in enumerate((edited_document(), full_document()), 2):
        CatalogueVersion.objects.publish(build(found), note=f"The note of {number} & <b>more</b>")
    return [document(), edited_document(), full_document()]


def opened(client: Client, old: int, new: int, language: str = "en") -> Element:
    response = client.get(PAGE, {"old": old, "new": new}, headers={"Accept-Language": language})
    assert response.status_code == 200
    return read(response)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("old", "new"), [(1, 2), (2, 1), (2, 3), (3, 1), (1, 3), (2, 2)])
def test_any_two_versions_are_compared_either_way_round(
    three: list[Document], old: int, new: int, language: str
) -> None:
    page = opened(one_of("editors"), old, new, language)
    found = differences(three[old - 1], three[new - 1])
    assert [change[:2] for change in changes_on(page)] == [(change.kind, change.code) for change in found]
    assert str(len(found)) in page.the("div", id="content").each("h2")[0].words


def test_each_way_shows_the_old_first(three: list[Document]) -> None:
    there, back = (
        {c[1]: c[2] for c in changes_on(opened(one_of("editors"), *way))}["devops T1"] for way in ((1, 2), (2, 1))
    )
    assert there == [(": 3", ": 4"), (": 4", ": 5")]
    assert back == [(": 4", ": 3"), (": 5", ": 4")]


def test_a_version_beside_itself_differs_in_nothing(three: list[Document]) -> None:
    assert changes_on(opened(one_of("analysts"), 3, 3)) == []


def test_the_notes_of_both_stand_at_the_head(three: list[Document]) -> None:
    notes = [note.words for note in opened(one_of("analysts"), 1, 2).the("dl").each("dd")]
    assert notes == ["–", "The note of 2 & <b>more</b>"]


def test_one_item_and_two_items_are_said_otherwise() -> None:
    first, second, third = full_document(), full_document(), full_document()
    second["skills"][0]["name"]["en"] = third["skills"][0]["name"]["en"] = "Other"
    third["skills"][1]["name"]["en"] = "Else"
    for found in (first, second, third):
        build_and_publish(found)
    editor = one_of("editors")
    one, two = (opened(editor, 1, new).the("div", id="content").each("h2")[0].words for new in (2, 3))
    assert one.replace("1", "2") != two


ODD = [
    *({}, {"old": "1"}, {"new": "1"}, {"old": "", "new": ""}, {"old": "1", "new": "99"}, {"old": "0", "new": "1"}),
    *(
        {"old": odd, "new": "1"}
        for odd in ("-1", "1.0", "1e3", " 1", "x", "²", "½", "1_000", "\x00", "9" * 9, "9" * 5000)
    ),
    *({"old": ["1", "x"], "new": "1"}, {"old": "999999999", "new": "1"}, {"old": "2147483648", "new": "1"}),
    {"old": "9223372036854775808", "new": "1"},
]


@pytest.mark.parametrize("query", ODD, ids=lambda query: str(query)[:40])
def test_an_odd_question_has_no_answer(published: CatalogueVersion, query: dict[str, Any]) -> None:
    assert one_of("editors").get(PAGE, query).status_code == 404


def test_figures_of_another_script_are_figures(three: list[Document]) -> None:
    assert one_of("editors").get(PAGE, {"old": "١", "new": "٢"}).status_code == 200


def test_the_form_above_the_list_and_the_links_of_a_version_lead_here(three: list[Document]) -> None:
    editor = one_of("editors")
    list_page = read(editor.get("/admin/assessment/catalogueversion/"))
    form = list_page.the("form", class_="compare")
    assert form.attributes["action"] == PAGE
    assert [box.attributes["name"] for box in form.each("input")] == ["old", "new"]
    second = CatalogueVersion.objects.get(number=2)
    page = read(editor.get(f"/admin/assessment/catalogueversion/{second.pk}/change/"))
    found = [link.attributes["href"] for link in page.each("a") if link.attributes["href"].startswith(PAGE)]
    assert sorted(found) == [f"{PAGE}?old=1&new=2", f"{PAGE}?old=2&new=3"]
    assert [editor.get(link).status_code for link in found] == [200, 200]


@pytest.mark.parametrize("group", ["editors", "publishers", "analysts"])
def test_who_may_read_versions_may_compare_them(three: list[Document], group: str) -> None:
    assert one_of(group).get(PAGE, {"old": 1, "new": 2}).status_code == 200


def test_without_the_right_there_is_nothing_to_read(three: list[Document], client: Client) -> None:
    enter(client, User.objects.create_user("ada@example.org", is_staff=True))
    assert client.get(PAGE, {"old": 1, "new": 2}).status_code == 403


def test_comparing_changes_nothing(three: list[Document]) -> None:
    editor = one_of("editors")
    before = everything_stored()
    opened(editor, 1, 2)
    assert editor.post(f"{PAGE}?old=1&new=2").status_code == 405
    assert everything_stored() == before


def test_the_page_asks_as_often_for_2_skills_as_for_200() -> None:
    editor, found = one_of("editors"), []
    for first, skills in ((1, 2), (3, 200)):
        draft = full_document()
        draft["skills"] += [tiny_skill(f"X{number}", "HEAD") for number in range(skills - 2)]
        build_and_publish(draft)
        build_and_publish(json.loads(json.dumps(draft).replace("5 fr", "5 bis")))
        opened(editor, first, first + 1)
        with CaptureQueriesContext(connection) as captured:
            assert len(changes_on(opened(editor, first, first + 1))) == skills
        found.append(len(captured))
    assert found == [7, 7]  # the session, the person, their factor, their rights twice; the two versions

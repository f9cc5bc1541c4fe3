"""The first page of the editors' room: where the draft stands, and the ways to everything that can be done with it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assessment.exchange.files import WRITERS
from assessment.exchange.reading import Document
from assessment.models import CatalogueVersion, DraftGrade, DraftSkill
from assessment.models.drafting import SECTIONS
from profiles.models import User
from tests.editors import CATALOGUE, fill_draft, list_of, one_of
from tests.examples import changed, full_document, tiny_role, tiny_skill
from tests.people import Element, build_and_publish, edited_document, enter, everything_stored, read

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
LANGUAGES = ("fr", "en")


def opened(client: Client, language: str = "en") -> Element:
    response = client.get(CATALOGUE, headers={"Accept-Language": language})
    assert (response.status_code, response.headers["Content-Language"]) == (200, language)
    return read(response)


def figures(page: Element) -> list[int]:
    """How many changes, errors and remarks there are."""
    return [int(figure.words) for figure in page.the("ul", class_="standing").each("strong")]


def ways(page: Element) -> list[str]:
    """Where the links of the page itself lead, those of its head left out."""
    return [link.attributes["href"] for link in page.the("div", id="content").each("a")]


@pytest.fixture
def editor() -> Client:
    return one_of("editors")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_counts_changes_errors_and_remarks(editor: Client, drafted: CatalogueVersion, language: str) -> None:
    assert figures(opened(editor, language)) == [0, 0, 0]
    fill_draft(edited_document())
    DraftSkill.objects.filter(code="C1").update(anchor_3_fr="", anchor_4_en="x" * 141)
    found = figures(opened(editor, language))
    assert (found[:2], found[2] >= 1) == ([9, 1], True)


def test_a_count_is_said_in_the_singular_and_in_the_plural(editor: Client, drafted: CatalogueVersion) -> None:
    said = []
    for codes in (["T1"], ["T1", "T2"]):
        DraftSkill.objects.filter(code__in=codes).update(anchor_3_fr="", anchor_4_en="x" * 141)
        said.append([item.words for item in opened(editor).the("ul", class_="standing").each("li")])
    assert [one.replace("1", "2") != two for one, two in zip(*said, strict=True)] == [True, True, True]


def test_the_way_to_everything_is_there(editor: Client, drafted: CatalogueVersion) -> None:
    found = ways(opened(editor))
    assert {f"{CATALOGUE}{page}" for page in ("impact/", "check/", "check/#warnings", "import/")} <= set(found)
    assert {list_of(name) for name in SECTIONS} <= set(found)
    assert {f"{CATALOGUE}draft/{form}" for form in WRITERS} <= set(found)
    assert {f"/admin/assessment/{name}/" for name in ("catalogueversion", "cataloguechange")} <= set(found)
    assert [address for address in found if editor.get(address.partition("#")[0]).status_code != 200] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_role_has_its_previews_in_the_language_of_the_page(
    editor: Client, drafted: CatalogueVersion, language: str
) -> None:
    previews = [address for address in ways(opened(editor, language)) if "/preview/" in address]
    assert previews == [
        f"/{language}/preview/roles/{role}/{page}" for role in ("devops", "mlops") for page in ("", "TECH/")
    ]


def test_a_role_that_extends_another_is_previewed_from_the_first_page_it_has(editor: Client) -> None:
    fill_draft(full_document() | {"roles": [tiny_role("maker", B=(1, 1, 1)), tiny_role("boss", "maker", A=(1, 1, 1))]})
    previews = [address for address in ways(opened(editor)) if "/preview/" in address]
    assert previews[1::2] == ["/en/preview/roles/maker/HEAD/", "/en/preview/roles/boss/HAND/"]


@pytest.mark.parametrize(
    ("changes", "previewed"),
    [({"skills.0.anchors.fr.3": ""}, True), ({"roles.0.requirements.A.levels": {"new": 1}}, False)],
    ids=["a text", "a level"],
)
def test_a_draft_that_does_not_hold_together_offers_no_preview(
    editor: Client, changes: dict[str, Any], previewed: bool
) -> None:
    fill_draft(changed(changes))
    assert any("/preview/" in address for address in ways(opened(editor))) is previewed


def test_before_anything_is_published_every_item_is_to_come(editor: Client) -> None:
    fill_draft(full_document())
    assert figures(opened(editor)) == [19, 0, 4]


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_draft_an_editor_is_offered_the_newest_version(
    editor: Client, published: CatalogueVersion, language: str
) -> None:
    build_and_publish(full_document())
    page = opened(editor, language)
    assert (page.each("ul", class_="standing"), [a for a in ways(page) if "/preview/" in a]) == ([], [])
    forms = page.the("div", id="content").each("form")
    assert [form.attributes["action"] for form in forms] == [f"{CATALOGUE}versions/2/draft/"]


def test_without_a_draft_and_without_a_version_a_file_can_be_imported(editor: Client) -> None:
    page = opened(editor)
    assert page.the("div", id="content").each("form") == []
    assert f"{CATALOGUE}import/" in ways(page)


@pytest.mark.parametrize("group", ["publishers", "analysts"])
def test_who_may_not_import_is_not_offered_to(published: CatalogueVersion, group: str) -> None:
    page = opened(one_of(group))
    assert page.the("div", id="content").each("form") == []
    assert f"{CATALOGUE}import/" not in ways(page)


@pytest.mark.parametrize("group", ["editors", "publishers", "analysts"])
def test_the_head_of_the_administration_leads_to_what_editors_need(drafted: CatalogueVersion, group: str) -> None:
    client = one_of(group)
    for address in ("/admin/", CATALOGUE, list_of("skills")):
        found = [link.attributes["href"] for link in read(client.get(address)).the("nav", class_="desk").each("a")]
        assert found == [
            CATALOGUE,
            list_of("skills"),
            list_of("roles"),
            f"{CATALOGUE}check/",
            f"{CATALOGUE}impact/",
            "/admin/assessment/catalogueversion/",
            "/admin/assessment/cataloguechange/",
            *([f"{CATALOGUE}results/"] if group == "analysts" else []),
        ]
        assert [link for link in found if client.get(link).status_code != 200] == []


def test_staff_without_the_right_are_not_led_there(client: Client) -> None:
    enter(client, User.objects.create_user("ada@example.org", is_staff=True))
    assert CATALOGUE not in client.get("/admin/").content.decode()
    assert client.get(CATALOGUE).status_code == 403


def test_reading_changes_nothing(editor: Client, drafted: CatalogueVersion) -> None:
    before = everything_stored()
    opened(editor)
    editor.head(CATALOGUE)
    assert editor.post(CATALOGUE).status_code == 405
    assert everything_stored() == before


def broken(draft: Document) -> None:
    DraftGrade.objects.all().delete()


def empty(draft: Document) -> None:
    for name in ("salaries", "skills", "levels"):
        SECTIONS[name].objects.all().delete()


@pytest.mark.parametrize("harm", [broken, empty])
@pytest.mark.parametrize("page", ["", "check/", "impact/", "draft/catalogue", "draft/case", "draft/skills-xlsx"])
def test_a_draft_of_which_much_is_gone_breaks_no_page(
    editor: Client, drafted: CatalogueVersion, harm: Callable[[Document], None], page: str
) -> None:
    harm(full_document())
    assert editor.get(f"{CATALOGUE}{page}").status_code == (302 if page == "draft/case" else 200)


def test_the_page_asks_as_often_for_2_skills_as_for_200(editor: Client) -> None:
    found = []
    for skills in (2, 200):
        draft = full_document()
        draft["skills"] += [tiny_skill(f"X{number}", "HEAD") for number in range(skills - 2)]
        draft["roles"][0]["requirements"] |= {
            skill["code"]: {"weight": 1, "levels": {"new": 1, "old": 2}} for skill in draft["skills"]
        }
        build_and_publish(draft)
        fill_draft(draft)
        opened(editor)
        with CaptureQueriesContext(connection) as captured:
            opened(editor)
        found.append(len(captured))
    assert found == [
        15,
        15,
    ]  # the session, the person, their factor, their rights twice; the version; the draft in nine

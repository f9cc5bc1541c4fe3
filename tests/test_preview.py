"""The draft as a visitor and a candidate would see it: the same pages, open to its readers alone, storing nothing."""

from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assessment.models import Assessment, CatalogueVersion, DraftGrade, DraftLevel, DraftRequirement, DraftSkill
from profiles.models import User
from tests.editors import CATALOGUE, fill_draft, one_of, page_of
from tests.examples import changed, document, full_document, tiny_salary, tiny_skill
from tests.people import Element, build_and_publish, edited_document, enter, everything_stored, finish, read

pytestmark = pytest.mark.django_db
LANGUAGES = ("fr", "en")
PREVIEWS = ("preview/roles/devops/", "preview/roles/devops/TECH/", "preview/skills/T1/")


@pytest.fixture
def editor() -> Client:
    return one_of("editors")


def opened(client: Client, address: str) -> Element:
    response = client.get(address)
    assert response.status_code == 200
    return read(response)


def shape(element: Element | str) -> Any:
    """An element with all it holds, to compare; without the notice of a preview and the token of a form."""
    if isinstance(element, str):
        return " ".join(element.split())
    is_token = element.attributes.get("name") == "csrfmiddlewaretoken"
    if is_token or element.attributes.get("class") == "panel preview":
        return ""
    inside = [found for child in element.children if (found := shape(child))]
    return (element.name, element.attributes, inside)


def main_of(client: Client, address: str) -> Any:
    return shape(opened(client, address).the("main"))


# The same as what is published


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ["devops", "mlops"])
def test_the_sheet_of_a_role_is_what_a_visitor_will_see(
    editor: Client, published: CatalogueVersion, role: str, language: str
) -> None:
    fill_draft(edited_document())
    preview = opened(editor, f"/{language}/preview/roles/{role}/")
    build_and_publish(edited_document())
    real = opened(Client(), f"/{language}/roles/{role}/")
    (start,) = preview.the("main").each("a", class_="button main")
    (real_start,) = real.the("main").each("a", class_="button main")
    assert start.attributes.pop("href") == f"/{language}/preview/roles/{role}/TECH/"
    assert real_start.attributes.pop("href") == f"/{language}/start/?role={role}"
    assert shape(preview.the("main")) == shape(real.the("main"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ["devops", "mlops"])
def test_every_page_of_the_questionnaire_is_what_a_candidate_will_see(
    editor: Client, published: CatalogueVersion, role: str, language: str
) -> None:
    fill_draft(edited_document())
    version = build_and_publish(edited_document())
    candidate, ada = Client(), User.objects.create_user("ada@example.org")
    enter(candidate, ada)
    sitting, _token = Assessment.objects.start(version, role, "confirmed", language)
    Assessment.objects.filter(pk=sitting.pk).update(owner=ada)
    codes = [competency.code for competency, _ in version.catalogue.pages(role)]
    assert len(codes) == {"devops": 4, "mlops": 5}[role]
    for code in codes:
        real = main_of(candidate, f"/{language}/assessments/{sitting.uuid}/{code}/")
        assert main_of(editor, f"/{language}/preview/roles/{role}/{code}/") == real


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_skill_alone_is_asked_as_in_the_questionnaire(
    editor: Client, drafted: CatalogueVersion, language: str
) -> None:
    page = opened(editor, f"/{language}/preview/roles/devops/TECH/")
    for code in ("T1", "T8"):
        alone = opened(editor, f"/{language}/preview/skills/{code}/")
        assert shape(alone.the("fieldset", id=code)) == shape(page.the("fieldset", id=code))
        assert len(alone.each("fieldset")) == 1


def test_a_skill_that_is_retired_or_that_no_role_asks_has_a_preview(editor: Client) -> None:
    draft = full_document()
    draft["skills"] += [tiny_skill("C"), tiny_skill("D") | {"retired": True}]
    fill_draft(draft)
    for code in ("C", "D"):
        opened(editor, f"/en/preview/skills/{code}/").the("fieldset", id=code)


def test_the_required_levels_are_nowhere_in_the_questionnaire(editor: Client, drafted: CatalogueVersion) -> None:
    address = "/en/preview/roles/devops/TECH/"
    before = main_of(editor, address)
    for asked in DraftRequirement.objects.all():
        DraftRequirement.objects.filter(pk=asked.pk).update(weight=1, levels=dict.fromkeys(asked.levels, 0))
    assert main_of(editor, address) == before


def test_an_edit_is_seen_at_once_in_its_language(editor: Client, drafted: CatalogueVersion) -> None:
    DraftSkill.objects.filter(code="T1").update(anchor_2_fr="Une phrase neuve.")
    found = [b"Une phrase neuve." in editor.get(f"/{code}/preview/roles/devops/TECH/").content for code in LANGUAGES]
    assert found == [True, False]
    assert b"Une phrase neuve." not in Client().get("/fr/roles/devops/").content


# Around it


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", PREVIEWS)
def test_a_preview_says_that_it_is_one_and_leads_back_and_to_the_other_language(
    editor: Client, drafted: CatalogueVersion, address: str, language: str
) -> None:
    response = editor.get(f"/{language}/{address}", headers={"Accept-Language": "de"})
    page = read(response)
    notice = page.the("div", role="note")
    assert notice.the("a").attributes["href"] == CATALOGUE
    assert (page.the("html").attributes["lang"], page.each("script")) == (language, [])
    assert "no-store" in response.headers["Cache-Control"]
    other = LANGUAGES[1 - LANGUAGES.index(language)]
    languages = page.the("ul", class_="languages")
    (way,) = languages.each("a") or languages.each("button")
    assert way.attributes["lang"] == other
    if "href" in way.attributes:
        assert way.attributes["href"] == f"/{other}/{address}"
    else:
        sent = editor.post(f"/{language}/{address}", {way.attributes["name"]: way.attributes["value"]})
        assert (sent.status_code, sent.headers["Location"]) == (302, f"/{other}/{address}")


def test_the_buttons_lead_around_the_previewed_pages(editor: Client, drafted: CatalogueVersion) -> None:
    codes = [competency.code for competency, _ in drafted.catalogue.pages("mlops")]
    role = "/en/preview/roles/mlops/"
    ways = {
        (code, go): editor.post(f"{role}{code}/", {"go": go}).headers["Location"]
        for code in (codes[0], codes[1], codes[-1])
        for go in ("back", "next", "later", "review", "nowhere", "")
    }
    assert ways == {
        (codes[0], "back"): role,
        (codes[0], "next"): f"{role}{codes[1]}/",
        (codes[1], "back"): f"{role}{codes[0]}/",
        (codes[1], "next"): f"{role}{codes[2]}/",
        (codes[-1], "back"): f"{role}{codes[-2]}/",
        (codes[-1], "next"): role,
        **{(code, go): role for code in (codes[0], codes[1], codes[-1]) for go in ("later", "review")},
        **{(code, go): f"{role}{code}/" for code in (codes[0], codes[1], codes[-1]) for go in ("nowhere", "")},
    }


@pytest.mark.parametrize("go", ["back", "next", "later", "review", "nowhere", ""])
def test_the_buttons_of_a_skill_alone_come_back_to_it(editor: Client, drafted: CatalogueVersion, go: str) -> None:
    response = editor.post("/en/preview/skills/T1/", {"go": go, "skill-T1": "3"})
    assert (response.status_code, response.headers["Location"]) == (302, "/en/preview/skills/T1/")


def test_nothing_is_stored_by_any_button_and_no_link_is_given(editor: Client, drafted: CatalogueVersion) -> None:
    before = everything_stored()
    data = {"skill-T1": "5", "note-T1": "planted", "take-back": "T1", "shown-T1": ""}
    for address in PREVIEWS:
        for go in ("next", "back", "later", "review", "fr", "en", "x"):
            response = editor.post(f"/en/{address}", data | {"go": go})
            assert response.status_code == (405 if address == PREVIEWS[0] else 302)
        assert "planted" not in editor.get(f"/en/{address}").content.decode()
    assert everything_stored() == before
    assert "assessments" not in editor.cookies


@pytest.mark.ignore_template_errors
def test_the_pages_of_items_lead_to_their_previews(editor: Client, drafted: CatalogueVersion) -> None:
    for section, code, address in (("skills", "T1", PREVIEWS[2]), ("roles", "devops", PREVIEWS[0])):
        for language in LANGUAGES:
            page = read(editor.get(page_of(section, code), headers={"Accept-Language": language}))
            assert len(page.each("a", href=f"/{language}/{address}")) == 1


# A draft that is not finished


def blanked(value: Any) -> Any:
    """A document without its texts."""
    if isinstance(value, list):
        return [blanked(item) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"fr", "en"}:
        return {code: [""] * 6 if isinstance(said, list) else "" for code, said in value.items()}
    return {key: blanked(inner) for key, inner in value.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_without_its_texts_is_shown_as_far_as_it_goes(editor: Client, language: str) -> None:
    draft = blanked(full_document())
    draft["salaries"] = [tiny_salary(low=None, high=None, year=None, address=None, consulted=None, population=None)]
    fill_draft(draft)
    for address in ("roles/maker/", "roles/boss/HAND/", "roles/maker/HEAD/", "skills/B/"):
        opened(editor, f"/{language}/preview/{address}")


UNREADY: dict[str, dict[str, Any]] = {
    "no level": {"roles.0.requirements.A.levels": {"new": 1}},
    "a role that asks nothing": {"roles.1.requirements": {}, "roles.1.extends": None},
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", UNREADY)
def test_a_draft_that_does_not_hold_together_says_so_and_leads_to_its_check(
    editor: Client, name: str, language: str
) -> None:
    fill_draft(changed(UNREADY[name]))
    for address in ("roles/maker/", "roles/maker/HAND/", "skills/A/", "roles/gone/"):
        assert_unready(editor.get(f"/{language}/preview/{address}"))
    for address in ("roles/maker/HAND/", "skills/A/"):
        assert_unready(editor.post(f"/{language}/preview/{address}", {"go": "next"}))


def assert_unready(response: HttpResponseBase) -> None:
    assert response.status_code == 409
    assert [link.attributes["href"] for link in read(response).the("main").each("a")] == [f"{CATALOGUE}check/"]


def test_an_empty_draft_and_one_of_which_much_is_gone_say_so_too(editor: Client) -> None:
    assert_unready(editor.get("/en/preview/roles/devops/"))
    fill_draft(document())
    DraftGrade.objects.all().delete()
    assert_unready(editor.get("/en/preview/roles/devops/TECH/"))
    fill_draft(document())
    DraftLevel.objects.filter(value=5).delete()
    assert_unready(editor.get("/en/preview/skills/T1/"))


@pytest.mark.parametrize(
    "address",
    [
        *("roles/gone/", "roles/devops/GONE/", "roles/devops/ML/", "roles/gone/TECH/", "skills/GONE/", "skills/t1/"),
        *("roles/devops/%00/", "skills/%00/", "skills/%F0%9F%92%A9/", "skills/" + "x" * 5000 + "/", "roles//"),
    ],
)
def test_what_the_draft_does_not_hold_has_no_preview(editor: Client, drafted: CatalogueVersion, address: str) -> None:
    assert editor.get(f"/en/preview/{address}").status_code == 404
    assert editor.post(f"/en/preview/{address}").status_code in (404, 405)


# For its readers alone


def visitors() -> dict[str, Client]:
    """Everybody who may not read the draft."""
    made = {
        name: Client() for name in ("anonymous", "owner", "signed in", "staff", "reader who left the staff", "gone")
    }
    finish(made["owner"])
    enter(made["signed in"], User.objects.create_user("ada@example.org"))
    enter(made["staff"], User.objects.create_user("staff@example.org", is_staff=True))
    for name, field in (("reader who left the staff", "is_staff"), ("gone", "is_active")):
        made[name] = one_of("editors", "publishers", "analysts", name=name.split()[0])
        User.objects.filter(display_name=name.split()[0]).update(**{field: False})
    return made


def test_nobody_else_finds_anything_there(drafted: CatalogueVersion) -> None:
    before_them = visitors()
    before = everything_stored()
    for name, client in before_them.items():
        for address in [*PREVIEWS, "preview/roles/gone/", "preview/skills/GONE/"]:
            found = [client.get(f"/en/{address}").status_code, client.head(f"/fr/{address}").status_code]
            assert (name, address, found) == (name, address, [404, 404])
            assert client.post(f"/en/{address}", {"go": "next"}).status_code in (404, 405)
    assert everything_stored() == before


def test_nobody_else_learns_that_the_draft_is_unfinished() -> None:
    fill_draft(changed(UNREADY["no level"]))
    assert Client().get("/en/preview/roles/maker/").status_code == 404


@pytest.mark.parametrize("group", ["editors", "publishers", "analysts"])
def test_whoever_may_read_the_draft_sees_it(drafted: CatalogueVersion, group: str) -> None:
    client = one_of(group)
    assert [client.get(f"/en/{address}").status_code for address in PREVIEWS] == [200, 200, 200]


@pytest.mark.parametrize("page", ["roles/maker/", "roles/maker/HEAD/", "skills/A/"])
def test_a_preview_asks_as_often_for_2_skills_as_for_200(editor: Client, page: str) -> None:
    found = []
    for skills in (2, 200):
        draft = full_document()
        draft["skills"] += [tiny_skill(f"X{number}", "HEAD") for number in range(skills - 2)]
        asked = {skill["code"]: {"weight": 1, "levels": {"new": 1, "old": 2}} for skill in draft["skills"]}
        draft["roles"][0]["requirements"] = asked
        fill_draft(draft)
        with CaptureQueriesContext(connection) as captured:
            opened(editor, f"/en/preview/{page}")
        found.append(len(captured))
    assert found == [14, 14]  # the session, the person, their rights twice, their second factor; the draft in nine

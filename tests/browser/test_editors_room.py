"""An editor's afternoon in a browser: from a sentence to a published version; and the administration under axe."""

import json
import re
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import Page, expect

from assessment.models import Assessment, CatalogueVersion, DraftRole, DraftSkill
from assessment.models.drafting import draft_document
from tests.browser.conftest import Come, Watch
from tests.browser.test_accessibility import in_both_schemes
from tests.browser.walk import draft, pages_of
from tests.editors import fill_draft, grid_of, list_of, make_groups, page_of
from tests.examples import WORKED_ANSWERS, document
from tests.profiles.accounts import PASSWORD
from tests.profiles.entrance import code_of, with_app

pytestmark = pytest.mark.browser
ANCHORS = [f"anchor_{level}_{language}" for level in range(6) for language in ("fr", "en")]


@pytest.fixture
def room(published: CatalogueVersion, transactional_db: None) -> None:
    """The shipped catalogue in the draft, the groups, and one who edits and publishes."""
    make_groups()
    fill_draft(document())
    editor = with_app("editor@example.org", is_staff=True, display_name="Edda")
    editor.groups.set(Group.objects.filter(name__in=["editors", "publishers"]))


def sign_in(page: Page, language: str) -> None:
    """Come to the catalogue by the sign-in page and the second step."""
    page.goto("/admin/catalogue/")
    page.locator("#id_login").fill("editor@example.org")
    page.locator("#id_password").fill(PASSWORD)
    page.locator("main form button.main").click()
    page.locator("#id_code").fill(code_of())
    page.locator("main form button.main").first.click()
    expect(page).to_have_url(re.compile("/admin/catalogue/$"))
    assert page.locator("html").get_attribute("lang") == language


def save(page: Page) -> None:
    """Save the form that is open."""
    with page.expect_navigation():
        page.locator("input[name=_save]").last.click()
    expect(page.locator(".messagelist .success")).to_have_count(1)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_editor_changes_adds_retires_looks_and_publishes(come: Come, room: None, language: str) -> None:
    finished, token = draft(answers=WORKED_ANSWERS, finished=True)
    candidate = come(locale=language)
    candidate.goto(f"/{language}/resume/{token}/")
    file = f"/{language}/assessments/{finished.uuid}/report.json"
    before = candidate.request.get(file).body()
    page = come(locale=language)
    sign_in(page, language)

    change_a_sentence(page)
    raise_a_requirement(page)
    add_a_skill(page)
    retire_a_skill(page)
    publish(page)

    assert CatalogueVersion.objects.order_by("-number").values_list("number", "note", "published_by__email")[0] == (
        2,
        "Clearer words, a new skill",
        "editor@example.org",
    )
    assert candidate.request.get(file).body() == before
    assert json.loads(before)["catalogue"]["version"] == 1
    candidate.goto(f"/{language}/assessments/{finished.uuid}/report/")
    candidate.locator("#newer a").click()
    expect(candidate).to_have_url(re.compile("/report/today/$"))
    expect(candidate.locator("main")).to_contain_text(re.compile("T1|C6|Gérer le code|Keep code"))
    a_new_assessment_asks_what_is_new(candidate, language)


def change_a_sentence(page: Page) -> None:
    """One sentence of one skill, in English; its length is told as one types."""
    page.goto(page_of("skills", "T1"))
    field = page.locator("#id_anchor_2_en")
    field.fill("I have added my changes to a team’s repository with someone beside me.")
    expect(page.locator(".length[data-for=id_anchor_2_en]")).to_have_text("70 / 140")
    save(page)


def raise_a_requirement(page: Page) -> None:
    """The level of one skill at one grade, in the grid of the role."""
    page.goto(grid_of("devops"))
    page.locator("#level-T1-confirmed").select_option("4")
    with page.expect_navigation():
        page.locator(".submit-row button").click()
    expect(page.locator(".messagelist .success")).to_have_count(1)


def add_a_skill(page: Page) -> None:
    """A ninth skill of the ML extras, with its sentences, and asked by MLOps."""
    page.goto(f"{list_of('skills')}add/")
    page.locator("#id_code").fill("M9")
    choose(page, "ML")
    page.locator("#id_mission").select_option(index=1)
    page.locator("#id_name_fr").fill("Mesurer ce qu’un modèle consomme")
    page.locator("#id_name_en").fill("Measure what a model consumes")
    for column in ANCHORS:
        page.locator(f"#id_{column}").fill(f"Sentence {column}")
    save(page)
    page.goto(grid_of("mlops"))
    page.locator("#weight-M9").select_option("1")
    for grade, level in (("junior", "1"), ("confirmed", "2"), ("senior", "3")):
        page.locator(f"#level-M9-{grade}").select_option(level)
    with page.expect_navigation():
        page.locator(".submit-row button").click()


def choose(page: Page, code: str) -> None:
    """Choose a competency by its code."""
    options = page.locator("#id_competency option").all_text_contents()
    page.locator("#id_competency").select_option(label=next(text for text in options if text.startswith(f"{code} ")))


def retire_a_skill(page: Page) -> None:
    """M8 is asked no longer, M9 takes its place."""
    page.goto(page_of("skills", "M8"))
    page.locator("details:has(#id_retired) summary").click()
    page.locator("#id_retired").check()
    page.locator("#id_replaced_by").select_option("M9")
    save(page)


def publish(page: Page) -> None:
    """Look at the check, at the impact, and publish with a note."""
    page.goto("/admin/catalogue/check/")
    expect(page.locator("section[aria-labelledby=errors] li")).to_have_count(0)
    page.goto("/admin/catalogue/impact/")
    changed = page.locator("section.change")
    expect(changed).to_have_count(5)  # T1, M9, M8, and two requirements
    expect(changed.filter(has_text="T1").locator("td").first).to_have_attribute("lang", "en")
    page.locator("#id_note").fill("Clearer words, a new skill")
    with page.expect_navigation():
        page.locator("main form button.main").click()
    expect(page).to_have_url(re.compile("/catalogueversion/$"))


def a_new_assessment_asks_what_is_new(page: Page, language: str) -> None:
    """The questionnaire of MLOps has M9 and no longer M8."""
    page.goto(f"/{language}/start/?role=mlops")
    page.locator('input[name="grade"][value="junior"]').check()
    with page.expect_navigation():
        page.locator("main form button.main").click()
    page.goto(f"{page.url.rsplit('/', 2)[0]}/{pages_of('mlops')[-1]}/")
    expect(page.locator("#M9")).to_have_count(1)
    expect(page.locator("#M8")).to_have_count(0)
    assert Assessment.objects.order_by("-pk")[0].version.number == 2


def test_the_order_is_changed_by_keyboard_and_by_dragging(come: Come, room: None) -> None:
    page = come(locale="en")
    sign_in(page, "en")
    page.goto(f"{list_of('roles')}order/")
    page.locator("ol.order li").first.locator("button[name=down]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("ol.order li .name").first).to_contain_text("mlops")
    expect(page.locator("[role=status]").first).not_to_be_empty()
    with page.expect_navigation():
        page.locator(".submit-row button").press("Enter")
    assert [role["code"] for role in draft_document()["roles"]] == ["mlops", "devops"]
    page.locator("ol.order li").nth(1).locator(".grip").drag_to(page.locator("ol.order li").first)
    expect(page.locator("ol.order li .name").first).to_contain_text("devops")
    with page.expect_navigation():
        page.locator(".submit-row button").click()
    assert [role["code"] for role in draft_document()["roles"]] == ["devops", "mlops"]


def test_the_order_is_changed_without_a_script(come: Come, room: None) -> None:
    page = come(locale="en", javascript=False)
    sign_in(page, "en")
    page.goto(f"{list_of('roles')}order/")
    with page.expect_navigation():
        page.locator("ol.order li").first.locator("button[name=down]").click()
    assert [role["code"] for role in draft_document()["roles"]] == ["mlops", "devops"]


def test_the_language_is_switched_where_one_is(come: Come, room: None) -> None:
    page = come(locale="fr")
    sign_in(page, "fr")
    page.goto("/admin/catalogue/check/")
    with page.expect_navigation():
        page.locator(".languages button[value=en]").click()
    expect(page).to_have_url(re.compile("/admin/catalogue/check/$"))
    assert page.locator("html").get_attribute("lang") == "en"


def test_a_preview_leads_through_the_questionnaire_and_stores_nothing(come: Come, room: None) -> None:
    page = come(locale="en")
    sign_in(page, "en")
    page.goto("/en/preview/roles/mlops/")
    page.locator("main .actions a.main").click()
    for code in pages_of("mlops"):
        expect(page).to_have_url(re.compile(f"/en/preview/roles/mlops/{code}/$"))
        page.locator("main input[type=radio]").first.check()
        with page.expect_navigation():
            page.locator("main .actions button.main").click()
    expect(page).to_have_url(re.compile("/en/preview/roles/mlops/$"))
    assert not Assessment.objects.exists()


def tour(page: Page) -> Iterator[str]:
    """Bring the administration into one state after another."""
    role = DraftRole.objects.get(code="mlops")
    DraftSkill.objects.filter(code="T2").update(anchor_3_en="", name_fr="")
    version = CatalogueVersion.objects.get()
    for address in (
        "/admin/",
        "/admin/catalogue/",
        "/admin/catalogue/check/",
        "/admin/catalogue/impact/",
        "/admin/catalogue/import/",
        "/admin/catalogue/compare/?old=1&new=1",
        *(list_of(section) for section in ("levels", "missions", "skills", "roles", "salaries")),
        f"{list_of('skills')}?missing=any",
        f"{list_of('skills')}add/",
        f"{list_of('skills')}order/",
        page_of("skills", "T1"),
        page_of("levels", "3"),
        f"{list_of('roles')}{role.pk}/change/",
        f"{list_of('roles')}{role.pk}/requirements/",
        f"/admin/assessment/draftsalary/{role.salaries.all()[0].pk}/change/",
        f"{page_of('skills', 'T1').removesuffix('change/')}delete/",
        "/admin/assessment/catalogueversion/",
        f"/admin/assessment/catalogueversion/{version.pk}/change/",
        "/admin/assessment/cataloguechange/",
    ):
        page.goto(address)
        page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
        yield address
    yield from refused(page)


def refused(page: Page) -> Iterator[str]:
    """Forms that could not be taken."""
    page.goto(page_of("skills", "T3"))
    page.locator("#id_esco").evaluate("field => { field.value = 'nowhere'; field.closest('details').open = true }")
    with page.expect_navigation():
        page.locator("input[name=_save]").last.click()
    yield "a skill, refused"
    page.goto(grid_of("devops"))
    page.locator("#level-T2-senior").select_option("0")
    with page.expect_navigation():
        page.locator(".submit-row button").click()
    yield "the grid, refused"
    page.goto("/admin/catalogue/import/")
    page.locator("#id_file").set_input_files(
        {"name": "x.csv", "mimeType": "text/csv", "buffer": b"code;nonsense\nT1;2"}
    )
    with page.expect_navigation():
        page.locator("main form button.main").click()
    yield "a file, refused"
    skills = draft_document() | {"salaries": []}
    page.locator("#id_file").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": json.dumps(skills).encode()}
    )
    with page.expect_navigation():
        page.locator("main form button.main").click()
    yield "a file, to be confirmed"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_axe_finds_nothing_in_the_administration(come: Come, watch: Watch, room: None, language: str) -> None:
    page = come(locale=language)
    sign_in(page, language)
    assert in_both_schemes(page, tour(page)) == {}

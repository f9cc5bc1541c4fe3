"""The whole journey by keyboard alone; where the focus is can always be seen."""

import re

import pytest
from playwright.sync_api import Page, expect

from assessment.models import Assessment, CatalogueVersion
from tests.browser.conftest import Come
from tests.browser.walk import FIGURE, answers_of, draft, pages_of, resume
from tests.examples import WORKED_ANSWERS

pytestmark = pytest.mark.browser
MOST_TABS = 60  # more than any page has stops

WHERE = """() => {
  const here = document.activeElement;
  const shown = here.closest(".choice") ?? here;
  const style = getComputedStyle(shown);
  const {width, height, top, bottom} = shown.getBoundingClientRect();
  return {
    name: `${here.tagName} ${here.id || here.name || here.href || here.textContent.trim()}`,
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
      && style.outlineColor !== getComputedStyle(document.body).backgroundColor,
    inside: width > 1 && height > 1 && bottom > 0 && top < innerHeight,
  };
}"""


def tab_to(page: Page, selector: str, *, key: str = "Tab") -> None:
    """Go on by the keyboard until the focus is there; it must be seen at every stop on the way."""
    for _step in range(MOST_TABS):
        page.keyboard.press(key)
        if page.evaluate("document.activeElement === document.body"):
            continue  # the browser's own part, between the end of a page and its start
        where = page.evaluate(WHERE)
        assert where == {"name": where["name"], "outlined": True, "inside": True}
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} is not reached by {key}")


def enter(page: Page) -> None:
    """Press Enter, and wait for where it leads."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def choose_by_keys(page: Page, skill: str, answer: object) -> None:
    """Go to the radios of a skill, and to one of them by arrows and the space bar."""
    name = f'input[name="skill-{skill}"]'
    tab_to(page, name)
    page.keyboard.press("Space")
    for _step in range(len("012345") + 2):
        if page.evaluate("document.activeElement.value") == str(answer):
            return
        page.keyboard.press("ArrowDown")
        assert page.evaluate(WHERE)["outlined"]
    pytest.fail(f"{answer} is not reached by arrows in {skill}")


@pytest.mark.parametrize(("language", "javascript"), [("fr", True), ("en", False)], ids=["fr-script", "en-no script"])
def test_the_whole_journey_by_keyboard_alone(
    come: Come, published: CatalogueVersion, language: str, javascript: bool
) -> None:
    page = come(javascript=javascript, reduced_motion="reduce")  # or the focus is scrolled to in its own time
    page.goto(f"/{language}/")
    tab_to(page, f'a[href="/{language}/start/?role=devops"]')
    enter(page)
    tab_to(page, 'input[name="role"]')
    tab_to(page, 'input[name="grade"]')
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    assert page.locator("input[name=grade]:checked").input_value() == "confirmed"
    tab_to(page, "main form button")
    enter(page)
    address = page.url.rsplit("/", 2)[0]
    for code in pages_of():
        assert page.url == f"{address}/{code}/"
        for skill, answer in answers_of(code, WORKED_ANSWERS).items():
            choose_by_keys(page, skill, answer)
        tab_to(page, 'main button[name="go"][value="next"]')
        enter(page)
    assert Assessment.objects.get().answers == WORKED_ANSWERS
    tab_to(page, "main form button")
    enter(page)
    assert page.url == f"{address}/report/"
    assert page.locator(".share").inner_text().replace("\u202f", "\u00a0") == FIGURE[language]
    tab_to(page, "a[download]")
    with page.expect_download():
        page.keyboard.press("Enter")
    tab_to(page, 'main a[href$="/delete/"]')
    enter(page)
    tab_to(page, "main form button")
    enter(page)
    expect(page).to_have_url(re.compile(f"/{language}/deleted/$"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_skip_link_comes_first_is_seen_and_works(come: Come, published: CatalogueVersion, scheme: str) -> None:
    page = come(color_scheme=scheme, reduced_motion="reduce")
    address = resume(page, draft()[1])
    for path in ("/en/", f"{address}/{pages_of()[0]}/", f"{address}/review/"):
        page.goto(path)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('a.skip[href=\"#main\"]')")
        where = page.evaluate(WHERE)
        assert where == {"name": where["name"], "outlined": True, "inside": True}
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_focus_is_seen_on_the_way_back_too(come: Come, published: CatalogueVersion) -> None:
    page = come(color_scheme="dark", reduced_motion="reduce", viewport={"width": 360, "height": 640})
    resume(page, draft(answers=WORKED_ANSWERS, notes={"T1": "A note"})[1])
    page.locator("footer a").last.focus()
    tab_to(page, "a.skip", key="Shift+Tab")


def test_the_focus_moves_to_the_errors_of_a_page(come: Come, published: CatalogueVersion) -> None:
    page = come()
    page.goto("/fr/start/")
    page.locator("main form").evaluate("form => { form.noValidate = true }")
    page.locator("main form button").click()
    expect(page.locator("#errors")).to_be_focused()
    page.keyboard.press("Tab")
    enter_target = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("selector => document.querySelector(selector).contains(document.activeElement)", enter_target)

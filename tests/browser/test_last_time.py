"""A sitting begun again: the script says what was answered last time, once it is answered now."""

import pytest
from playwright.sync_api import Page, expect

from assessment.models import Assessment, CatalogueVersion
from tests.browser.conftest import Come
from tests.browser.walk import choose_and_save, draft, press, resume
from tests.examples import shipped

pytestmark = pytest.mark.browser


def begin_again(page: Page, language: str = "en") -> str:
    """Open a finished assessment of three answers and begin again from the list; the address of the new one."""
    resume(page, draft(answers={"T1": 2, "T2": "dk", "T3": 4}, finished=True)[1], language)
    page.goto(f"/{language}/assessments/")
    page.locator(".sittings summary").click()
    with page.expect_navigation():
        page.locator('form[action$="/again/"] button').click()
    return page.url.rsplit("/", 2)[0]


def last(page: Page, skill: str) -> str:
    return page.locator(f"#last-{skill}").inner_text()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_choice_that_is_saved_brings_the_answer_of_last_time_without_moving_the_page(
    come: Come, published: CatalogueVersion, language: str
) -> None:
    page = come()
    begin_again(page, language)
    line = page.locator("#last-T1")
    height = line.evaluate("line => line.offsetHeight")
    assert [last(page, skill) for skill in ("T1", "T2", "T3")] == ["", "", ""]
    choose_and_save(page, "T1", 5)
    level = shipped().levels[2]
    expect(line).to_contain_text(f"{level.value}, {level.name.said_in(language)}")
    assert [last(page, skill) for skill in ("T2", "T3")] == ["", ""]
    assert line.evaluate("line => line.offsetHeight") == height > 0


def test_without_scripts_it_is_there_when_the_page_is_shown_again(come: Come, published: CatalogueVersion) -> None:
    page = come(javascript=False)
    begin_again(page)
    page.locator('input[name="skill-T1"][value="5"]').check()
    press(page, "review")
    page.go_back()
    page.reload()
    assert last(page, "T1") != ""
    assert last(page, "T3") == ""
    assert Assessment.objects.get(finished=None).answers == {"T1": 5}

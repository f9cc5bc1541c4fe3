"""Two tabs on one draft lose nothing, with and without scripts."""

import pytest
from playwright.sync_api import Page

from assessment.models import Assessment, CatalogueVersion
from tests.browser.conftest import Come
from tests.browser.walk import choose, choose_and_save, chosen, draft, pages_of, press, resume, saved

pytestmark = pytest.mark.browser
with_and_without_scripts = pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])


def two_tabs(page: Page) -> tuple[Page, Page]:
    """The first page of a new draft, with T1 to T3 answered, in two tabs of one browser."""
    _, token = draft(answers={"T1": 1, "T2": 1, "T3": 1})
    page.goto(f"{resume(page, token)}/{pages_of()[0]}/")
    other = page.context.new_page()
    other.goto(page.url)
    return page, other


def stored() -> dict[str, object]:
    """The answers of the only assessment."""
    return dict(Assessment.objects.get().answers)


@with_and_without_scripts
def test_different_skills_changed_in_each_are_both_kept(
    come: Come, published: CatalogueVersion, javascript: bool
) -> None:
    one, two = two_tabs(come(javascript=javascript))
    choose(one, {"T1": 4, "T5": "dk"})
    choose(two, {"T2": 5, "T6": "na"})
    press(one, "next")
    press(two, "next")
    assert stored() == {"T1": 4, "T2": 5, "T3": 1, "T5": "dk", "T6": "na"}


@with_and_without_scripts
def test_of_two_changes_of_one_skill_the_later_wins(come: Come, published: CatalogueVersion, javascript: bool) -> None:
    one, two = two_tabs(come(javascript=javascript))
    for tab, level in ((two, 5), (one, 4)):
        choose(tab, {"T1": level})
        if javascript:
            saved(tab)
    for tab in (two, one):
        press(tab, "next")
    assert stored() == {"T1": 4, "T2": 1, "T3": 1}


@with_and_without_scripts
def test_a_stale_tab_that_is_sent_unchanged_writes_nothing_back(
    come: Come, published: CatalogueVersion, javascript: bool
) -> None:
    fresh, stale = two_tabs(come(javascript=javascript))
    choose(fresh, {"T1": 4})
    with fresh.expect_navigation():
        fresh.locator('button[name="take-back"][value="T2"]').click()
    note = fresh.locator("#note-T3")
    note.locator("xpath=..").locator("summary").click()
    note.fill("Written in the fresh tab")
    press(fresh, "next")
    assert chosen(stale) == {"T1": "1", "T2": "1", "T3": "1"}
    press(stale, "next")
    assert stored() == {"T1": 4, "T3": 1}
    assert Assessment.objects.get().notes == {"T3": "Written in the fresh tab"}


@with_and_without_scripts
def test_a_stale_tab_keeps_its_own_change_and_what_came_between(
    come: Come, published: CatalogueVersion, javascript: bool
) -> None:
    fresh, stale = two_tabs(come(javascript=javascript))
    choose(fresh, {"T1": 4})
    press(fresh, "next")
    choose(stale, {"T3": 3})
    press(stale, "next")
    assert stored() == {"T1": 4, "T2": 1, "T3": 3}


def test_each_tab_saves_its_choices_as_they_are_made(come: Come, published: CatalogueVersion) -> None:
    one, two = two_tabs(come())
    for tab, skill, level in ((one, "T1", 4), (two, "T2", 5), (one, "T3", 0), (two, "T1", 2)):
        choose_and_save(tab, skill, level)
    assert stored() == {"T1": 2, "T2": 5, "T3": 0}
    press(one, "next")  # it still shows T1 as 4, which it had changed and saved before the other tab did
    assert stored() == {"T1": 2, "T2": 5, "T3": 0}

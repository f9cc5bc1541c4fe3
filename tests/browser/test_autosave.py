"""The script that saves each choice as it is made, and the button that copies the link."""

import re

import pytest
from playwright.sync_api import Page, expect

from assessment.forms import digest
from assessment.models import Assessment, CatalogueVersion
from tests.browser.conftest import Come, Watch
from tests.browser.walk import choose, chosen, draft, pages_of, radio, resume, saved

pytestmark = pytest.mark.browser


def said(page: Page, about: str) -> str:
    """What the page says about the saving of choices, in its own words."""
    text = page.locator("form[data-save]").get_attribute(f"data-{about}")
    assert text
    return text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_choice_is_saved_though_the_page_is_never_sent(
    come: Come, published: CatalogueVersion, language: str
) -> None:
    here = come()
    resume(here, draft()[1], language)
    link = here.locator("#link").input_value()
    choose(here, {"T2": 4})
    saved(here)
    expect(here.locator("#answered")).to_contain_text(re.compile(r"\b1\b"))
    here.context.close()

    there = come()
    there.goto(link)
    assert chosen(there) == {"T2": "4"}


def test_a_note_is_saved_when_it_is_left(come: Come, published: CatalogueVersion) -> None:
    page = come()
    resume(page, draft()[1])
    note = page.locator("#note-T1")
    note.locator("xpath=..").locator("summary").click()
    note.fill("With a colleague\nbeside me")
    note.blur()
    saved(page)
    assert Assessment.objects.get().notes == {"T1": "With a colleague\nbeside me"}
    note.fill("")
    note.blur()
    expect(page.locator('[name="shown-note-T1"]')).to_have_value(digest(""))
    assert Assessment.objects.get().notes == {}


def test_many_choices_in_a_hurry_are_all_saved_by_one_request_at_a_time(
    come: Come, published: CatalogueVersion
) -> None:
    page = come()
    resume(page, draft()[1])
    posts: list[str] = []
    page.on("request", lambda request: posts.append(request.method) if request.method == "POST" else None)
    given = {"T1": 0, "T2": 1, "T3": 2, "T4": 3, "T5": "na", "T6": "dk", "T7": 4, "T8": 5}
    page.evaluate(
        "given => Object.entries(given).forEach(([code, value]) =>"
        " document.querySelector(`[name=skill-${code}][value='${value}']`).click())",
        given,
    )
    expect(page.locator("#answered")).to_contain_text(re.compile(r"\b8\b"))
    assert Assessment.objects.get().answers == given
    assert len(posts) == 2  # the first choice at once, all others when it is stored


def test_while_the_site_does_not_answer_the_page_says_so_and_keeps_the_choices(
    come: Come, watch: Watch, published: CatalogueVersion
) -> None:
    page = come()
    resume(page, draft()[1])
    watch.expect("ERR_CONNECTION_REFUSED")
    page.route("**/assessments/**", lambda route: route.abort("connectionrefused"))
    choose(page, {"T1": 3})
    unsaved = said(page, "unsaved")
    expect(page.locator(".saved")).to_have_text(unsaved)
    choose(page, {"T2": 2})
    expect(page.locator(".saved")).to_have_text(unsaved)
    assert chosen(page) == {"T1": "3", "T2": "2"}
    assert Assessment.objects.get().answers == {}

    page.unroute("**/assessments/**")
    choose(page, {"T3": 1})
    saved(page)
    assert Assessment.objects.get().answers == {"T1": 3, "T2": 2, "T3": 1}


def test_a_site_in_trouble_is_not_taken_for_saved(come: Come, watch: Watch, published: CatalogueVersion) -> None:
    page = come()
    resume(page, draft()[1])
    watch.expect_status(503)
    page.route("**/assessments/**", lambda route: route.fulfill(status=503, body="<h1>503</h1>"))
    choose(page, {"T1": 3})
    expect(page.locator(".saved")).to_have_text(said(page, "unsaved"))
    assert chosen(page) == {"T1": "3"}


def test_what_could_not_be_saved_is_sent_again_by_itself(come: Come, watch: Watch, published: CatalogueVersion) -> None:
    page = come()
    page.clock.install()
    resume(page, draft()[1])
    watch.expect_status(503)
    page.route("**/assessments/**", lambda route: route.fulfill(status=503, json={"unavailable": True}))
    choose(page, {"T1": 3})
    expect(page.locator(".saved")).to_have_text(said(page, "unsaved"))
    page.clock.run_for(6_000)
    expect(page.locator(".saved")).to_have_text(said(page, "unsaved"))
    page.unroute("**/assessments/**")
    page.clock.run_for(11_000)
    saved(page)
    assert Assessment.objects.get().answers == {"T1": 3}


def test_what_cannot_be_kept_is_said_and_the_rest_is_saved(come: Come, published: CatalogueVersion) -> None:
    page = come()
    resume(page, draft()[1])
    note = page.locator("#note-T1")
    note.locator("xpath=..").locator("summary").click()
    note.fill("x" * 2001)
    choose(page, {"T1": 3})
    expect(page.locator("#answered")).to_contain_text(re.compile(r"\b1\b"))
    expect(page.locator(".saved")).to_have_text(said(page, "refused"))
    assert (Assessment.objects.get().answers, Assessment.objects.get().notes) == ({"T1": 3}, {})

    page.locator('main button[name="go"][value="next"]').click()
    expect(page.locator("#errors")).to_be_focused()
    assert page.locator("#errors a").get_attribute("href") == "#note-T1"
    assert page.locator("#note-T1").input_value() == "x" * 2001


def test_a_choice_in_a_tab_whose_assessment_was_erased_elsewhere_is_not_taken_for_saved(
    come: Come, watch: Watch, published: CatalogueVersion
) -> None:
    page = come()
    assessment, token = draft()
    resume(page, token)
    assessment.delete()
    watch.expect_status(404)
    radio(page, "T1", 3).check()
    expect(page.locator(".saved")).to_have_text(said(page, "gone"))


def copied(page: Page) -> None:
    """Press the button that copies the link, and wait until the page says that it is done."""
    said = page.locator("[data-copied]")
    page.locator("button[data-copy]").click()
    expect(said).to_have_text(said.get_attribute("data-copied") or "")
    assert said.inner_text() != ""


def test_the_link_is_copied_by_its_button(come: Come, published: CatalogueVersion) -> None:
    page = come(permissions=["clipboard-read", "clipboard-write"])
    resume(page, draft()[1])
    copied(page)
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#link").input_value()


def test_the_link_is_copied_where_the_clipboard_is_closed_to_scripts(come: Come, published: CatalogueVersion) -> None:
    page = come(permissions=["clipboard-read"])
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('closed'))")
    resume(page, draft()[1])
    copied(page)
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#link").input_value()


def test_without_scripts_there_is_no_button_that_does_nothing(come: Come, published: CatalogueVersion) -> None:
    page = come(javascript=False)
    resume(page, draft()[1])
    assert page.locator("button[data-copy]").is_hidden()
    assert page.locator("#link").is_visible()
    assert page.url.endswith(f"/{pages_of()[0]}/")


def test_a_choice_in_a_page_that_was_open_too_long_is_not_taken_for_saved(
    come: Come, watch: Watch, published: CatalogueVersion
) -> None:
    page = come()
    resume(page, draft()[1])
    page.context.clear_cookies(name="csrf")
    watch.expect_status(403)
    radio(page, "T1", 3).check()
    expect(page.locator(".saved")).to_have_text(said(page, "stale"))
    assert Assessment.objects.get().answers == {}

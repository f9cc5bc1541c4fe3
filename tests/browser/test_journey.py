"""The whole journey in a real browser, in both languages, with and without scripts."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from assessment.exports.report_json import report_json
from assessment.models import Assessment, CatalogueVersion
from assessment.scoring import gap_report
from tests.browser.conftest import Come, Watch
from tests.browser.walk import (
    FIGURE,
    answers_of,
    begin,
    choose,
    chosen,
    draft,
    pages_of,
    press,
    radio,
    resume,
    words,
)
from tests.examples import WORKED_ANSWERS, shipped

pytestmark = pytest.mark.browser
both_languages = pytest.mark.parametrize("language", ["fr", "en"])
with_and_without_scripts = pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])


@both_languages
@with_and_without_scripts
def test_from_the_home_page_to_a_report_a_file_and_nothing_left(
    come: Come, watch: Watch, published: CatalogueVersion, language: str, javascript: bool
) -> None:
    page = come(javascript=javascript)
    address = begin(page, language)
    for code in pages_of():
        assert page.url == f"{address}/{code}/"
        choose(page, answers_of(code, WORKED_ANSWERS))
        press(page, "next")
    assert page.url == f"{address}/review/"
    assert page.locator("html").get_attribute("lang") == language
    unanswered = [link.get_attribute("href") for link in page.locator("main .panel a").all()]
    assert [href.partition("#")[2] for href in unanswered if href] == ["T8", "C6"]

    page.locator("main form button").click()
    expect(page).to_have_url(f"{address}/report/")
    assert page.locator(".share").inner_text().replace("\u202f", "\u00a0") == FIGURE[language]

    with page.expect_download() as download:
        page.locator('main a[download][href$="report.json"]').click()
    expected = report_json(gap_report(shipped(), "devops", "confirmed", WORKED_ANSWERS), published.number)
    assert Path(download.value.path()).read_bytes() == expected
    assert re.fullmatch(r"careerquiz-devops-confirmed-[-0-9]{10}\.json", download.value.suggested_filename)

    page.locator('main a[href$="/delete/"]').click()
    page.locator("main form button").click()
    expect(page).to_have_url(re.compile(f"/{language}/deleted/$"))
    assert Assessment.objects.count() == 0
    watch.expect_status(404)
    response = page.goto(f"{address}/report/")
    assert response
    assert response.status == 404


@with_and_without_scripts
def test_a_draft_left_for_later_goes_on_in_another_browser_by_its_link(
    come: Come, published: CatalogueVersion, javascript: bool
) -> None:
    here = come(javascript=javascript)
    begin(here)
    choose(here, {"T1": 3, "T2": 2})
    press(here, "later")
    assert here.url.endswith("/later/")
    link = here.locator("#link").input_value()

    there = come(javascript=javascript)
    there.goto(link)
    assert there.url.endswith(f"/{pages_of()[0]}/")
    assert chosen(there) == {"T1": "3", "T2": "2"}
    choose(there, answers_of(pages_of()[0], WORKED_ANSWERS))
    press(there, "next")
    assert there.url.endswith(f"/{pages_of()[1]}/")

    here.reload()
    here.locator("main .actions a.main").click()
    expect(here).to_have_url(re.compile(f"/{pages_of()[0]}/$"))  # T8 is still blank
    assert chosen(here) == words(answers_of(pages_of()[0], WORKED_ANSWERS))


def test_a_browser_without_the_link_gets_404(come: Come, watch: Watch, published: CatalogueVersion) -> None:
    address = begin(come())
    watch.expect_status(404)
    stranger = come()
    for page in (*pages_of(), "review", "report", "later", "delete"):
        response = stranger.goto(f"{address}/{page}/")
        assert response
        assert (page, response.status) == (page, 404)


@with_and_without_scripts
def test_switching_the_language_in_the_middle_of_a_page_keeps_place_and_choices(
    come: Come, published: CatalogueVersion, javascript: bool
) -> None:
    page = come(javascript=javascript)
    address = begin(page, "fr", "mlops")
    page.goto(f"{address}/{pages_of()[1]}/")
    answers = answers_of(pages_of()[1], WORKED_ANSWERS, "mlops")
    choose(page, answers)
    note = page.locator("textarea").first
    note.locator("xpath=..").locator("summary").click()
    note.fill("Une note")
    with page.expect_navigation():
        page.locator("header button[lang=en]").click()
    assert page.url == f"{address.replace('/fr/', '/en/')}/{pages_of()[1]}/"
    assert page.locator("html").get_attribute("lang") == "en"
    assert chosen(page) == words(answers)
    assert page.locator("textarea").first.input_value() == "Une note"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_switching_the_language_on_other_pages_keeps_the_place(
    come: Come, published: CatalogueVersion, language: str
) -> None:
    other = {"fr": "en", "en": "fr"}[language]
    page = come()
    _, token = draft(answers=WORKED_ANSWERS, finished=True)
    address = resume(page, token, language)
    for path in (
        f"/{language}/",
        f"/{language}/roles/mlops/",
        f"{address}/report/?role=mlops&grade=senior",
        f"{address}/delete/",
    ):
        page.goto(path)
        before = page.url
        page.locator(f"header a[hreflang={other}]").click()
        expect(page).to_have_url(before.replace(f"/{language}/", f"/{other}/", 1))
        assert page.locator("html").get_attribute("lang") == other


@with_and_without_scripts
def test_an_answer_is_taken_back(come: Come, published: CatalogueVersion, javascript: bool) -> None:
    page = come(javascript=javascript)
    address = begin(page)
    choose(page, {"T1": 3, "T2": "na", "T4": 5})
    press(page, "later")
    page.goto(f"{address}/{pages_of()[0]}/")
    choose(page, {"T3": 1})  # on the same page, not sent yet: it stays
    with page.expect_navigation():
        page.locator('button[name="take-back"][value="T2"]').click()
    assert page.url == f"{address}/{pages_of()[0]}/#T2"
    assert chosen(page) == {"T1": "3", "T3": "1", "T4": "5"}
    assert Assessment.objects.get().answers == {"T1": 3, "T3": 1, "T4": 5}


@with_and_without_scripts
def test_enter_in_a_radio_goes_to_the_next_page(come: Come, published: CatalogueVersion, javascript: bool) -> None:
    page = come(javascript=javascript)
    address = begin(page, "fr")
    choose(page, {"T1": 3, "T2": 2})
    with page.expect_navigation():
        radio(page, "T2", 2).press("Enter")
    assert page.url == f"{address}/{pages_of()[1]}/"
    assert Assessment.objects.get().answers == {"T1": 3, "T2": 2}


@with_and_without_scripts
def test_going_back_after_finishing_leads_to_the_report(
    come: Come, published: CatalogueVersion, javascript: bool
) -> None:
    page = come(javascript=javascript)
    _, token = draft(answers=WORKED_ANSWERS)
    address = resume(page, token)
    for code in pages_of():
        page.goto(f"{address}/{code}/")
    page.goto(f"{address}/review/")
    page.locator("main form button").click()
    expect(page).to_have_url(f"{address}/report/")
    for _step in range(len(pages_of()) + 1):
        page.go_back()
        assert page.url == f"{address}/report/"
        assert page.locator('form[method=post]:not([action$="/again/"])').count() == 0


@with_and_without_scripts
def test_a_page_left_open_while_another_tab_finishes_leads_to_the_report_and_changes_nothing(
    come: Come, published: CatalogueVersion, javascript: bool
) -> None:
    page = come(javascript=javascript)
    assessment, token = draft(answers=WORKED_ANSWERS)
    address = resume(page, token)
    page.goto(f"{address}/{pages_of()[1]}/")
    assessment.finish()
    radio(page, "G1", 5).click()
    if not javascript:
        page.locator('main button[name="go"][value="next"]').click()
    expect(page).to_have_url(f"{address}/report/")
    assessment.refresh_from_db()
    assert assessment.answers == WORKED_ANSWERS

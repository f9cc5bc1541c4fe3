"""A report leaves: as files, by a link to somebody else, as a plan on paper."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from assessment.models import CatalogueVersion, Share
from tests.browser.conftest import Come, Watch
from tests.browser.walk import FIGURE, draft, resume
from tests.examples import WORKED_ANSWERS

pytestmark = pytest.mark.browser
both_languages = pytest.mark.parametrize("language", ["fr", "en"])
with_and_without_scripts = pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
NOTE = "Mine alone, or not"


def report(page: Page, language: str) -> str:
    """Open a report with a note; answers the address of its assessment."""
    return resume(page, draft(answers=WORKED_ANSWERS, notes={"T1": NOTE}, finished=True)[1], language)


@both_languages
@with_and_without_scripts
def test_a_link_shows_the_report_to_another_browser_until_it_is_taken_back(
    come: Come, watch: Watch, published: CatalogueVersion, language: str, javascript: bool
) -> None:
    page = come(javascript=javascript)
    address = report(page, language)
    page.locator('main a[href$="/shares/"]').click()
    expect(page).to_have_url(f"{address}/shares/")
    page.locator("#id_name").fill("Ms Martin")
    page.locator('input[name="shows"][value="levels"]').check()
    page.locator("section[aria-labelledby=new] button").click()
    made = page.locator("li.panel")
    expect(made).to_have_count(1)
    link = made.locator("input[readonly]").input_value()

    reader = come(javascript=javascript)
    reader.goto(link)
    assert reader.locator(".share").inner_text().replace("\u202f", "\u00a0") == FIGURE[language]
    expect(reader.locator("main")).not_to_contain_text(NOTE)
    expect(reader.locator("main a[href]:not([href^='#'])")).to_have_count(0)

    made.locator("summary").click()
    made.locator("button.danger").click()
    expect(page.locator("li.panel")).to_have_count(0)
    watch.expect_status(404, "/shared/")
    reader.reload()
    expect(reader.locator(".share")).to_have_count(0)
    assert not Share.objects.exists()


@both_languages
def test_the_files_open_in_other_programs(come: Come, published: CatalogueVersion, language: str) -> None:
    page = come()
    report(page, language)
    found = {}
    for ending in ("pdf", "xlsx"):
        with page.expect_download() as download:
            page.locator(f'main a[download][href$="report.{ending}"]').click()
        assert re.fullmatch(
            rf"careerquiz-devops-confirmed-[-0-9]{{10}}-{language}\.{ending}", download.value.suggested_filename
        )
        found[ending] = Path(download.value.path()).read_bytes()
    pages = PdfReader(BytesIO(found["pdf"])).pages
    figure = FIGURE[language].replace("\u00a0", "").replace("%", "")
    assert figure in "".join(page.extract_text() for page in pages)
    assert load_workbook(BytesIO(found["xlsx"])).worksheets[0].max_row == 25


def test_a_plan_is_printed_with_its_boxes(come: Come, published: CatalogueVersion) -> None:
    page = come()
    address = report(page, "en")
    page.goto(f"{address}/plan/")
    page.emulate_media(media="print")
    boxes = page.locator(".boxes > p")
    expect(boxes).to_have_count(15)
    sizes = [box.bounding_box() for box in boxes.all()]
    assert all(size and size["width"] > 30 and size["height"] > 40 for size in sizes)
    expect(page.locator("header.top")).to_be_hidden()

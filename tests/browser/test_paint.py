"""Nothing moves while a page is painted, on a cold cache, served as in production.

How long the largest part takes to be painted is measured by `python -m bench.paint`, and not here.
"""

import pytest
from playwright.sync_api import Page

from assessment.models import CatalogueVersion
from tests.browser.conftest import Come
from tests.browser.main_pages import SIZES, main_pages

pytestmark = pytest.mark.browser

# What moved, by the parts that did; entries are told after the frame in which it happened.
SHIFTS = """() => new Promise((done) => {
  const moved = [];
  const name = ({node}) => node?.localName ?? "gone";
  new PerformanceObserver((list) => {
    moved.push(...list.getEntries().map((one) => `${one.value.toFixed(4)} ${one.sources.map(name).join(", ")}`));
  }).observe({type: "layout-shift", buffered: true});
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(moved), 0)));
})"""


def shifts(page: Page, path: str) -> list[str]:
    """What moved while a page was painted: how far, as the browser counts it, and which parts."""
    page.goto(path)
    found: list[str] = page.evaluate(SHIFTS)
    return found


@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_moves_while_a_page_is_painted(
    visit: Come, published: CatalogueVersion, language: str, width: int
) -> None:
    first = visit()
    pages = main_pages(first, language)
    screen = {"storage_state": first.context.storage_state(), "viewport": {"width": width, "height": 800}}
    found = {name: shifts(visit(**screen), path) for name, path in pages.items()}
    assert {name: moved for name, moved in found.items() if moved} == {}

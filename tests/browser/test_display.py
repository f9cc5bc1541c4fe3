"""Narrow screens, large text, forced colours, less motion, paper: the pages hold."""

import pytest
from playwright.sync_api import Page

from assessment.models import CatalogueVersion
from tests.browser.conftest import Come, Watch
from tests.browser.tour import expect_errors, tour
from tests.browser.walk import draft, pages_of, resume
from tests.examples import WORKED_ANSWERS

pytestmark = pytest.mark.browser

SIDEWAYS = """() => {
  const root = document.documentElement;
  const shown = (one) => !one.closest(".unseen, thead") && one.checkVisibility();
  const seen = [...document.body.querySelectorAll("*")].filter(shown);
  const name = (one) => `${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 40)}`;
  const wide = seen.filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1);
  const cut = seen.filter((one) => !["visible", "clip"].includes(getComputedStyle(one).overflowX)
    && !one.matches("input, textarea, svg, select") && one.scrollWidth > one.clientWidth + 1);
  const scrolls = root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} > ${root.clientWidth}`] : [];
  return [...scrolls, ...wide.map(name), ...cut.map(name)];
}"""

SMALL = """() => {
  const targets = [...document.querySelectorAll("a, button, summary, select, textarea, input:not([type=hidden])")];
  const box = (one) => {
    const {width, height} = (one.closest("label") ?? one).getBoundingClientRect();
    const style = getComputedStyle(one);  // a link in a line of text has the line to itself
    return [width, style.display === "inline" ? Math.max(height, parseFloat(style.lineHeight)) : height];
  };
  return targets.filter((one) => !one.closest(".unseen") && one.checkVisibility() && Math.min(...box(one)) < 24)
    .map((one) => `${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 40)} ${box(one)}`);
}"""

PALE = """() => {
  const part = (value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const light = (colour) => {
    const [red, green, blue] = colour.match(/[0-9.]+/g).map((value) => part(value / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const texts = [...document.body.querySelectorAll("*")].filter((one) => one.checkVisibility()
    && [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()));
  return texts.filter((one) => 1.05 / (light(getComputedStyle(one).color) + 0.05) < 4.5)
    .map((one) => `${one.tagName} ${one.className} ${getComputedStyle(one).color}`);
}"""

SIZES = {"320 px": (320, 1), "1280 px, text at 200 %": (1280, 2), "320 px at text of 200 %": (640, 2)}


def troubles(page: Page) -> dict[str, list[str]]:
    """What reaches out of the page or is too small to hit, by size of screen and text."""
    found = {}
    for size, (width, scale) in SIZES.items():
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate("scale => { document.documentElement.style.fontSize = `${scale * 100}%` }", scale)
        if wrong := page.evaluate(SIDEWAYS) + page.evaluate(SMALL):
            found[size] = wrong
    return found


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_page_scrolls_sideways_nor_has_a_small_target_on_a_narrow_screen_or_with_large_text(
    come: Come, watch: Watch, published: CatalogueVersion, language: str
) -> None:
    expect_errors(watch)
    page = come(locale=language)
    found = {stop: wrong for stop in tour(page, language) if (wrong := troubles(page))}
    assert found == {}


def test_the_pages_load_in_forced_colours_and_with_less_motion(come: Come, published: CatalogueVersion) -> None:
    page = come(forced_colors="active", reduced_motion="reduce")
    address = resume(page, draft(answers=WORKED_ANSWERS)[1])
    for path in ("/en/", "/en/roles/mlops/", "/en/start/", f"{address}/{pages_of()[0]}/", f"{address}/review/"):
        page.goto(path)
        page.locator("main").focus()
        assert page.evaluate("matchMedia('(forced-colors: active) and (prefers-reduced-motion: reduce)').matches")
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
        assert page.evaluate("document.getAnimations().length") == 0
    resume(page, draft(answers=WORKED_ANSWERS, finished=True)[1])
    assert page.locator("svg.radar").is_visible()


@pytest.mark.parametrize("path", ["report", "review", pages_of()[0]])
def test_paper_is_light_even_for_one_who_reads_in_the_dark(come: Come, published: CatalogueVersion, path: str) -> None:
    page = come(color_scheme="dark")
    page.goto(f"{resume(page, draft(answers=WORKED_ANSWERS, finished=path == 'report')[1])}/{path}/")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.emulate_media(media="print", color_scheme="dark")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (dark != paper, paper) == (True, "rgb(255, 255, 255)")
    assert page.evaluate(PALE) == []
    for part in ("header", "footer"):
        assert page.locator(part).is_hidden()

"""What docs/accessibility.md says of each page and axe-core does not look for: what pages hold none of, text spaced
wider, the frame that stays where it is."""

import pytest
from playwright.sync_api import Page

from assessment.models import CatalogueVersion
from tests.browser.conftest import Come, Watch
from tests.browser.test_display import SIDEWAYS
from tests.browser.tour import expect_errors, tour

pytestmark = pytest.mark.browser

# Frames, films, sound, pictures that are no drawing of ours, quotations, text that runs the other way, shortcuts of one
# key, windows that open by themselves, marks of mere looks, pages that leave by themselves, tables without headers.
NONE_HERE = """() => {
  const none = "iframe, frame, object, embed, video, audio, canvas, img, picture, map, input[type=image], marquee,"
    + "blink, blockquote, q, [dir]:not([dir=auto]), bdo, [accesskey], [target], [autoplay], meta[http-equiv], b, i, u,"
    + "s, big, tt, center, font, table:not(:has(th)), [tabindex]:not([tabindex='0'], [tabindex='-1']), optgroup,"
    + "[contenteditable], [draggable]";
  const moving = document.getAnimations().map((one) => `moving: ${one.animationName ?? one.transitionProperty}`);
  return [...[...document.querySelectorAll(none)].map((one) => one.outerHTML.slice(0, 80)), ...moving];
}"""

# The spacing of WCAG 1.4.12; as a sheet made by a script, which the security policy lets through.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important}
    p {margin-block-end: 2em !important}`);
  document.adoptedStyleSheets = [sheet];
}"""
HIDDEN_BELOW = """() => [...document.body.querySelectorAll("*")]
  .filter((one) => !one.closest(".unseen, thead, svg") && !one.matches("textarea, select") && one.checkVisibility()
    && getComputedStyle(one).overflowY !== "visible" && one.scrollHeight > one.clientHeight + 1)
  .map((one) => `${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 40)}`)"""

FRAME = """() => ({
  parts: [...document.body.children].map((one) => one.localName).filter((name) => name !== "script"),
  navigation: [...document.querySelectorAll("header.top a.brand, header.top nav")]
    .map((one) => one.localName + (one.className && `.${one.className}`)),
  first: document.querySelector("a[href]").getAttribute("href"),
  last: [...document.querySelectorAll("footer a")].map((one) => one.pathname.split("/")[2]),
})"""
THE_FRAME = {
    "parts": ["header", "main", "footer"],
    "navigation": ["a.brand", "nav", "nav.you"],
    "first": "#main",
    "last": ["privacy", "accessibility"],
}
WITHOUT_A_FRAME = "500"  # the page of a fault stands on nothing that could be at fault


def lost_when_spaced(page: Page) -> list[str]:
    """What reaches out of the page or is cut off, on a narrow and a wide screen, with text spaced wider."""
    page.evaluate(SPACED)
    found = []
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        found += page.evaluate(SIDEWAYS) + page.evaluate(HIDDEN_BELOW)
    return found


def test_each_page_keeps_the_frame_bears_wider_spacing_and_holds_nothing_ruled_out(
    come: Come, watch: Watch, published: CatalogueVersion
) -> None:
    expect_errors(watch)
    page = come(locale="fr")
    held, lost, frames = {}, {}, {}
    for stop in tour(page, "fr"):
        frames[stop] = page.evaluate(FRAME) if stop != WITHOUT_A_FRAME else THE_FRAME
        held[stop] = page.evaluate(NONE_HERE)
        lost[stop] = lost_when_spaced(page)
    assert {stop: frame for stop, frame in frames.items() if frame != THE_FRAME} == {}
    assert {stop: found for stop, found in held.items() if found} == {}
    assert {stop: found for stop, found in lost.items() if found} == {}

"""axe-core finds nothing on any page, in any state, language or colour scheme."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import Page

from assessment.models import CatalogueVersion
from tests.browser.conftest import Come, Watch
from tests.browser.tour import expect_errors, tour

pytestmark = pytest.mark.browser

# Every rule that axe-core has: all levels of WCAG, best practices, experimental ones. The dark scheme changes colours
# and nothing else, so that there the rules about colours are run again.
RUN = """async (scheme) => {
  const rules = axe.getRules().map((rule) => rule.ruleId)
    .filter((id) => scheme === "light" || id.startsWith("color-contrast") || id === "link-in-text-block");
  const preload = !location.pathname.startsWith("/admin/");  // of Django's styles it would look for what they import
  const what = {runOnly: {type: "rule", values: rules}, resultTypes: ["violations"], preload};
  const found = await axe.run(document, what);
  const why = (node) => [...node.any, ...node.all, ...node.none].map((one) => one.message).join("; ");
  return found.violations.flatMap(({id, nodes}) => nodes.map((node) => `${id}: ${node.target.join(" ")} ${why(node)}`));
}"""


def violations(page: Page, scheme: str) -> list[str]:
    """What axe-core finds on the page that is open."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found: list[str] = page.evaluate(RUN, scheme)
    return found


def in_both_schemes(page: Page, stops: Iterator[str]) -> dict[str, list[str]]:
    """The violations by state and colour scheme; states without one are left out."""
    found = {(stop, scheme): violations(page, scheme) for stop in stops for scheme in ("light", "dark")}
    return {f"{stop} ({scheme})": wrong for (stop, scheme), wrong in found.items() if wrong}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_axe_finds_nothing_on_any_page_in_any_state(
    come: Come, watch: Watch, published: CatalogueVersion, language: str
) -> None:
    expect_errors(watch)
    page = come(locale=language)
    assert in_both_schemes(page, tour(page, language)) == {}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_axe_finds_nothing_where_no_catalogue_is_published(
    come: Come, watch: Watch, transactional_db: None, language: str
) -> None:
    watch.expect_status(503)
    page = come(locale=language)
    page.goto(f"/{language}/")
    assert in_both_schemes(page, iter(["unready"])) == {}

"""What each page weighs on the wire on a cold cache, served as in production: hashed names, compressed files."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from assessment.models import CatalogueVersion
from tests.browser.conftest import Come
from tests.browser.main_pages import main_pages
from tests.browser.walk import draft, pages_of, resume

pytestmark = pytest.mark.browser
MOST_OF_ALL = 100_000  # bytes of a page with its fonts
MOST = 60_000  # bytes of a page without its fonts
MOST_OF_QUESTIONS = 40_000

Weights = dict[str, int]


def path_of(address: str) -> str:
    """The path of an address of this site."""
    return urlsplit(address).path


def weigh(page: Page, path: str) -> Weights:
    """The bytes that came over the wire for a page, headers included, by address; nothing of what the cache held."""
    weights: Weights = {}
    addresses: dict[str, str] = {}
    held: set[str] = set()
    wire = page.context.new_cdp_session(page)
    wire.on("Network.requestServedFromCache", lambda event: held.add(event["requestId"]))
    wire.on(
        "Network.responseReceived",
        lambda event: addresses.update({event["requestId"]: path_of(event["response"]["url"])}),
    )
    wire.on(
        "Network.loadingFinished",
        lambda event: weights.update({event["requestId"]: int(event["encodedDataLength"])}),
    )
    wire.send("Network.enable")
    page.goto(path, wait_until="networkidle")
    wire.detach()
    came = {number: weight for number, weight in weights.items() if weight and number not in held}
    return {addresses[number]: weight for number, weight in came.items()}


def too_heavy(name: str, weights: Weights) -> bool:
    """Whether a page is heavier than it may be."""
    without_fonts = sum(weight for path, weight in weights.items() if not path.endswith(".woff2"))
    most = MOST_OF_QUESTIONS if name.startswith("questions") else MOST
    return without_fonts > most or sum(weights.values()) > MOST_OF_ALL


def test_no_page_weighs_more_than_60_kilobytes_without_its_two_fonts_nor_its_questions_more_than_40(
    visit: Come, published: CatalogueVersion
) -> None:
    first = visit()
    pages = main_pages(first, "fr")  # whose words are longer
    state = first.context.storage_state()
    weights = {name: weigh(visit(storage_state=state), path) for name, path in pages.items()}
    fonts = {name: sum(path.endswith(".woff2") for path in came) for name, came in weights.items()}
    assert fonts == dict.fromkeys(pages, 2)
    assert {name: came for name, came in weights.items() if too_heavy(name, came)} == {}


def test_of_a_page_that_follows_nothing_comes_over_the_wire_but_itself(
    visit: Come, published: CatalogueVersion
) -> None:
    page = visit()
    address = resume(page, draft("mlops")[1])
    first, *others = [f"{address}/{code}/" for code in pages_of("mlops")]
    assert len(weigh(page, first)) > 0
    for path in (*others, f"{address}/review/"):
        assert list(weigh(page, path)) == [path_of(path)]


def test_the_files_of_a_page_are_compressed_and_kept_for_good(visit: Come, published: CatalogueVersion) -> None:
    page = visit()
    _, token = draft()
    files: dict[str, tuple[int, str | None, bool]] = {}
    page.on(
        "response",
        lambda answer: (
            files.update(
                {
                    urlsplit(answer.url).path.rpartition(".")[2]: (
                        answer.status,
                        answer.headers.get("content-encoding"),
                        "immutable" in answer.headers.get("cache-control", ""),
                    )
                }
            )
            if "/static/" in answer.url
            else None
        ),
    )
    resume(page, token)
    page.wait_for_load_state("networkidle")
    assert {name: files[name] for name in ("css", "js", "woff2")} == {
        "css": (200, "br", True),
        "js": (200, "br", True),
        "woff2": (200, None, True),
    }

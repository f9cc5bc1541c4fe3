"""What each page weighs on the wire on a cold cache, served as in production: hashed names, compressed files."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.test import override_settings
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from assessment.models import CatalogueVersion
from tests.browser.conftest import Come, Watch, serving
from tests.browser.tour import everything
from tests.browser.walk import draft, pages_of, resume

pytestmark = pytest.mark.browser
MOST = 100_000  # bytes of a page
MOST_OF_QUESTIONS = 40_000  # bytes of a page of questions without its fonts
STORAGES = {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}

Weights = dict[str, int]


@pytest.fixture
def production(program: str, transactional_db: None, watch: Watch, tmp_path: Path) -> Iterator[LiveServer]:
    """The site as a production server hands it out: its files come from WhiteNoise and nowhere else."""
    collected = {"STORAGES": STORAGES, "STATIC_ROOT": tmp_path}
    with override_settings(**collected, WHITENOISE_AUTOREFRESH=False, WHITENOISE_USE_FINDERS=False):
        call_command("collectstatic", interactive=False, ignore_patterns=["admin"], verbosity=0)
        with serving(lambda _application: WSGIHandler()) as server:
            watch.host = urlsplit(server.url).netloc
            yield server


@pytest.fixture
def visit(production: LiveServer, come: Come) -> Come:
    """Opens a browser of its own, its cache cold, on the production server; it is closed before the server is."""
    return partial(come, base_url=production.url)


def weigh(page: Page, path: str) -> Weights:
    """The bytes that came over the wire for a page, headers included, by address."""
    weights: Weights = {}
    addresses: dict[str, str] = {}
    wire = page.context.new_cdp_session(page)
    wire.on("Network.responseReceived", lambda event: addresses.update({event["requestId"]: event["response"]["url"]}))
    wire.on(
        "Network.loadingFinished",
        lambda event: weights.update({addresses[event["requestId"]]: int(event["encodedDataLength"])}),
    )
    wire.send("Network.enable")
    page.goto(path, wait_until="networkidle")
    return {urlsplit(address).path: weight for address, weight in weights.items()}


def test_no_page_weighs_more_than_100_kilobytes_nor_its_questions_more_than_40(
    visit: Come, published: CatalogueVersion
) -> None:
    first = visit()
    answers = everything("mlops")
    addresses = [resume(first, draft("mlops", answers, finished=finished)[1], "fr") for finished in (False, True)]
    asked = [f"{addresses[0]}/{code}/" for code in pages_of("mlops")]
    paths = [
        "/fr/",
        "/fr/roles/mlops/",
        "/fr/start/",
        "/fr/privacy/",
        f"{addresses[0]}/review/",
        f"{addresses[0]}/later/",
        f"{addresses[1]}/report/",
    ]
    state = first.context.storage_state()
    heavy = {}
    for path in [*paths, *asked]:
        page = visit(storage_state=state)
        weights = weigh(page, path)
        without_fonts = sum(weight for name, weight in weights.items() if not name.endswith(".woff2"))
        assert len([name for name in weights if name.endswith(".woff2")]) == 2
        if sum(weights.values()) > MOST or (path in asked and without_fonts > MOST_OF_QUESTIONS):
            heavy[path] = weights
    assert heavy == {}


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

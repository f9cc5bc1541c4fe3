"""What every test may ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache

from assessment.models import CatalogueVersion
from assessment.models.versions import KNOWN
from careerquiz import prepared
from tests.clusters import engine, server  # noqa: F401 (fixtures)
from tests.databases import in_a_file
from tests.editors import fill_draft
from tests.examples import document, shipped


@pytest.fixture
def published(db: None) -> CatalogueVersion:
    """The shipped catalogue, published and read once, so that its parsing is in nobody's count of queries."""
    version = CatalogueVersion.objects.publish(shipped())
    assert CatalogueVersion.objects.known(version.pk).catalogue == shipped()
    return version


@pytest.fixture
def separate_connections(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    """A database that several connections can write at once, without a transaction around the test."""
    with in_a_file(tmp_path / "careerquiz.sqlite3"):
        yield


@pytest.fixture(autouse=True)
def forget_what_stays() -> None:
    """Versions and settings never change in a process; a test changes both, and takes them back."""
    KNOWN.clear()
    prepared.forget()


@pytest.fixture(autouse=True)
def forget_attempts(request: pytest.FixtureRequest) -> Iterator[None]:
    """What a test counted in the shared cache ends with it; Django empties the tables of its models only."""
    marker = request.node.get_closest_marker("django_db")
    lasts = {"transactional_db", "live_server"} & {*request.fixturenames} or (
        marker and marker.kwargs.get("transaction")
    )
    if lasts:
        request.getfixturevalue("transactional_db")
    yield
    if lasts:
        cache.clear()


@pytest.fixture
def drafted(published: CatalogueVersion) -> CatalogueVersion:
    """The shipped catalogue, published and in the draft."""
    fill_draft(document())
    return published

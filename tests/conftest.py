"""What every test may ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assessment.models import CatalogueVersion
from tests.databases import in_a_file
from tests.editors import fill_draft
from tests.examples import document, shipped


def pytest_addoption(parser: pytest.Parser) -> None:
    """For a second database: what no database touches need not be run again."""
    parser.addoption("--database-only", action="store_true", help="only the tests that use the database")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests without a database, if asked to."""
    if config.getoption("--database-only"):
        left = [item for item in items if not uses_database(item)]
        items[:] = [item for item in items if uses_database(item)]
        config.hook.pytest_deselected(items=left)


def uses_database(item: pytest.Item) -> bool:
    """Whether a test is marked for a database or asks for one, itself or by what it asks for."""
    asked = {"db", "transactional_db", "django_db_setup"} & set(getattr(item, "fixturenames", ()))
    return bool(asked) or item.get_closest_marker("django_db") is not None


@pytest.fixture
def published(db: None) -> CatalogueVersion:
    """The shipped catalogue, published and read once, so that its parsing is in nobody's count of queries."""
    version = CatalogueVersion.objects.publish(shipped())
    assert version.catalogue == shipped()
    return version


@pytest.fixture
def separate_connections(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    """A database that several connections can write at once, without a transaction around the test."""
    with in_a_file(tmp_path / "careerquiz.sqlite3"):
        yield


@pytest.fixture
def drafted(published: CatalogueVersion) -> CatalogueVersion:
    """The shipped catalogue, published and in the draft."""
    fill_draft(document())
    return published

"""What every test may ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assessment.models import CatalogueVersion
from tests.databases import in_a_file
from tests.editors import fill_draft
from tests.examples import document, shipped


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

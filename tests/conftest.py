"""What every test may ask for."""

import pytest

from assessment.models import CatalogueVersion
from tests.examples import shipped


@pytest.fixture
def published(db: None) -> CatalogueVersion:
    """The shipped catalogue, published and read once, so that its parsing is in nobody's count of queries."""
    version = CatalogueVersion.objects.publish(shipped())
    assert version.catalogue == shipped()
    return version

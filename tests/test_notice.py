import re
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings as site
from pytest_django import Settings

from assessment import notice

TEMPLATES = Path(site.BASE_DIR) / "templates"
OTHERS = {
    "OPERATOR_NAME": "Ada & Co",
    "OPERATOR_EMAIL": "ada@example.org",
    "LEGAL_BASIS": "contract",
    "RESUME_LINK_DAYS": 71,
    "RETENTION_MONTHS": 7,
    "LOG_MONTHS": 7,
    "GROUP_FLOOR": 17,
    "OVERVIEW_PUBLIC": True,
}


def test_a_version_is_a_day_and_a_digest_that_the_column_holds() -> None:
    day, digest = notice.version()[:10], notice.version()[11:]
    assert (date.fromisoformat(day).isoformat(), re.fullmatch("[0-9a-f]{8}", digest) is not None) == (day, True)
    assert len(notice.version()) <= 32


def test_the_same_notice_is_the_same_version() -> None:
    assert notice.version() == notice.version()


@pytest.mark.parametrize("name", notice.PRINTED)
def test_another_setting_is_another_version(settings: Settings, name: str) -> None:
    before = notice.version()
    setattr(settings, name, OTHERS[name])
    assert notice.version() != before


def test_another_wording_is_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    before = notice.version()
    monkeypatch.setattr(notice, "EDITION", "2030-01-01")
    assert notice.version() != before


def test_every_setting_that_the_notice_prints_is_in_its_version() -> None:
    pages = [TEMPLATES / name for name in ("_notice.html", "_legal_basis.html", "privacy.html")]
    printed = {name for page in pages for name in re.findall(r"site\.([A-Z_]+)", page.read_text(encoding="utf-8"))}
    assert printed == set(notice.PRINTED)

import re
from collections import Counter
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from assessment.models import CatalogueVersion
from assessment.views.home import CONFORMITY
from tests.examples import shipped
from tests.people import Element, read, section

DOCUMENT = (Path(__file__).resolve().parent.parent / "docs" / "accessibility.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (\d+\.\d+) \| (.+?) \| (.+?) \| (.+) \|$", DOCUMENT, re.MULTILINE)
CRITERIA = (9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12)  # of each of the 13 topics of RGAA 4.1
PARTS = ["state", "not-yet", "how", "tell", "remedy"]
TEST = re.compile(r"`tests/[\w/]+\.py::test_\w+`")


def page(client: Client, language: str = "en") -> Element:
    return read(client.get(f"/{language}/accessibility/"))


def test_the_document_judges_each_of_the_106_criteria_once_and_in_order() -> None:
    wanted = [f"{topic}.{number}" for topic, many in enumerate(CRITERIA, 1) for number in range(1, many + 1)]
    assert (len(wanted), [number for number, *_row in ROWS]) == (106, wanted)


@pytest.mark.parametrize(("number", "asked", "state", "why"), ROWS, ids=[row[0] for row in ROWS])
def test_each_criterion_has_its_evidence_or_its_reason(number: str, asked: str, state: str, why: str) -> None:
    evidence = TEST.search(why) or "By hand: " in why
    assert state in {"met", "not applicable", "not yet"}
    assert evidence or (state != "met" and len(why) > 6)


def test_the_page_the_document_and_its_summary_count_alike(client: Client, db: None) -> None:
    counts = Counter(state for _number, _asked, state, _why in ROWS)
    found = {name: CONFORMITY[name] for name in ("total", "met", "not_applicable", "not_yet")}
    assert found == {
        "total": len(ROWS),
        "met": counts["met"],
        "not_applicable": counts["not applicable"],
        "not_yet": counts["not yet"],
    }
    summary = re.search(r"\*\*In part: (.*)\*\*", DOCUMENT)
    assert summary is not None
    assert [int(figure) for figure in re.findall(r"\d+", summary[1])] == list(found.values())
    said = section(page(client), "state").the("ul").words
    assert [int(figure) for figure in re.findall(r"\d+", said)] == [
        counts["met"],
        len(ROWS),
        counts["not applicable"],
        counts["not yet"],
    ]


def test_both_name_the_same_day(client: Client, db: None) -> None:
    day = f"{CONFORMITY['checked']:%-d %B %Y}"
    assert f"Checked on {day}" in DOCUMENT
    assert day in section(page(client), "how").words


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_says_it_all_without_a_query(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, db: None, language: str
) -> None:
    with django_assert_num_queries(0):
        found = page(client, language)
    assert [part.attributes["aria-labelledby"] for part in found.each("section")] == PARTS
    assert all(len(part.words) > len(part.the("h2").words) for part in found.each("section"))


def test_at_least_as_much_is_said_not_to_be_good_as_is_not_yet_met(client: Client, db: None) -> None:
    assert len(section(page(client), "not-yet").each("li")) >= Counter(row[2] for row in ROWS)["not yet"]


@pytest.mark.parametrize(
    ("name", "email", "named", "links"),
    [
        ("Ada & Co", "ada@example.org", "Ada & Co", ["mailto:ada@example.org"]),
        ("", "ada@example.org", "ada@example.org", ["mailto:ada@example.org"]),
        ("Ada & Co", "", "Ada & Co", []),
        ("", "", "", []),
    ],
)
def test_a_barrier_is_told_to_whoever_runs_the_site(  # noqa: PLR0917 (who runs it, and what a page is tried with)
    client: Client, settings: Settings, db: None, name: str, email: str, named: str, links: list[str]
) -> None:
    settings.OPERATOR_NAME, settings.OPERATOR_EMAIL = name, email
    tell = section(page(client), "tell")
    assert named in tell.words
    assert [link.attributes["href"] for link in tell.each("a")] == links


def test_the_address_of_the_defender_of_rights_is_marked_as_french(client: Client, db: None) -> None:
    assert "75342 Paris CEDEX 07" in section(page(client), "remedy").the("p", lang="fr").words


@pytest.mark.parametrize("path", ["", "start/", "privacy/", "accessibility/", "accounts/login/"])
def test_every_page_leads_to_it_from_its_foot(client: Client, published: CatalogueVersion, path: str) -> None:
    foot = read(client.get(f"/en/{path}")).the("footer")
    assert [link.attributes["href"] for link in foot.each("a")] == ["/en/privacy/", "/en/accessibility/"]


def test_the_home_page_leads_to_every_page_outside_the_questions(
    client: Client, published: CatalogueVersion, settings: Settings
) -> None:
    settings.OVERVIEW_PUBLIC = True
    links = {link.attributes["href"] for link in read(client.get("/en/")).each("a")}
    roles = {f"/en/roles/{role.code}/" for role in shipped().roles}
    pages = ("overview", "privacy", "accessibility", "assessments", "accounts/login")
    assert roles | {f"/en/{name}/" for name in pages} <= links

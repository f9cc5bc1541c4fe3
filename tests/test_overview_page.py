"""The overview of many: who may see it, what it says, as a page and as a file."""

import csv
import io
from collections.abc import Mapping
from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override
from pytest_django import Settings

from assessment.models import CatalogueVersion, Uncounted
from assessment.overview import Need, Ranked, Split, needs, ranking, total
from assessment.scoring import Answers
from assessment.templatetags.overview_words import many, month_name, segments, signed
from assessment.templatetags.words import percent, said
from assessment.views.overview import counted_by_month
from tests.crowds import NOON, finished, harder
from tests.editors import one_of
from tests.examples import document, shipped
from tests.people import Element, enter, everything_stored, read

pytestmark = pytest.mark.django_db
LANGUAGES = ("fr", "en")
PAGE, FILE = "/en/overview/", "/en/overview.csv"
CODES = list(shipped().requirements("devops"))
FEW = {"T2": "na", "T3": "dk"}  # what makes a skill one that too few rated


@pytest.fixture
def analyst() -> Client:
    return one_of("analysts")


def sheets(number: int) -> list[Answers]:
    """Answers of people, no two alike; nobody rated T2, nine rated T3."""
    everybody = [{code: (who + index) % 6 for index, code in enumerate(CODES)} for who in range(number)]
    return [{**sheet, "T2": "na", **({"T3": "dk"} if who > 8 else {})} for who, sheet in enumerate(everybody)]


def crowd(version: CatalogueVersion, *months: int, role: str = "devops", grade: str = "confirmed") -> None:
    """Twelve people and more in each of the last months, counted."""
    for back, people in enumerate(months):
        finished(version, sheets(people), role, grade, NOON - timedelta(days=30 * back))
    while Uncounted.objects.advance():
        pass


def page(client: Client, query: str = "", language: str = "en") -> Element:
    response = client.get(f"/{language}/overview/{query}")
    assert response.status_code == 200
    return read(response)


def section(found: Element, title: str) -> Element:
    return found.the("section", aria_labelledby=title)


def table(found: Element, title: str) -> list[list[str]]:
    """The rows of the table of a section, cell by cell, without its head and the names of competencies."""
    rows = section(found, title).the("table").each("tr")[1:]
    cells = [[cell.words for cell in row.children if isinstance(cell, Element)] for row in rows]
    return [row for row in cells if len(row) > 1]


def expected(
    version: CatalogueVersion, role: str = "devops", grade: str = "confirmed", month: str = ""
) -> tuple[Need, ...]:
    counted = [part for of, parts in counted_by_month(role, grade).items() if month in ("", of) for part in parts]
    return needs(version.catalogue, role, grade, counted, 10)


# Who may


@pytest.mark.parametrize("address", [PAGE, FILE, "/fr/overview/", "/fr/overview.csv", PAGE + "?role=nope"])
def test_a_stranger_gets_404(published: CatalogueVersion, address: str) -> None:
    crowd(published, 12)
    ada = Client()
    enter(ada, get_user_model().objects.create_user("ada@example.org"))
    clients = [Client(), ada, one_of(), one_of("editors"), one_of("publishers")]
    assert [client.get(address).status_code for client in clients] == [404] * 5


@pytest.mark.parametrize("address", [PAGE, FILE])
def test_analysts_may_and_whoever_has_the_right(published: CatalogueVersion, analyst: Client, address: str) -> None:
    person = get_user_model().objects.create_user("ada@example.org", is_staff=True)
    person.user_permissions.add(Permission.objects.get(codename="read_results"))
    ada = Client()
    enter(ada, person)
    assert [client.get(address).status_code for client in (analyst, ada)] == [200, 200]
    person.is_active = False
    person.save()
    assert ada.get(address).status_code == 404


@pytest.mark.parametrize("address", [PAGE, FILE])
def test_everybody_may_where_the_setting_says_so(published: CatalogueVersion, settings: Settings, address: str) -> None:
    assert settings.OVERVIEW_PUBLIC is False
    settings.OVERVIEW_PUBLIC = True
    assert Client().get(address).status_code == 200


@pytest.mark.parametrize("address", [PAGE, FILE])
def test_it_is_read_and_never_written_nor_kept_by_a_browser(
    published: CatalogueVersion, analyst: Client, address: str
) -> None:
    before = everything_stored()
    sent = [analyst.post(address), analyst.put(address), analyst.delete(address)]
    assert [response.status_code for response in sent] == [405] * 3
    assert everything_stored() == before
    assert "no-store" in analyst.get(address).headers["Cache-Control"]
    assert without_log(everything_stored()) == without_log(before)


def without_log(stored: str) -> list[str]:
    return [row for row in stored.splitlines() if not row.startswith(("profiles_event ", "sqlite_sequence "))]


def test_without_a_catalogue_it_says_so(analyst: Client) -> None:
    assert [analyst.get(address).status_code for address in (PAGE, FILE)] == [503, 503]


# What it shows


@pytest.mark.parametrize("language", LANGUAGES)
def test_skill_by_skill_the_shares_and_the_number_of_people(
    published: CatalogueVersion, analyst: Client, language: str
) -> None:
    crowd(published, 14)
    with override(language):
        wanted = [row_of(need, published) for need in expected(published)]
        got = [row[:2] + row[2:] for row in table(page(analyst, language=language), "skills")]
    assert [row if len(row) == 6 else row[:2] for row in got] == wanted
    assert [need.skill.code for need in expected(published) if not need.figures] == ["T2", "T3"]


def row_of(need: Need, version: CatalogueVersion) -> list[str]:
    level = version.catalogue.levels[need.required].name
    begin = [said(need.skill.name), f"{need.required} {said(level)}"]
    if not need.figures:
        return begin
    return [
        *begin,
        many(need.figures.split.whole),
        *(" ".join(percent(share).split()) for share in need.figures.split.shares),
    ]


def test_the_skills_stand_under_their_competencies(published: CatalogueVersion, analyst: Client) -> None:
    crowd(published, 12, role="mlops")
    bodies = section(page(analyst, "?role=mlops"), "skills").the("table").each("tbody")
    got = [[head.words for head in body.each("th")] for body in bodies]
    pages = published.catalogue.pages("mlops")
    assert got == [[group.name.en, *(skill.name.en for skill in skills)] for group, skills in pages]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("order", ["rds", "mwds"])
def test_needs_are_ranked_by_either_score(
    published: CatalogueVersion, analyst: Client, order: Any, language: str
) -> None:
    crowd(published, 14)
    with override(language):
        wanted = [ranked_row(item, order) for item in ranking(expected(published), order)]
    found = page(analyst, f"?order={order}", language)
    assert table(found, "needs") == wanted
    assert len(wanted) == len(CODES) - 2
    links = [link.attributes["href"] for link in section(found, "needs").each("a")]
    other = {"rds": "mwds", "mwds": "rds"}[order]
    assert links == [f"?role=devops&grade=confirmed&month=&order={other}#needs"]


def ranked_row(item: Ranked, order: str) -> list[str]:
    rank = item.rds_rank if order == "rds" else item.mwds_rank
    figures = item.figures
    scores = [signed(score) for score in (figures.rds, figures.mwds)]
    return [said(item.need.skill.name), str(rank), *scores, str(item.need.required), signed(figures.level)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_month_by_month_all_ratings_together_the_newest_first(
    published: CatalogueVersion, analyst: Client, language: str
) -> None:
    crowd(published, 12, 15, 30)
    with override(language):
        wanted = [month_row(published, month) for month in ("2026-11", "2026-10", "2026-09")]
    assert table(page(analyst, language=language), "months") == wanted


def month_row(version: CatalogueVersion, month: str) -> list[str]:
    split = total(expected(version, month=month))
    assert split
    name = month_name(month)
    shares = [" ".join(percent(share).split()) for share in split.shares]
    return [name[0].upper() + name[1:], many(split.whole), *shares]


def test_one_month_by_itself(published: CatalogueVersion, analyst: Client) -> None:
    crowd(published, 12, 15)
    found = page(analyst, "?month=2026-10&order=mwds")
    assert [row[2] for row in table(found, "skills") if len(row) == 6] == ["15"] * (len(CODES) - 2)
    assert len(table(found, "months")) == 2
    assert [o.attributes["value"] for o in found.the("select", name="month").each("option")] == [
        "",
        "2026-11",
        "2026-10",
    ]
    assert found.the("select", name="month").the("option", selected="").attributes["value"] == "2026-10"
    (link,) = section(found, "needs").each("a")
    assert link.attributes["href"] == "?role=devops&grade=confirmed&month=2026-10&order=rds#needs"


def test_first_comes_the_first_role_at_the_grade_in_the_middle(published: CatalogueVersion, analyst: Client) -> None:
    found = page(analyst)
    chosen = {name: found.the("select", name=name).the("option", selected="") for name in ("role", "grade", "month")}
    assert {name: option.attributes["value"] for name, option in chosen.items() if name != "month"} == {
        "role": "devops",
        "grade": "confirmed",
    }


def test_each_person_stands_against_their_own_version(published: CatalogueVersion, analyst: Client) -> None:
    crowd(published, 12)
    before = table(page(analyst), "skills")
    newer = harder(document())
    asked_more = [row[:1] + row[2:] for row in table(page(analyst), "skills")]
    assert asked_more == [row[:1] + row[2:] for row in before]
    finished(newer, sheets(20), "devops", "confirmed", NOON + timedelta(days=1))
    assert Uncounted.objects.advance() == 20
    with override("en"):
        assert [row if len(row) == 6 else row[:2] for row in table(page(analyst), "skills")] == [
            row_of(need, newer) for need in expected(newer)
        ]


# Too few


@pytest.mark.parametrize("people", [0, 9])
@pytest.mark.parametrize("query", ["", "?role=mlops&grade=junior", "?month=2026-11", "?order=mwds"])
def test_of_too_few_people_it_shows_nothing_and_says_why(
    published: CatalogueVersion, analyst: Client, people: int, query: str
) -> None:
    for role, grade in [("devops", "confirmed"), ("mlops", "junior")]:
        crowd(published, people, role=role, grade=grade)
    found = page(analyst, query)
    assert "10" in found.the("div", id="nothing").words
    assert found.each("table") == []
    assert [part.attributes["aria-labelledby"] for part in found.each("section")] == ["how"]


def test_in_a_month_of_nobody_the_others_are_a_link_away(published: CatalogueVersion, analyst: Client) -> None:
    crowd(published, 12)
    found = page(analyst, "?month=2020-01")
    (link,) = found.the("div", id="nothing").each("a")
    assert link.attributes["href"] == "/en/overview/?role=devops&grade=confirmed"
    assert [row[0] for row in table(found, "months")] == ["November 2026"]


def test_a_higher_floor_hides_what_a_lower_one_let_out(
    published: CatalogueVersion, analyst: Client, settings: Settings
) -> None:
    settings.GROUP_FLOOR = 5
    crowd(published, 12, 6)
    assert len(table(page(analyst), "months")) == 2
    settings.GROUP_FLOOR = 10
    assert [row[0] for row in table(page(analyst), "months")] == ["November 2026"]
    assert page(analyst, "?month=2026-10").the("div", id="nothing")
    rows = list(csv.DictReader(io.StringIO(analyst.get(FILE).content.decode("utf-8-sig"))))
    assert {row["month"] for row in rows} == {"all", "2026-11"}


# The bars


def test_a_bar_has_the_widths_of_the_shares(published: CatalogueVersion, analyst: Client) -> None:
    crowd(published, 14)
    bars = [bar for row in section(page(analyst), "skills").the("table").each("th") for bar in row.each("svg")]
    drawn = [
        [(r.attributes["class"], r.attributes["x"], r.attributes["width"]) for r in bar.each("rect")] for bar in bars
    ]
    shown = [segments(need.figures.split) for need in expected(published) if need.figures]
    assert drawn == [[(part, start, width) for part, start, width, _ in parts] for parts in shown]
    assert {bar.attributes["aria-hidden"] for bar in bars} == {"true"}


@pytest.mark.parametrize(
    ("split", "drawn"),
    [
        (Split(5, 1, 4), [("below", "0.0", "50.0"), ("at", "50.0", "10.0"), ("above", "60.0", "40.0")]),
        (Split(0, 10, 0), [("at", "0.0", "100.0")]),
        (Split(1, 1, 1), [("below", "0.0", "33.3"), ("at", "33.3", "33.4"), ("above", "66.7", "33.3")]),
        (Split(9999, 1, 0), [("below", "0.0", "100.0")]),
    ],
)
def test_a_bar_is_full_and_draws_nothing_of_nobody(split: Split, drawn: list[tuple[str, str, str]]) -> None:
    assert [(part, start, width) for part, start, width, _ in segments(split)] == drawn


def test_figures_are_said_with_a_sign_as_wide_as_a_digit() -> None:
    with override("en"):
        assert [signed(Fraction(n, 4)) for n in (-9, 0, 9)] == ["−2.3", "0.0", "2.3"]
    with override("fr"):
        assert [signed(Fraction(n, 4)) for n in (-9, 9)] == ["−2,3", "2,3"]


# Hostile


HOSTILE = [
    "?role=nope",
    "?grade=nope",
    "?role=",
    "?month=2026-13",
    "?month=2026-00",
    "?month=0000-01",
    "?month=99999-01",
    "?month=%D9%A2%D9%A0%D9%A2%D9%A6-11",
    "?month=2026-11%00",
    "?month=2026-1",
    "?month=+2026-11+",
    "?order=nope",
    "?order=%00",
    "?role=%00",
    "?role=%ED%A0%80",
    "?dialect=de",
    "?dialect=%27",
    f"?role={'x' * 7_000}",
    f"?month={'9' * 5000}",
]


@pytest.mark.parametrize("address", [PAGE, FILE])
@pytest.mark.parametrize("query", HOSTILE, ids=lambda query: query[:20])
def test_what_does_not_exist_is_404(published: CatalogueVersion, analyst: Client, address: str, query: str) -> None:
    assert analyst.get(address + query).status_code == 404


@pytest.mark.parametrize("address", [PAGE, FILE])
@pytest.mark.parametrize("query", ["?month=", "?order=", "?dialect=", "?x=1&y[]=2", "?month=9999-12"])
def test_what_says_nothing_is_left_aside(
    published: CatalogueVersion, analyst: Client, address: str, query: str
) -> None:
    crowd(published, 12)
    assert analyst.get(address + query).status_code == 200


# The file


def rows_of(client: Client, query: str = "", language: str = "en") -> list[dict[str, str]]:
    response = client.get(f"/{language}/overview.csv{query}")
    assert (response.status_code, response.headers["Content-Type"]) == (200, "text/csv; charset=utf-8")
    text = response.content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if text.startswith("month;") else ","))


def split_of(rows: list[dict[str, str]]) -> Split:
    return Split(*(sum(int(row[part]) for row in rows) for part in ("below", "at", "above")))


def test_the_file_has_all_months_and_each_and_adds_up_to_the_page(published: CatalogueVersion, analyst: Client) -> None:
    crowd(published, 12, 15)
    rows = rows_of(analyst, "?month=2026-11&order=mwds")
    all_months = [row for row in rows if row["month"] == "all"]
    wanted = {need.skill.code: need.figures.split for need in expected(published) if need.figures}
    assert {row["skill"]: split_of([row]) for row in all_months} == wanted
    of_months = {
        code: split_of([row for row in rows if row["skill"] == code and row not in all_months]) for code in wanted
    }
    assert of_months == wanted
    months = [row["month"] for row in rows[len(wanted) :]]
    assert months == ["2026-10"] * 22 + ["2026-11"] * 23  # T3, which waited for a second month
    assert {(row["role"], row["grade"]) for row in rows} == {("devops", "confirmed")}


def test_the_dialect_is_that_of_the_language_unless_asked_for(published: CatalogueVersion, analyst: Client) -> None:
    crowd(published, 12)
    starts = {
        (language, query): analyst.get(f"/{language}/overview.csv{query}").content.decode("utf-8-sig")[:6]
        for language in LANGUAGES
        for query in ("", "?dialect=fr", "?dialect=en")
    }
    assert starts == {
        ("fr", ""): "month;",
        ("fr", "?dialect=fr"): "month;",
        ("fr", "?dialect=en"): "month,",
        ("en", ""): "month,",
        ("en", "?dialect=fr"): "month;",
        ("en", "?dialect=en"): "month,",
    }
    skill = published.catalogue.skill_by_code["T1"]
    assert [rows_of(analyst, language=language)[0]["skill_name"] for language in LANGUAGES] == [
        skill.name.fr,
        skill.name.en,
    ]


def test_the_page_leads_to_its_files(published: CatalogueVersion, analyst: Client) -> None:
    crowd(published, 12, role="mlops", grade="senior")
    links = section(page(analyst, "?role=mlops&grade=senior"), "take").each("a")
    addresses = [link.attributes["href"] for link in links]
    assert addresses == [f"{FILE}?role=mlops&grade=senior&dialect={dialect}" for dialect in LANGUAGES]
    for dialect, address in zip(LANGUAGES, addresses, strict=True):
        response = analyst.get(address)
        name = f"careerquiz-overview-mlops-senior-{timezone.localdate()}-{dialect}.csv"
        assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
        assert len(response.content.splitlines()) > 20


# What it costs


def count(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


@pytest.mark.parametrize("address", [PAGE, FILE])
@pytest.mark.parametrize("size", [(1, 1), (20, 1), (20, 3)], ids=str)
def test_it_asks_as_often_however_many_months_and_versions_were_counted(
    published: CatalogueVersion, analyst: Client, settings: Settings, address: str, size: tuple[int, int]
) -> None:
    months, versions = size
    made: list[CatalogueVersion] = [published]
    source: Mapping[str, Any] = document()
    while len(made) < versions:
        made.append(harder(source))
    for version in made:
        crowd(version, *[12] * months)
    limit = 2 if address == FILE else 0  # how often files were asked for from here, and once more
    # session and person; their rights; their second factor; the version, what was counted; that a file was taken
    assert count(analyst, address) == 2 + 2 + 1 + 2 + (address == FILE) + limit
    settings.OVERVIEW_PUBLIC = True
    assert count(Client(), address) == 2 + limit

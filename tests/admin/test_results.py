"""The results page: how much there is, and the files, for those who may read results; nobody is listed."""

import gzip
import io
import logging
import zlib
from collections.abc import Iterator
from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.http import HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from assessment.admin import results
from assessment.exports.results import xlsx
from assessment.exports.results.writers import WRITERS
from assessment.models import Assessment, CatalogueVersion
from profiles.models import Event, User
from tests.editors import CATALOGUE, one_of
from tests.examples import document
from tests.exports.results.sittings import NOON, cells, many, read, sat, sitting, small
from tests.people import Element, build_and_publish, enter, everything_stored
from tests.people import read as read_page

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
PAGE = f"{CATALOGUE}results/"
FORMS = sorted(WRITERS)


@pytest.fixture
def analyst() -> Client:
    return one_of("analysts")


def opened(client: Client, query: str = "", language: str = "en", status: int = 200) -> Element:
    response = client.get(PAGE + query, headers={"Accept-Language": language})
    assert (response.status_code, response.headers["Content-Language"]) == (status, language)
    assert "no-store" in response.headers["Cache-Control"]
    return read_page(response)


def figures(page: Element) -> list[str]:
    """How many sittings, people and rows the page says there are; none if it says that they are few."""
    return [figure.words for counts in page.each("ul", id="counts") for figure in counts.each("strong")]


def is_few(page: Element) -> bool:
    """Whether the page says that there are too few, and offers nothing."""
    found = [len(page.each("p", id="few")), len(page.each("table")), figures(page), ways(page)]
    assert found[0] in (0, 1)
    assert (found[1:] == [0, [], []]) == bool(found[0])
    return bool(found[0])


def ways(page: Element) -> list[str]:
    """Where the buttons of the files lead."""
    links = [link.attributes["href"] for link in page.the("div", id="content").each("a")]
    return [link for link in links if link.partition("?")[0].removeprefix(PAGE) in FORMS]


def breakdowns(page: Element) -> list[list[tuple[str, ...]]]:
    """The lines of each table: what it is of, how many, and, if they are shown, the address that selects them."""
    return [[line(row) for row in table.the("tbody").each("tr")] for table in page.each("table")]


def line(row: Element) -> tuple[str, ...]:
    links = [link.attributes["href"] for link in row.each("a")]
    assert (row.the("td").words.isdecimal()) == bool(links)
    return (row.the("th").words, row.the("td").words if links else "hidden", *links)


def pieces(response: Any) -> list[bytes]:
    """What arrives of a file, in the pieces in which it leaves."""
    assert response.streaming
    return list(response.streaming_content)


def content(response: HttpResponseBase) -> bytes:
    return b"".join(pieces(response))


def downloaded(client: Client, form: str, query: str = "") -> bytes:
    response = client.get(f"{PAGE}{form}{query}")
    assert response.status_code == 200
    return content(response)


def mixed() -> CatalogueVersion:
    """12 people as makers in English, 11 as bosses in French, 10 drafts; of one version."""
    version = small()
    many(version, 12)
    many(version, 11, role="boss", language="fr", finished=NOON + timedelta(days=31), changed=NOON + timedelta(days=31))
    many(version, 10, finished=None)
    return version


# Who may


@pytest.mark.parametrize("address", [PAGE, *(PAGE + form for form in FORMS), f"{PAGE}nothing"])
def test_only_who_may_read_results_gets_anything(address: str) -> None:
    mixed()
    before = everything_stored()
    assert Client().get(address).status_code == HTTPStatus.FOUND
    for group in ("editors", "publishers"):
        assert one_of(group).get(address).status_code == HTTPStatus.FORBIDDEN
    ada = Client()
    enter(ada, User.objects.create_user("ada@example.org"))
    assert ada.get(address).status_code == HTTPStatus.NOT_FOUND
    assert [table for table in before.splitlines() if "assessment_assessment " in table] == [
        table for table in everything_stored().splitlines() if "assessment_assessment " in table
    ]


def test_the_right_alone_is_enough() -> None:
    mixed()
    person = User.objects.create_user("eve@example.org", is_staff=True)
    person.user_permissions.set(Permission.objects.filter(codename="read_results"))
    client = Client(headers={"Accept-Language": "en"})
    enter(client, person)
    assert figures(opened(client)) == ["23", "23", "46"]
    assert len(read("csv-en", downloaded(client, "csv-en"))) == 46


@pytest.mark.parametrize(("group", "may"), [("analysts", True), ("editors", False)])
def test_the_first_page_leads_there_whoever_may(group: str, *, may: bool) -> None:
    page = read_page(one_of(group).get("/admin/"))
    assert bool(page.each("a", href=PAGE)) == may


@pytest.mark.parametrize("address", [PAGE, f"{PAGE}csv-fr"])
def test_it_is_only_read(analyst: Client, address: str) -> None:
    mixed()
    assert [getattr(analyst, method)(address).status_code for method in ("post", "put", "delete")] == [405] * 3
    assert analyst.head(address).status_code == 200


# What the page says


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_counts_sittings_people_and_rows(analyst: Client, language: str) -> None:
    version = mixed()
    owner = User.objects.create_user("ada@example.org")
    sat(version, owner=owner)
    sat(version, owner=owner)
    page = opened(analyst, language=language)
    assert figures(page) == ["25", "24", "50"]
    assert [form for form in FORMS if f"{PAGE}{form}?" not in ways(page)] == []
    assert [("50" in link.words) for link in page.the("section", aria_labelledby="files").each("a")] == [True] * 5


def test_large_numbers_are_grouped(analyst: Client) -> None:
    many(small(), 600)
    assert figures(opened(analyst)) == ["600", "600", "1,200"]


def test_each_filter_selects(analyst: Client) -> None:
    mixed()
    assert figures(opened(analyst, "?role=boss")) == ["11", "11", "22"]
    assert figures(opened(analyst, "?role=maker&grade=new&version=1&language=en")) == ["12", "12", "24"]
    assert figures(opened(analyst, "?sitting=all")) == ["33", "33", "66"]
    assert figures(opened(analyst, "?sitting=draft")) == ["10", "10", "20"]
    assert figures(opened(analyst, "?since=2026-04-01")) == ["11", "11", "22"]
    assert figures(opened(analyst, "?until=2026-03-31")) == ["12", "12", "24"]


def test_the_filters_stay_as_they_were_set(analyst: Client) -> None:
    mixed()
    page = opened(analyst, "?role=boss&language=fr&sitting=all&since=2026-04-01")
    chosen = [option.attributes["value"] for option in page.each("option") if "selected" in option.attributes]
    assert (chosen, page.the("input", name="since").attributes["value"]) == (
        ["boss", "", "", "fr", "all"],
        "2026-04-01",
    )
    asked = "role=boss&language=fr&sitting=all&since=2026-04-01"
    assert f"{PAGE}csv-fr?{asked}" in [link.replace("&amp;", "&") for link in ways(page)]


def test_each_line_of_a_breakdown_leads_to_its_own_selection(analyst: Client) -> None:
    mixed()
    tables = breakdowns(opened(analyst))
    assert [[row[1] for row in table] for table in tables] == [["12", "11"], ["23"], ["11", "12"], ["12", "11"]]
    for _label, number, address in (row for table in tables for row in table):
        assert figures(opened(analyst, address))[0] == number


def test_grades_come_in_the_order_of_a_career(analyst: Client) -> None:
    version = build_and_publish(document())
    for grade in ("senior", "confirmed", "junior"):
        many(version, 10, role="devops", grade=grade)
    roles, *_ = breakdowns(opened(analyst))
    assert [row[0].rpartition(" ")[2] for row in roles] == ["Junior", "Mid-level", "Senior"]


def test_a_month_leads_to_those_of_its_days_that_are_selected(analyst: Client) -> None:
    mixed()
    (*_, months) = breakdowns(opened(analyst, "?since=2026-03-05&until=2026-04-20"))
    assert [address.partition("since=")[2] for _label, _number, address in months] == [
        "2026-03-05&until=2026-03-31",
        "2026-04-01&until=2026-04-20",
    ]


def test_what_a_column_means_is_on_the_page(analyst: Client) -> None:
    mixed()
    assert len(opened(analyst).the("details", id="columns").each("dt")) == 21


def test_nobody_is_listed_and_no_answer_shown(analyst: Client) -> None:
    version = mixed()
    made = sat(version, owner=User.objects.create_user("ada@example.org"), notes={"A": "marker"}, notes_shared=NOON)
    text = analyst.get(f"{PAGE}?sitting=all").content.decode()
    assert [word for word in ("ada@example.org", "marker", str(made.uuid), made.uuid.hex) if word in text] == []


# Few people


def test_of_fewer_than_ten_people_nothing_is_shown(analyst: Client) -> None:
    version = small()
    assert is_few(opened(analyst))
    many(version, 9)
    assert is_few(opened(analyst))
    owner = User.objects.create_user("ada@example.org")
    Assessment.objects.bulk_create(sitting(version, owner=owner) for _ in range(1))
    assert not is_few(opened(analyst))


def test_ten_sittings_of_nine_people_are_few(analyst: Client) -> None:
    version = small()
    owner = User.objects.create_user("ada@example.org")
    many(version, 8)
    many(version, 5, owner=owner)
    assert is_few(opened(analyst))


def test_the_floor_is_a_setting(analyst: Client, settings: Settings) -> None:
    many(small(), 12)
    settings.GROUP_FLOOR = 13
    assert is_few(opened(analyst))
    settings.GROUP_FLOOR = 12
    assert not is_few(opened(analyst))


@pytest.mark.parametrize("form", FORMS)
def test_there_is_no_file_of_few(analyst: Client, form: str) -> None:
    many(small(), 9)
    response = analyst.get(PAGE + form)
    assert (response.status_code, response.streaming) == (HTTPStatus.CONFLICT, False)
    page = read_page(response)
    assert (len(page.each("div", id="refusal", role="alert")), is_few(page)) == (1, True)


def test_a_line_of_few_is_hidden_and_another_with_it(analyst: Client) -> None:
    version = small()
    many(version, 30)
    many(version, 20, role="boss")
    many(version, 3, role="boss", grade="old")
    roles, versions, *_ = breakdowns(opened(analyst))
    assert [row[1] for row in roles] == ["30", "hidden", "hidden"]
    assert [row[1] for row in versions] == ["53"]


def test_a_line_alone_with_few_hides_all(analyst: Client) -> None:
    version = small()
    many(version, 30)
    many(version, 1, language="fr")
    _, _, languages, _ = breakdowns(opened(analyst))
    assert [row[1] for row in languages] == ["hidden", "hidden"]


def test_lines_of_few_alone_are_hidden(analyst: Client) -> None:
    version = small()
    for language in ("fr", "en"):
        many(version, 6, language=language)
    _, _, languages, _ = breakdowns(opened(analyst))
    assert [row[1] for row in languages] == ["hidden", "hidden"]


# The files


@pytest.mark.parametrize("form", FORMS)
def test_each_button_gives_its_file(analyst: Client, form: str) -> None:
    mixed()
    response = analyst.get(f"{PAGE}{form}?role=boss")
    writer, today = WRITERS[form], timezone.localdate()
    name = f"careerquiz-results-{today}{form.removeprefix(writer.ending)}.{writer.ending}"
    headers = {
        "Content-Type": writer.content_type,
        "Content-Disposition": f'attachment; filename="{name}"',
    }
    assert {key: response.headers[key] for key in headers} == headers
    assert "no-store" in response.headers["Cache-Control"]
    assert "Content-Length" not in response.headers
    rows = read(form, content(response))
    assert cells(rows, "role", "skill") == [("boss", "A"), ("boss", "B")] * 11


def test_names_are_in_the_language_of_the_page(analyst: Client) -> None:
    many(small(), 10)
    found = []
    for language in ("fr", "en"):
        response = analyst.get(f"{PAGE}jsonl", headers={"Accept-Language": language})
        found.append(cells(read("jsonl", content(response)), "skill_name")[0])
    assert found == [("A (fr)",), ("A (en)",)]


def test_what_is_selected_is_what_the_file_holds(analyst: Client) -> None:
    mixed()
    rows = read("jsonl", downloaded(analyst, "jsonl", "?sitting=draft&since=2026-03-10&until=2026-03-10"))
    assert cells(rows, "sitting", "finished") == [("draft", None)] * 20


@pytest.mark.parametrize("form", FORMS)
def test_text_is_compressed_so_that_each_piece_can_be_read_at_once(analyst: Client, form: str) -> None:
    many(small(), 600)
    response = analyst.get(f"{PAGE}{form}", headers={"Accept-Encoding": "gzip"})
    assert response.headers["Content-Encoding"] == ("gzip" if WRITERS[form].is_text else "identity")
    chunks = pieces(response)
    if WRITERS[form].is_text:
        assert b"assessment" in zlib.decompressobj(wbits=31).decompress(chunks[0])
    data = b"".join(chunks)
    assert len(read(form, gzip.decompress(data) if WRITERS[form].is_text else data)) == 1200


def test_what_broke_off_says_so_through_the_compression_too(analyst: Client) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"begun\n"
        yield b"INCOMPLETE"
        raise OSError("the disk")

    arrived = io.BytesIO()
    with pytest.raises(OSError, match="the disk"):
        arrived.writelines(results.compressed(chunks()))
    assert zlib.decompressobj(wbits=31).decompress(arrived.getvalue()) == b"begun\nINCOMPLETE"


def test_too_many_rows_for_a_sheet_are_told_before(analyst: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 30)
    many(small(), 20)
    page = opened(analyst)
    assert sorted(way.removeprefix(PAGE).partition("?")[0] for way in ways(page)) == [f for f in FORMS if f != "xlsx"]
    response = analyst.get(f"{PAGE}xlsx")
    assert (response.status_code, response.streaming) == (HTTPStatus.CONFLICT, False)
    refusal = read_page(response).the("div", id="refusal").words
    assert ("40" in refusal, "30" in refusal) == (True, True)


def test_a_form_that_there_is_not_is_404(analyst: Client) -> None:
    mixed()
    assert analyst.get(f"{PAGE}pdf").status_code == HTTPStatus.NOT_FOUND


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """What the log of events is told, wherever it goes."""
    logger = logging.getLogger("careerquiz.events")
    with caplog.at_level(logging.INFO, logger.name):
        logger.addHandler(caplog.handler)
        yield caplog
        logger.removeHandler(caplog.handler)


def test_an_export_is_told_to_the_log_in_one_line(analyst: Client, log: pytest.LogCaptureFixture) -> None:
    mixed()
    who = User.objects.get(email="analysts@example.org")
    log.clear()
    analyst.get(PAGE)
    analyst.head(f"{PAGE}csv-fr")
    analyst.get(f"{PAGE}csv-fr?role=boss&since=2026-04-01&x=%0Aexport")
    analyst.get(f"{PAGE}csv-fr?role=boss%0Aexport")
    analyst.get(f"{PAGE}csv-fr?role=boss&grade=old")
    told = [record.getMessage() for record in log.records if record.name == "careerquiz.events"]
    assert set(told) == {f"export who={who.uuid} subject=results csv-fr 22 rows from=127.0.0.1"}
    event = Event.objects.get(what="export")
    assert (event.who, event.subject, event.address) == (who, "results csv-fr 22 rows", "127.0.0.1")


# What comes in


HOSTILE = [
    "role=%00",
    "role=ghost",
    "grade=boss",
    "version=0",
    f"version={'9' * 5000}",
    "version=1e999",
    "version=NaN",
    "language=de",
    "language=%ED%A0%80",
    "sitting=%22",
    "since=2026-02-30",
    "since=9999-12-31",
    "since=0001-01-01",
    "until=%00",
    "until=9999-12-31",
    f"since={'1' * 5000}-01-01",
    "since=2026-02-02&until=2026-02-01",
]


@pytest.mark.parametrize("query", HOSTILE)
def test_what_cannot_be_meant_is_told_and_nothing_counted(analyst: Client, query: str) -> None:
    mixed()
    page = opened(analyst, f"?{query}")
    (told,) = page.each("div", id="errors", role="alert")
    targets = [link.attributes["href"].removeprefix("#") for link in told.each("a")]
    named = [e.attributes.get("id") for kind in ("input", "select") for e in page.each(kind)]
    assert (len(targets), [target for target in targets if target not in named]) == (1, [])
    assert (figures(page), page.each("table"), ways(page), page.each("p", id="few")) == ([], [], [], [])
    response = analyst.get(f"{PAGE}jsonl?{query}")
    assert (response.status_code, response.streaming) == (HTTPStatus.CONFLICT, False)


@pytest.mark.parametrize("query", ["role=&since=&version=", "nonsense=1", "role=ghost&role=maker", "a=" + "b" * 7_000])
def test_what_says_nothing_asks_for_all(analyst: Client, query: str) -> None:
    mixed()
    assert figures(opened(analyst, f"?{query}"))[0] == ("12" if "maker" in query else "23")


def test_the_days_that_a_calendar_has_are_taken(analyst: Client) -> None:
    mixed()
    assert figures(opened(analyst, "?since=2000-01-01&until=2999-12-31")) == ["23", "23", "46"]


def test_before_anything_is_published_the_page_says_that_there_are_few(analyst: Client) -> None:
    assert is_few(opened(analyst))


# The cost


def test_the_queries_are_the_same_for_few_sittings_and_for_many(analyst: Client) -> None:
    version = small()
    counted = []
    for number in (10, 30):
        many(version, number)
        with CaptureQueriesContext(connection) as page:
            opened(analyst)
        with CaptureQueriesContext(connection) as file:
            assert len(read("csv-fr", downloaded(analyst, "csv-fr"))) == 2 * Assessment.objects.count()
        counted.append((len(page), len(file)))
    assert counted[0] == counted[1]


def test_roles_of_every_version_can_be_selected(analyst: Client) -> None:
    many(small(), 10)
    build_and_publish(document())
    select = opened(analyst).the("select", name="role")
    assert [(option.attributes["value"], option.words) for option in select.each("option")][1:] == [
        ("devops", "DevOps"),
        ("mlops", "MLOps"),
        ("maker", "maker"),
        ("boss", "boss"),
    ]


def test_of_three_files_at_a_time_the_third_is_refused_until_one_is_done(analyst: Client) -> None:
    many(small(), 10)
    first, second = (analyst.get(f"{PAGE}jsonl") for _ in range(2))
    refused = analyst.get(f"{PAGE}jsonl")
    assert refused.status_code == 503
    assert read_page(refused).the("div", id="refusal").words
    for done in (first, second):
        assert len(read("jsonl", content(done))) == 20
        assert len(read("jsonl", downloaded(analyst, "jsonl"))) == 20


def test_a_file_that_nobody_read_lets_the_next_begin() -> None:
    unread = [results.Turn(results.pieces(iter([b"x"]))) for _ in range(2) if results.turns.acquire(blocking=False)]
    assert not results.turns.acquire(blocking=False)
    unread[0].close()
    unread[0].close()
    assert next(iter(unread[1])) == b"x"
    del unread
    taken = [results.turns.acquire(blocking=False) for _ in range(3)]
    assert taken == [True, True, False]
    results.turns.release(2)


def test_who_leaves_in_the_middle_leaves_nothing_open() -> None:
    ended = []

    def watched(form: str) -> Iterator[bytes]:
        try:
            yield from (b"x" for _ in range(9))
        finally:
            ended.append(form)

    turn = results.Turn(results.compressed(results.pieces(watched("csv-en"))))
    assert results.turns.acquire(blocking=False)
    reading = iter(turn)
    assert next(reading)
    assert ended == []
    turn.close()
    assert ended == ["csv-en"]

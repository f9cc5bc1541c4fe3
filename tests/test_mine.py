from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import formats, timezone, translation

from assessment.models import Assessment, CatalogueVersion
from assessment.views.mine import ON_A_PAGE
from profiles.models import User
from tests.examples import WORKED_ANSWERS, shipped
from tests.people import Element, address, answer, begin, enter, everything_stored, finish, read, submit

LANGUAGES = ("fr", "en")
LIST = "/en/assessments/"


def ada() -> User:
    return get_user_model().objects.get_or_create(email="ada@example.org")[0]


def owned(person: User, version: CatalogueVersion, number: int = 1, *, finished: bool = False) -> list[Assessment]:
    """So many in an account, the last the last changed."""
    made = [Assessment.objects.start(version, "devops", "confirmed", "en", owner=person)[0] for _ in range(number)]
    now = timezone.now()
    for index, one in enumerate(made):
        one.changed = now + timedelta(seconds=index)
        one.finished = one.changed if finished else None
    Assessment.objects.bulk_update(made, ["changed", "finished"])
    return made


def rows(page: Element) -> list[Element]:
    return page.the("ol", class_="sittings").each("li")


def row(page: Element, assessment: Assessment) -> Element:
    return page.the("li", id=f"a-{assessment.uuid}")


def ids(page: Element) -> list[str]:
    return [found.attributes["id"].removeprefix("a-") for found in rows(page)]


def target(language: str = "en", role: str = "devops", grade: str = "confirmed") -> str:
    catalogue = shipped()
    name, of_grade = catalogue.role_by_code[role].name, catalogue.grade_by_code[grade].name
    return f"{name.said_in(language)}, {of_grade.said_in(language).lower()}"


# What the list shows


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("signed_in", [False, True])
def test_who_has_none_is_invited_to_start(
    client: Client, published: CatalogueVersion, language: str, signed_in: bool
) -> None:
    if signed_in:
        enter(client, ada())
    page = read(client.get(f"/{language}/assessments/"))
    assert page.each("ol", class_="sittings") == []
    assert len(page.each("div", id="none")) == 1
    assert [link.attributes["href"] for link in page.the("p", id="begin").each("a")] == [f"/{language}/start/"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_says_what_it_is_and_how_much_is_answered_and_goes_on_where_it_stopped(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    draft = begin(client)
    answer(client, draft, {code: level for code, level in WORKED_ANSWERS.items() if code[0] == "T"} | {"T8": 1})
    found = row(read(client.get(f"/{language}/assessments/")), draft)
    with translation.override(language):
        day = formats.date_format(timezone.localtime(draft.started), "DATE_FORMAT")
    assert found.the("h2").words == target(language)
    assert day in found.the("p", class_="muted").words
    assert {"8", "24"} <= set(found.the("p", class_="muted").words.split())
    assert found.the("a", class_="button").attributes["href"] == address(draft, "PM/", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_finished_one_says_when_and_leads_to_its_report(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    done = begin(client)
    Assessment.objects.update(started=timezone.now() - timedelta(days=400))
    client.post(address(done, "review/"))
    done.refresh_from_db()
    found = row(read(client.get(f"/{language}/assessments/")), done)
    assert done.finished
    with translation.override(language):
        day = formats.date_format(timezone.localtime(done.finished), "DATE_FORMAT")
    assert day in found.the("p", class_="muted").words
    assert "24" not in found.the("p", class_="muted").words.split()
    assert found.the("a", class_="button").attributes["href"] == address(done, "report/", language)


def test_each_can_be_named_begun_again_and_erased(client: Client, published: CatalogueVersion) -> None:
    for made in (begin(client), finish(client)):
        found = row(read(client.get(LIST)), made)
        assert [form.attributes["action"] for form in found.each("form", method="post")] == [
            address(made, "name/"),
            address(made, "again/"),
        ]
        assert found.the("details").each("a")[-1].attributes["href"] == address(made, "delete/")


def test_every_button_and_link_of_a_row_says_whose_row_it_is(client: Client, published: CatalogueVersion) -> None:
    enter(client, ada())
    (mine,) = owned(ada(), published)
    Assessment.objects.update(title="My autumn")
    found = row(read(client.get(LIST)), mine)
    named = [*found.each("button"), *found.each("a"), *found.each("summary")]
    assert len(named) == 6
    assert [element.words for element in named if "My autumn" not in element.words] == []


def test_a_name_stands_in_place_of_the_target_which_stays_beside_it(
    client: Client, published: CatalogueVersion
) -> None:
    draft = begin(client)
    Assessment.objects.update(title="<b>My</b> autumn")
    found = row(read(client.get(LIST)), draft)
    assert found.the("h2").words == "<b>My</b> autumn"
    assert target() in found.the("p", class_="muted").words
    assert found.the("input", name="title").attributes["value"] == "<b>My</b> autumn"


def test_the_last_changed_comes_first(client: Client, published: CatalogueVersion) -> None:
    first, second, third = begin(client), begin(client), begin(client)
    submit(client, second, "TECH", {"T1": 2})
    assert ids(read(client.get(LIST))) == [str(one.uuid) for one in (second, third, first)]


def test_the_list_is_that_of_the_account_and_of_what_this_browser_holds(
    client: Client, published: CatalogueVersion
) -> None:
    held = begin(client)
    (mine,) = owned(ada(), published)
    enter(client, ada())
    assert set(ids(read(client.get(LIST)))) == {str(held.uuid), str(mine.uuid)}


def test_a_stranger_sees_nothing_of_it(client: Client, published: CatalogueVersion) -> None:
    begin(client)
    owned(ada(), published)
    stranger = Client()
    assert read(stranger.get(LIST)).each("ol", class_="sittings") == []
    theirs = begin(stranger)
    enter(stranger, get_user_model().objects.create_user("mallory@example.org"))
    assert ids(read(stranger.get(LIST))) == [str(theirs.uuid)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_not_signed_in_is_told_of_accounts(client: Client, published: CatalogueVersion, language: str) -> None:
    path = f"/{language}/assessments/"
    wanted = {f"/{language}/accounts/signup/", f"/{language}/accounts/login/"}
    for prepare in (lambda: None, lambda: begin(client)):
        prepare()
        main = read(client.get(path)).the("main")
        assert wanted <= {link.attributes["href"] for link in main.each("a")}
    enter(client, ada())
    assert not wanted & {link.attributes["href"] for link in read(client.get(path)).the("main").each("a")}


def test_what_is_not_in_the_account_is_marked_and_can_be_added(client: Client, published: CatalogueVersion) -> None:
    held = begin(client)
    assert read(client.get(LIST)).each("form", class_="loose") == []
    (mine,) = owned(ada(), published)
    enter(client, ada())
    page = read(client.get(LIST))
    assert row(page, held).the("form", class_="loose").attributes["action"] == address(held, "join/")
    assert row(page, mine).each("form", class_="loose") == []
    actions = [[form.attributes["action"] for form in row(page, one).each("form")] for one in (held, mine)]
    releases = [address(one, "release/") in found for one, found in zip((held, mine), actions, strict=True)]
    assert releases == [False, True]


@pytest.mark.parametrize(("number", "shown"), [(0, 0), (1, 0), (2, 1), (3, 1)])
def test_progress_is_a_link_away_from_two_finished_on(
    client: Client, published: CatalogueVersion, number: int, shown: int
) -> None:
    owned(ada(), published, number, finished=True)
    owned(ada(), published, 2)
    enter(client, ada())
    assert len(read(client.get(LIST)).each("a", href="/en/assessments/progress/")) == shown


# Many


def test_many_are_shown_by_fifty_with_links(client: Client, published: CatalogueVersion) -> None:
    made = owned(ada(), published, 2 * ON_A_PAGE + 1)
    enter(client, ada())
    pages = [read(client.get(f"{LIST}?page={number}")) for number in (1, 2, 3)]
    assert [one for page in pages for one in ids(page)] == [str(one.uuid) for one in reversed(made)]
    assert [len(ids(page)) for page in pages] == [50, 50, 1]
    ways = [
        {link.attributes["rel"]: link.attributes["href"] for link in page.the("main").each("nav")[0].each("a")}
        for page in pages
    ]
    assert ways == [{"next": "?page=2"}, {"prev": "?page=1", "next": "?page=3"}, {"prev": "?page=2"}]


@pytest.mark.parametrize("number", [0, 50])
def test_where_one_page_is_enough_there_are_no_links_to_others(
    client: Client, published: CatalogueVersion, number: int
) -> None:
    owned(ada(), published, number)
    enter(client, ada())
    assert read(client.get(LIST)).the("main").each("nav") == []


@pytest.mark.parametrize(
    ("asked", "shown"),
    [("", 50), ("0", 1), ("-1", 1), ("3", 1), ("x", 50), ("1.5", 50), ("9" * 5000, 50), ("\x00", 50), ("²", 50)],
)
def test_an_odd_page_is_the_first_or_the_last(
    client: Client, published: CatalogueVersion, asked: str, shown: int
) -> None:
    owned(ada(), published, 51)
    enter(client, ada())
    assert len(ids(read(client.get(LIST, {"page": asked})))) == shown


@pytest.mark.parametrize("number", [1, 20, 500])
def test_the_list_asks_as_often_for_one_as_for_five_hundred(
    client: Client, published: CatalogueVersion, number: int
) -> None:
    *_, last = owned(ada(), published, number)
    last.again(published, "en", owner=ada())
    enter(client, ada())
    with CaptureQueriesContext(connection) as found:
        response = client.get(LIST)
    assert len(rows(read(response))) == min(number + 1, ON_A_PAGE)
    assert len(found) == 2 + 2  # the session and the person; how many there are, and a page of them
    assert [query["sql"] for query in found if '"document"' in query["sql"]] == []


@pytest.mark.parametrize("number", [1, 20])
def test_without_an_account_it_asks_twice(client: Client, published: CatalogueVersion, number: int) -> None:
    for _ in range(number):
        begin(client)
    with CaptureQueriesContext(connection) as found:
        client.get(LIST)
    assert len(found) == 2


# As every page about a person


def test_reading_the_list_changes_nothing_and_it_is_kept_by_nobody(client: Client, published: CatalogueVersion) -> None:
    begin(client)
    before = everything_stored()
    response = client.get(LIST)
    client.head(LIST)
    assert everything_stored() == before
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert [client.post(LIST).status_code, client.delete(LIST).status_code] == [405, 405]


def test_the_list_is_there_before_there_is_a_catalogue(client: Client, db: None) -> None:
    assert client.get(LIST).status_code == 200

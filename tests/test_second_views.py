"""The page of who asks for second views: invitations, and what was said, beside the person's own answers."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from assessment.models import MOST_VIEWS, Assessment, CatalogueVersion, SecondView, hash_token
from assessment.scoring import Answers
from profiles.models import Event
from tests.people import Element, address, begin, enter, everything_stored, finish, read
from tests.raters import (
    ASKER,
    all_at,
    ask,
    begin_rating,
    day,
    invited,
    links_of,
    owner_page,
    rated,
    say,
    view_of,
    withdraw,
)

LANGUAGES = ("fr", "en")
MARKER = "marker-5e2b"


def cells(page: Element, code: str, of: str) -> list[str]:
    """What the row of a skill says in the column of named raters, or of those without names."""
    return [cell.words for cell in page.the("tr", id=code).each("td", class_=of)]


def together(page: Element, code: str) -> list[float]:
    """The figures of a skill without names: lowest, highest, middle, how many; none where nothing is shown."""
    return [float(figure) for figure in re.findall(r"[\d.]+", cells(page, code, "together")[0])]


def items(page: Element, code: str) -> list[str]:
    """What each named rater said of a skill."""
    return [item.words for item in page.the("tr", id=code).each("li")]


def differences(page: Element, code: str) -> list[str]:
    return [found.words for found in page.the("tr", id=code).each("span", class_="difference")]


def invitations(page: Element) -> str:
    """The list of invitations, to the letter but for the tokens of its forms."""
    return repr([(item.attributes, item.words, links_of(item)) for item in page.each("li", class_="panel")])


def three(path: str, *sheets: Answers) -> list[tuple[Client, str]]:
    """Raters without names who finish."""
    return [rated(path, sheet) for sheet in sheets]


# Invitations


def test_an_invitation_is_a_link_to_copy(client: Client, published: CatalogueVersion) -> None:
    path = invited(client, finish(client))
    assert re.fullmatch(r"/en/views/[A-Za-z0-9_-]{32}/", path)
    assert ASKER in read(Client().get(path)).the("h1").words


def test_only_the_hash_of_a_link_is_stored(client: Client, published: CatalogueVersion) -> None:
    token = invited(client, finish(client)).split("/")[3]
    assert token not in everything_stored()
    view = SecondView.objects.get()
    assert (view.token_sha256, str(view)) == (hash_token(token), "Ms Martin")


def test_an_invitation_is_in_the_log_by_its_number_alone(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    invited(client, finished, name=MARKER)
    event = Event.objects.get(what="view")
    view = SecondView.objects.get()
    assert (event.who, event.subject, event.address) == (None, str(view.uuid), "127.0.0.1")
    client.post(address(finished, f"views/{view.uuid}/revoke/"))
    assert not Event.objects.filter(what="view").exists()


def test_who_is_signed_in_is_in_the_log_and_offered_their_name(client: Client, published: CatalogueVersion) -> None:
    person = get_user_model().objects.create_user("ada@example.org", display_name="Ada L.")
    enter(client, person)
    finished = finish(client)
    Assessment.objects.update(owner=person)
    assert owner_page(client, finished).the("input", name="asker").attributes["value"] == "Ada L."
    ask(client, finished)
    assert Event.objects.get(what="view").who == person


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": " \u200b"},
        {"name": "x" * 81},
        {"name": "a\x00b"},
        {"asker": ""},
        {"asker": "\u202e"},
        {"asker": "x" * 81},
        {"asker": "a\x1bb"},
        {"until": ""},
        {"until": "yesterday"},
        {"until": "9999-12-31"},
        {"until": "1" * 5_000},
    ],
    ids=str,
)
def test_what_is_none_is_refused_beside_its_field_and_nothing_typed_is_lost(
    client: Client, published: CatalogueVersion, wrong: dict[str, str]
) -> None:
    finished = finish(client)
    page = read(ask(client, finished, **wrong))
    ((field, _value),) = wrong.items()
    assert {a.attributes["href"] for a in page.the("div", role="alert").each("a")} == {f"#id_{field}"}
    assert page.the("input", name=field).attributes["aria-invalid"] == "true"
    other = "asker" if field == "name" else "name"
    assert page.the("input", name=other).attributes["value"] in (ASKER, "Ms Martin")
    assert not SecondView.objects.exists()


@pytest.mark.parametrize("last", [-1, 0, 365, 366])
def test_a_link_takes_answers_for_a_year_at_most(client: Client, published: CatalogueVersion, last: int) -> None:
    assert ask(client, finish(client), until=day(last)).status_code == (302 if 0 <= last <= 365 else 200)


def test_30_days_are_offered(client: Client, published: CatalogueVersion) -> None:
    field = owner_page(client, finish(client)).the("input", name="until").attributes
    assert (field["value"], field["min"], field["max"]) == (day(30), day(0), day(365))


def test_any_name_is_text(client: Client, published: CatalogueVersion) -> None:
    finished, name = finish(client), "<script>alert(1)</script> & {{ x }} %(name)s Zoë"
    path = invited(client, finished, name=name, asker=name)
    assert name in owner_page(client, finished).the("main").words
    assert name in read(Client().get(path)).the("main").words


def test_an_invitation_is_taken_back(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    first, second = invited(client, finished, name="Ada"), invited(client, finished, name="Grace")
    path = address(finished, f"views/{SecondView.objects.get(name='Ada').uuid}/revoke/")
    assert client.get(path).status_code == 405
    assert [client.post(path).status_code for _ in range(2)] == [302, 302]
    assert [Client().get(link).status_code for link in (first, second)] == [404, 200]


def test_a_stranger_neither_sees_nor_asks_nor_takes_back(client: Client, published: CatalogueVersion) -> None:
    finished, stranger = finish(client), Client()
    path = invited(client, finished)
    finish(stranger)
    revoke = address(finished, f"views/{SecondView.objects.get().uuid}/revoke/")
    assert stranger.get(address(finished, "views/")).status_code == 404
    assert ask(stranger, finished).status_code == 404
    assert stranger.post(revoke).status_code == 404
    assert Client().get(path).status_code == 200
    assert SecondView.objects.count() == 1


def test_nobody_takes_back_what_hangs_on_the_assessment_of_another(client: Client, published: CatalogueVersion) -> None:
    path, other = invited(client, finish(client)), Client()
    theirs = finish(other)
    other.post(address(theirs, f"views/{SecondView.objects.get().uuid}/revoke/"))
    assert Client().get(path).status_code == 200


def test_only_a_finished_assessment_asks_for_views(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    for response in (client.get(address(draft, "views/")), ask(client, draft)):
        assert (response.status_code, response.headers["Location"]) == (302, address(draft, "review/"))
    assert client.post(address(draft, f"views/{draft.uuid}/revoke/")).status_code == 404


def test_there_is_an_end_to_the_number_of_invitations(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    for number in range(MOST_VIEWS - 1):
        SecondView.objects.invite(finished, str(number), ASKER, timezone.now() + timedelta(days=1))
    path = invited(client, finished)
    rated(path, {"T1": 3})
    assert owner_page(client, finished).each("input", name="name") == []
    assert ask(client, finished).status_code == 200
    assert SecondView.objects.asked().count() == MOST_VIEWS


def test_an_ended_invitation_is_listed_as_ended_and_can_be_removed(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    invited(client, finished)
    SecondView.objects.update(made=timezone.now() - timedelta(days=9), until=timezone.now() - timedelta(days=1))
    page = owner_page(client, finished)
    assert links_of(page) == []
    assert len(page.the("li", class_="panel").each("button")) == 1


def test_a_new_key_of_the_site_keeps_links_working_and_shows_them_while_the_old_key_is_known(
    client: Client, published: CatalogueVersion, settings: Settings
) -> None:
    finished = finish(client)
    path, old = invited(client, finished), settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another-key-" * 6, [old]
    assert links_of(owner_page(client, finished)) == [path]
    settings.SECRET_KEY_FALLBACKS = []
    assert links_of(owner_page(client, finished)) == []
    assert Client().get(path).status_code == 200


def test_all_is_erased_with_the_assessment(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    path = invited(client, finished, name=MARKER, asker=f"{MARKER}-asker")
    _, own = rated(path, {"T1": 3}, f"{MARKER}-rater")
    client.post(address(finished, "delete/"))
    assert [Client().get(link).status_code for link in (path, own)] == [404, 404]
    assert MARKER not in everything_stored()


# What was said by name


def test_a_named_rater_is_shown_from_one_on_beside_ones_own(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)  # T1 3, T2 2, T3 1, T5 dk, G2 na, C6 blank
    said: Answers = {"T1": 4, "T2": 2, "T3": 0, "T4": "dk", "T5": 3, "G2": 1, "C6": 2, "G1": "na"}
    rated(invited(client, finished), said, "Grace")
    page = owner_page(client, finished)
    assert [differences(page, code) for code in ("T1", "T3")] == [["(+1)"], ["(−1)"]]
    ((same,),) = [differences(page, code) for code in ("T2",)]
    assert not re.search(r"\d", same)
    assert [differences(page, code) for code in ("T4", "T5", "G2", "C6", "G1", "P1")] == [[], [], [], [], [], []]
    assert [items(page, code)[0].split()[:2] for code in ("T1", "T3")] == [["Grace:", "4"], ["Grace:", "0"]]
    plain = [items(page, code)[0] for code in ("T4", "G1", "P1")]
    assert len(set(plain)) == 3
    assert not any(re.search(r"\d", words) for words in plain)
    assert cells(page, "T1", "together") == []


def test_skills_stand_in_the_order_of_the_catalogue(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    rated(invited(client, finished), {"T1": 4}, "Grace")
    rows = [
        row.attributes["id"] for row in owner_page(client, finished).the("table").each("tr") if "id" in row.attributes
    ]
    assert rows == [skill.code for _, skills in finished.pages for skill in skills]


def test_nothing_is_shown_of_who_has_not_finished(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    path = invited(client, finished)
    before = owner_page(client, finished).the("main").words
    for name in ("Grace", ""):
        say(*begin_rating(path, name), {"T1": 4})
    assert owner_page(client, finished).the("main").words == before


def test_what_was_said_by_name_can_be_removed(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    path = invited(client, finished)
    _, own = rated(path, {"T1": 4}, MARKER)
    view = SecondView.objects.said_by_name().get()
    assert str(view) == MARKER
    client.post(address(finished, f"views/{view.uuid}/revoke/"))
    assert MARKER not in everything_stored()
    assert [Client().get(link).status_code for link in (own, path)] == [404, 200]


# What was said without names


def test_fewer_than_three_without_names_are_counted_and_not_shown(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    path = invited(client, finished)
    said = []
    for level in (0, 5):
        rated(path, all_at(level, ["T1"]))
        page = owner_page(client, finished)
        assert page.each("table") == []
        said.append(page.the("p", id="unnamed").words)
    assert len(set(said)) == 2


def test_three_without_names_are_shown_together(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    path = invited(client, finished)
    three(path, {"T1": 2, "T2": 3, "T3": "dk"}, {"T1": 5, "T2": 3, "T3": 4}, {"T1": 3, "T2": 3, "T3": 4})
    page = owner_page(client, finished)
    assert together(page, "T1") == [2, 5, 3, 3]
    assert together(page, "T2") == [3, 3, 3, 3]
    assert cells(page, "T3", "together") == cells(page, "P1", "together")  # two levels are too few, as none are
    assert together(page, "T3") == []
    assert page.the("tr", id="T1").each("ul") == []


def test_six_of_two_groups_are_one_range_with_its_middle(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    path = invited(client, finished)
    three(path, *(all_at(level, ["T1", "T2"]) for level in (1, 2, 5)))
    three(path, *({"T1": level} for level in (3, 4, 4)))
    page = owner_page(client, finished)
    assert together(page, "T1") == [1, 5, 3.5, 6]
    assert together(page, "T2") == [1, 5, 2, 3]


def test_who_withdraws_hides_their_group_for_good(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    path = invited(client, finished)
    first, *_ = three(path, *(all_at(level, ["T1"]) for level in (0, 3, 5)))
    withdraw(*first)
    assert owner_page(client, finished).each("table") == []
    three(path, *(all_at(level, ["T1"]) for level in (1, 2, 2)))
    assert together(owner_page(client, finished), "T1") == [1, 2, 2, 3]


def test_an_account_that_goes_hides_its_group_too(client: Client, published: CatalogueVersion) -> None:
    finished, rater = finish(client), Client()
    path = invited(client, finished)
    person = get_user_model().objects.create_user("grace@example.org")
    enter(rater, person)
    _, own = begin_rating(path, rater=rater)
    say(rater, own, {"T1": 4})
    rater.post(f"{own}review/")
    three(path, {"T1": 1}, {"T1": 2})
    assert together(owner_page(client, finished), "T1") == [1, 4, 2, 3]
    person.delete()
    page = owner_page(client, finished)
    assert page.each("table") == []


def test_the_list_of_invitations_looks_the_same_whatever_is_done_with_them(
    client: Client, published: CatalogueVersion
) -> None:
    finished = finish(client)
    path = invited(client, finished)
    invited(client, finished, name="Nobody")
    before = invitations(owner_page(client, finished))
    stages = [begin_rating(path), rated(path, {"T1": 1}), rated(path, {"T1": 2}, "Grace"), rated(path, {"T1": 3})]
    assert invitations(owner_page(client, finished)) == before
    withdraw(*rated(path, {"T1": 4}))
    withdraw(*stages[1])
    assert invitations(owner_page(client, finished)) == before


def test_the_link_of_an_invitation_shows_nothing_of_what_came_of_it(
    client: Client, published: CatalogueVersion
) -> None:
    path = invited(client, finish(client))

    def as_another_reads_it() -> str:
        return read(Client().get(path)).the("main").words

    before = as_another_reads_it()
    rater, own = begin_rating(path, MARKER)
    assert as_another_reads_it() == before
    say(rater, own, {"T1": 4})
    rater.post(f"{own}review/")
    assert as_another_reads_it() == before
    withdraw(rater, own)
    assert as_another_reads_it() == before


@pytest.mark.parametrize("part", ["TECH/", "review/", "withdraw/"])
def test_the_link_of_an_invitation_opens_no_page_of_who_took_it_up(
    client: Client, published: CatalogueVersion, part: str
) -> None:
    path = invited(client, finish(client))
    rated(path, {"T1": 4})
    before = everything_stored()
    answers = [browser.get(path + part).status_code for browser in (client, Client())]
    answers += [browser.post(path + part, {"skill-T1": "5"}).status_code for browser in (client, Client())]
    assert answers == [404] * 4
    assert everything_stored() == before


def test_an_invitation_taken_back_leaves_what_was_said(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    path = invited(client, finished)
    raters = three(path, *(all_at(level, ["T1"]) for level in (1, 2, 3)))
    rater, own = begin_rating(path)
    before = owner_page(client, finished).the("section", aria_labelledby="said").words
    client.post(address(finished, f"views/{SecondView.objects.asked().get().uuid}/revoke/"))
    page = owner_page(client, finished)
    assert page.the("section", aria_labelledby="said").words == before
    assert page.each("li", class_="panel") == []
    assert Client().get(path).status_code == 404
    assert rater.post(f"{own}review/").status_code == 302  # who has begun may finish
    assert [browser.get(link).status_code for browser, link in raters] == [200] * 3


def test_what_was_said_without_a_name_is_not_taken_away_by_who_asked(
    client: Client, published: CatalogueVersion
) -> None:
    finished = finish(client)
    path = invited(client, finished)
    three(path, {"T1": 1}, {"T1": 2})
    begin_rating(path)
    begin_rating(path, "Grace")  # not finished
    before = everything_stored()
    for view in SecondView.objects.said():
        client.post(address(finished, f"views/{view.uuid}/revoke/"))
    assert everything_stored() == before


def test_who_took_up_which_invitation_is_written_nowhere(client: Client, published: CatalogueVersion) -> None:
    path = invited(client, finish(client), name=MARKER)
    _, own = rated(path, {"T1": 1})
    invitation, view = SecondView.objects.asked().get(), view_of(own)
    fields = {field.attname: getattr(view, field.attname) for field in SecondView._meta.concrete_fields}
    known = {str(value) for value in (MARKER, invitation.pk, invitation.uuid, invitation.token_sha256)}
    same = {name for name, value in fields.items() if str(value) in known and name not in ("assessment_id", "id")}
    assert (same, view.name, view.rater_name) == (set(), "", "")


# One's own result


def test_ones_own_result_is_as_it_was(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)

    def result() -> list[bytes]:
        pages = [client.get(address(finished, page)) for page in ("report/", "report.json", "report.csv")]
        return [re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", b"".join(page)) for page in pages]

    before, row = result(), Assessment.objects.values().get()
    path = invited(client, finished)
    raters = [*three(path, *({"T1": 0} for _ in range(3))), rated(path, {"T1": 5, "C6": 5}, "Grace")]
    assert (result(), Assessment.objects.values().get()) == (before, row)
    for rater, own in raters:
        withdraw(rater, own)
    assert (result(), Assessment.objects.values().get()) == (before, row)


# The page


@pytest.mark.parametrize("views", [1, 20])
def test_the_page_asks_as_often_for_one_view_as_for_twenty(
    client: Client, published: CatalogueVersion, views: int
) -> None:
    finished = finish(client)
    until = timezone.now() + timedelta(days=1)
    for number in range(views):
        invitation = SecondView.objects.invite(finished, f"{number}", ASKER, until)
        for name in ("", f"Grace {number}"):
            view = SecondView.objects.begin(invitation, None, name)
            assert view is not None
            view.say({"T1": 3})
            view.finish()
    with CaptureQueriesContext(connection) as found:
        client.get(address(finished, "views/"))
    assert len(found) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_there_in_both_languages(client: Client, published: CatalogueVersion, language: str) -> None:
    finished = finish(client)
    path = invited(client, finished)
    three(path, {"T1": 2}, {"T1": 3}, {"T1": 4})
    rated(path, {"T1": 2, "T2": "na"}, "Grace")
    response = client.get(address(finished, "views/", language))
    page = read(response)
    assert page.the("html").attributes["lang"] == language
    assert "Grace" in page.the("tr", id="T1").words
    assert "noindex" in response.headers["X-Robots-Tag"]
    assert "no-store" in response.headers["Cache-Control"]
    columns = len(page.the("thead").each("th"))
    assert {group.attributes["colspan"] for group in page.the("table").each("th", scope="rowgroup")} == {str(columns)}


def test_a_get_changes_nothing(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    rated(invited(client, finished), {"T1": 3}, "Grace")
    before = everything_stored()
    owner_page(client, finished)
    assert everything_stored() == before


def test_what_was_done_is_said_where_it_leads(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    asked = ask(client, finished)
    revoked = client.post(address(finished, f"views/{SecondView.objects.get().uuid}/revoke/"))
    said = [read(client.get(answer.headers["Location"])).the("p", id="done").words for answer in (asked, revoked)]
    assert len(set(said)) == 2
    for path in ("views/", "views/?done=nothing", "views/?done=%00"):
        assert read(client.get(address(finished, path))).each("p", id="done") == []

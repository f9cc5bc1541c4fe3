"""A report shown to somebody: links made on purpose, each with an end, taken back one by one."""

import re
from datetime import datetime, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from assessment.models import MOST_SHARES, Assessment, CatalogueVersion, Share, hash_token
from tests.people import address, begin, everything_stored, finish, read

MARKER = "marker-7c1d"
LANGUAGES = ("fr", "en")


def day(offset: int) -> str:
    return (timezone.localdate() + timedelta(days=offset)).isoformat()


def send(client: Client, assessment: Assessment, **said: str) -> int:
    fields = {"name": "Ms Martin", "shows": "levels", "until": day(30)} | said
    return client.post(address(assessment, "shares/"), fields).status_code


def link(client: Client, assessment: Assessment) -> str:
    """The path of the newest link, as the page shows it."""
    fields = read(client.get(address(assessment, "shares/"))).each("input", readonly="")
    return fields[0].attributes["value"].removeprefix("http://testserver")


def shared(client: Client, assessment: Assessment, **said: str) -> str:
    """Make a link; answers its path."""
    assert send(client, assessment, **said) == 302
    return link(client, assessment)


def with_notes(client: Client) -> Assessment:
    """A finished assessment with a note."""
    draft = begin(client)
    client.post(address(draft, "TECH/"), {"skill-T1": "3", "note-T1": MARKER, "go": "next"})
    client.post(address(draft, "review/"))
    draft.refresh_from_db()
    return draft


def main(client: Client, path: str) -> str:
    """What a page says between its header and its footer."""
    response = client.get(path)
    assert response.status_code == 200
    return read(response).the("main").words


def test_a_link_opens_the_report_in_any_browser(client: Client, published: CatalogueVersion) -> None:
    path = shared(client, finish(client))
    assert re.fullmatch(r"/en/shared/[A-Za-z0-9_-]{32}/", path)
    page = main(Client(), path)
    assert "78.5%" in page
    assert "Ms Martin" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_there_in_both_languages_and_dated(client: Client, published: CatalogueVersion, language: str) -> None:
    finished = finish(client)
    path = shared(client, finished, until="2027-03-09" if timezone.localdate().year < 2027 else day(9))
    response = Client().get(path.replace("/en/", f"/{language}/"))
    page = read(response)
    assert page.the("html").attributes["lang"] == language
    end = Share.objects.get().until
    assert timezone.localtime(end).strftime("%Y") in page.the("main").words
    assert page.the("main").words.count(str(timezone.localdate().year)) >= 2  # finished, shown


def test_reader_and_person_see_the_same_page(client: Client, published: CatalogueVersion) -> None:
    path = shared(client, finish(client))
    assert client.get(path).content == Client().get(path).content


def test_reader_gets_nothing_but_the_report(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    path = shared(client, finished)
    page = read(Client().get(path))
    addresses = [a.attributes["href"] for a in page.the("main").each("a")]
    assert [address for address in addresses if not address.startswith("#")] == []
    assert page.each("form") == []
    text = Client().get(path).content.decode()
    assert str(finished.uuid) not in text
    assert str(finished.token_sha256) not in text


def test_reader_changes_nothing_and_holds_no_cookie(client: Client, published: CatalogueVersion) -> None:
    path, reader = shared(client, finish(client)), Client()
    before = everything_stored()
    reader.get(path)
    assert [reader.post(path).status_code, reader.delete(path).status_code] == [405, 405]
    assert everything_stored() == before
    assert not reader.cookies


def test_the_page_is_kept_from_caches_searches_and_other_sites(client: Client, published: CatalogueVersion) -> None:
    response = Client().get(shared(client, finish(client)))
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in response.headers["X-Robots-Tag"]
    assert "no-store" in response.headers["Cache-Control"]


def test_notes_are_shown_where_they_were_asked_for_and_nowhere_else(
    client: Client, published: CatalogueVersion
) -> None:
    finished = with_notes(client)
    levels, notes = (shared(client, finished, shows=shows) for shows in ("levels", "notes"))
    assert MARKER not in main(Client(), levels)
    assert MARKER in main(Client(), notes)


def test_a_link_with_one_character_changed_leads_nowhere(client: Client, published: CatalogueVersion) -> None:
    path = shared(client, finish(client))
    token = path.split("/")[3]
    others = {token[:at] + ("A" if token[at] != "A" else "B") + token[at + 1 :] for at in range(len(token))}
    others |= {token[:-1], f"{token}A", token.lower(), token.upper(), "x", "é" * 32, "0" * 5_000}
    assert {Client().get(f"/en/shared/{other}/").status_code for other in others} == {404}


def test_the_token_of_a_share_opens_nothing_else_and_no_other_token_opens_a_share(
    client: Client, published: CatalogueVersion
) -> None:
    token = shared(client, finish(client)).split("/")[3]
    resume = client.cookies["assessments"].value
    assert Client().get(f"/en/resume/{token}/").status_code == 404
    assert Client().get(f"/en/shared/{resume}/").status_code == 404


def test_only_the_hash_of_a_link_is_stored(client: Client, published: CatalogueVersion) -> None:
    token = shared(client, finish(client)).split("/")[3]
    assert token not in everything_stored()
    share = Share.objects.get()
    assert (share.token_sha256, str(share)) == (hash_token(token), "Ms Martin")


def test_a_link_ends_with_its_last_day(client: Client, published: CatalogueVersion) -> None:
    path = shared(client, finish(client), until=day(0))
    share = Share.objects.get()
    end = timezone.localtime(share.until)
    assert (end.date(), end.hour, end.minute, end.second) == (timezone.localdate(), 23, 59, 59)
    assert Client().get(path).status_code == 200
    Share.objects.update(made=timezone.now() - timedelta(days=2), until=timezone.now() - timedelta(microseconds=1))
    assert Client().get(path).status_code == 404


@pytest.mark.parametrize(
    "until", [day(-1), day(366), "", "2027-02-30", "yesterday", "9999-12-31", "0001-01-01", "1" * 5_000, "\x00"]
)
def test_an_end_that_is_none_is_refused_beside_its_field_and_nothing_typed_is_lost(
    client: Client, published: CatalogueVersion, until: str
) -> None:
    finished = finish(client)
    response = client.post(address(finished, "shares/"), {"name": "Ms Martin", "shows": "notes", "until": until})
    page = read(response)
    assert page.the("div", role="alert").the("a").attributes["href"] == "#id_until"
    field = page.the("input", name="until")
    assert field.attributes["aria-invalid"] == "true"
    assert "id_until_error" in field.attributes["aria-describedby"]
    assert page.the("div", id="id_until_error").words
    assert page.the("input", name="name").attributes["value"] == "Ms Martin"
    assert page.the("input", name="shows", checked="").attributes["value"] == "notes"
    assert not Share.objects.exists()


@pytest.mark.parametrize("last", [0, 1, 365])
def test_the_first_and_the_last_day_that_may_be_chosen_are_taken(
    client: Client, published: CatalogueVersion, last: int
) -> None:
    assert send(client, finish(client), until=day(last)) == 302


def test_a_date_may_be_written_as_in_french(client: Client, published: CatalogueVersion) -> None:
    wanted = timezone.localdate() + timedelta(days=40)
    assert send(client, finish(client), until=wanted.strftime("%d/%m/%Y")) == 302
    assert timezone.localtime(Share.objects.get().until).date() == wanted


def test_30_days_are_offered(client: Client, published: CatalogueVersion) -> None:
    page = read(client.get(address(finish(client), "shares/")))
    field = page.the("input", name="until").attributes
    assert (field["value"], field["min"], field["max"]) == (day(30), day(0), day(365))
    assert page.the("input", name="shows", checked="").attributes["value"] == "levels"


@pytest.mark.parametrize("name", ["", "   ", "x" * 81, "a\x00b", "a\x1bb", "\u2028"])
def test_a_link_is_for_somebody(client: Client, published: CatalogueVersion, name: str) -> None:
    finished = finish(client)
    assert send(client, finished, name=name) == 200
    assert not Share.objects.exists()


@pytest.mark.parametrize("shows", ["", "all", "notes\x00", "1"])
def test_what_a_link_shows_is_one_of_two(client: Client, published: CatalogueVersion, shows: str) -> None:
    assert send(client, finish(client), shows=shows) == 200
    assert not Share.objects.exists()


def test_any_name_is_text(client: Client, published: CatalogueVersion) -> None:
    name = "<script>alert(1)</script> & {{ x }} %(name)s Zoë \N{GRINNING FACE}"
    path = shared(client, finish(client), name=name)
    assert name in main(Client(), path)


def test_links_are_taken_back_one_by_one(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    first, second = shared(client, finished, name="Ada"), shared(client, finished, name="Grace")
    share = Share.objects.get(name="Ada")
    path = address(finished, f"shares/{share.uuid}/revoke/")
    assert client.get(path).status_code == 405
    assert [client.post(path).status_code for _ in range(2)] == [302, 302]
    assert [Client().get(link).status_code for link in (first, second)] == [404, 200]


def test_a_link_of_another_report_is_not_taken_back(client: Client, published: CatalogueVersion) -> None:
    mine, others, other = finish(client), Client(), None
    other = finish(others)
    path = shared(others, other)
    client.post(address(mine, f"shares/{Share.objects.get().uuid}/revoke/"))
    assert Client().get(path).status_code == 200


def test_a_stranger_neither_sees_nor_makes_nor_takes_back(client: Client, published: CatalogueVersion) -> None:
    finished, stranger = finish(client), Client()
    path = shared(client, finished)
    revoke = address(finished, f"shares/{Share.objects.get().uuid}/revoke/")
    assert stranger.get(address(finished, "shares/")).status_code == 404
    assert send(stranger, finished) == 404
    assert stranger.post(revoke).status_code == 404
    assert stranger.post(address(finished, "notes/"), {"shared": "yes"}).status_code == 404
    assert Client().get(path).status_code == 200
    assert Share.objects.count() == 1


def test_what_is_not_finished_is_shown_to_nobody(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    for response in (client.get(address(draft, "shares/")), client.post(address(draft, "shares/"), {"name": "Ada"})):
        assert (response.status_code, response.headers["Location"]) == (302, address(draft, "review/"))
    assert client.post(address(draft, "notes/"), {"shared": "yes"}).status_code == 404
    draft.refresh_from_db()
    assert draft.notes_shared is None


def test_there_is_an_end_to_the_number_of_links(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    until = timezone.now() + timedelta(days=1)
    for number in range(MOST_SHARES):
        Share.objects.make(finished, str(number), until, with_notes=False)
    page = read(client.get(address(finished, "shares/")))
    assert page.each("input", name="name") == []
    assert send(client, finished) == 200
    assert Share.objects.count() == MOST_SHARES


def test_links_are_erased_with_their_assessment(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    path = shared(client, finished, name=MARKER)
    client.post(address(finished, "delete/"))
    assert Client().get(path).status_code == 404
    assert MARKER not in everything_stored()


def test_a_new_key_of_the_site_keeps_links_working_and_shows_them_while_the_old_key_is_known(
    client: Client, published: CatalogueVersion, settings: Settings
) -> None:
    finished = finish(client)
    path, old = shared(client, finished), settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another-key-" * 6, [old]
    assert link(client, finished) == path
    settings.SECRET_KEY_FALLBACKS = []
    page = read(client.get(address(finished, "shares/")))
    assert page.each("input", readonly="") == []
    assert page.the("li", id=f"share-{Share.objects.get().uuid}").each("button") != []
    assert Client().get(path).status_code == 200


def test_an_ended_link_is_listed_as_ended_and_can_be_removed(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    shared(client, finished)
    Share.objects.update(made=timezone.now() - timedelta(days=9), until=timezone.now() - timedelta(days=1))
    page = read(client.get(address(finished, "shares/")))
    assert page.each("input", readonly="") == []
    assert len(page.the("li", id=f"share-{Share.objects.get().uuid}").each("button")) == 1


@pytest.mark.parametrize("shares", [1, 20])
def test_pages_ask_as_often_for_one_link_as_for_twenty(
    client: Client, published: CatalogueVersion, shares: int
) -> None:
    finished = finish(client)
    for number in range(shares):
        path = shared(client, finished, name=f"Reader {number}")
    counts = []
    for page, browser in ((address(finished, "shares/"), client), (path, Client())):
        with CaptureQueriesContext(connection) as found:
            browser.get(page)
        counts.append(len(found))
    assert counts == [2, 1]


def test_notes_are_read_by_analysts_only_as_long_as_their_person_says_so(
    client: Client, published: CatalogueVersion
) -> None:
    finished = with_notes(client)
    found: list[datetime | None] = []
    for said in ("yes", "no", "yes", "perhaps"):
        assert client.post(address(finished, "notes/"), {"shared": said}).status_code == 302
        finished.refresh_from_db()
        found.append(finished.notes_shared)
    assert [bool(when) for when in found] == [True, False, True, False]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_choice_about_notes_is_offered_where_there_are_any(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    noted, plain = with_notes(client), finish(client)
    path = address(noted, "notes/", language)
    assert len(read(client.get(address(noted, "shares/", language))).each("form", action=path)) == 1
    page = read(client.get(address(plain, "shares/", language)))
    assert page.each("form", action=address(plain, "notes/", language)) == []
    client.post(path, {"shared": "yes"})
    form = read(client.get(address(noted, "shares/", language))).the("form", action=path)
    assert form.the("button").attributes["value"] == "no"


@pytest.mark.parametrize(
    "wrong", [{"name": ""}, {"until": timezone.now() - timedelta(days=1)}, {"assessment_id": None}]
)
def test_the_database_refuses_it_too(client: Client, published: CatalogueVersion, wrong: dict[str, object]) -> None:
    share = Share.objects.make(finish(client), "Ada", timezone.now() + timedelta(days=1), with_notes=False)
    with pytest.raises(IntegrityError), transaction.atomic():
        Share.objects.filter(pk=share.pk).update(**wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_done_is_said_where_it_leads(client: Client, published: CatalogueVersion, language: str) -> None:
    finished = with_notes(client)
    shares = address(finished, "shares/", language)
    fields = {"name": "Ms Martin", "shows": "levels", "until": day(30)}
    asked = [(shares, fields), (address(finished, "notes/", language), {"shared": "yes"})]
    asked.append((address(finished, "notes/", language), {"shared": "no"}))
    said = []
    for path, data in asked:
        response = client.post(path, data)
        said.append(read(client.get(response.headers["Location"])).the("p", id="done").words)
    revoke = address(finished, f"shares/{Share.objects.get().uuid}/revoke/", language)
    said.append(read(client.get(client.post(revoke).headers["Location"])).the("p", id="done").words)
    assert len(set(said)) == 4
    for path in (shares, f"{shares}?done=nothing", f"{shares}?done=%00"):
        assert read(client.get(path)).each("p", id="done") == []


def test_a_link_ends_with_the_secret_link_without_which_nobody_could_take_it_back(
    client: Client, published: CatalogueVersion
) -> None:
    path = shared(client, finish(client))
    Assessment.objects.update(link_until=timezone.now())
    assert Client().get(path).status_code == 404
    owner = get_user_model().objects.create_user("ada@example.org")
    Assessment.objects.update(owner=owner)
    assert Client().get(path).status_code == 200


@pytest.mark.parametrize("name", ["\u200b", "\u202e\u2066", "\ufeff \u200d"])
def test_a_name_that_cannot_be_seen_is_none(client: Client, published: CatalogueVersion, name: str) -> None:
    finished = finish(client)
    assert send(client, finished, name=name) == 200
    assert send(client, finished, name=f"Ms{name} Martin") == 302
    assert Share.objects.get().name.split() == ["Ms", "Martin"]

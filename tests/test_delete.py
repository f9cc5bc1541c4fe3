import pytest
from django.test import Client

from assessment.models import Assessment, CatalogueVersion
from tests.people import address, begin, everything_stored, finish, read, submit, token_of

MARKER = "marker-3f9c"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_asks_once_more_and_offers_to_keep_it(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    finished = finish(client)
    before = everything_stored()
    form = read(client.get(address(finished, "delete/", language))).the("form", method="post")
    assert len(form.each("button")) == 1
    assert form.the("a").attributes["href"] == address(finished, "report/", language)
    assert everything_stored() == before


def test_a_draft_is_kept_where_it_stopped(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    form = read(client.get(address(draft, "delete/"))).the("form", method="post")
    assert form.the("a").attributes["href"] == address(draft, "TECH/")


@pytest.mark.parametrize("closed", [False, True])
def test_everything_about_it_is_gone(client: Client, published: CatalogueVersion, closed: bool) -> None:
    other = finish(Client())
    mine = begin(client)
    submit(client, mine, "TECH", {"T1": 3}, **{"note-T1": MARKER})
    if closed:
        client.post(address(mine, "review/"))
    traces = (MARKER, mine.uuid.hex[:12], str(mine.token_sha256))
    assert [trace in everything_stored().replace("-", "") for trace in (mine.uuid.hex,)] == [True]
    response = client.post(address(mine, "delete/"))
    assert (response.status_code, response.headers["Location"]) == (302, "/en/deleted/")
    stored = everything_stored()
    assert [trace in stored for trace in traces] == [False] * 3
    assert mine.uuid.hex not in stored.replace("-", "")
    assert list(Assessment.objects.all()) == [other]


def test_its_link_and_its_pages_lead_nowhere_any_more(client: Client, published: CatalogueVersion) -> None:
    finished, token = finish(client), token_of(client)
    held = Client()
    held.cookies["assessments"] = token
    client.post(address(finished, "delete/"))
    pages = ("TECH/", "review/", "later/", "report/", "report.json", "delete/")
    assert [held.get(address(finished, page)).status_code for page in pages] == [404] * 6
    assert held.get(f"/en/resume/{token}/").status_code == 404


def test_only_its_own_token_leaves_the_browser(client: Client, published: CatalogueVersion) -> None:
    first = begin(client)
    kept = token_of(client)
    gone = begin(client)
    client.post(address(gone, "delete/"))
    assert client.cookies["assessments"].value == kept
    assert client.get(address(first, "TECH/")).status_code == 200


def test_the_last_token_leaves_nothing_in_the_cookie(client: Client, published: CatalogueVersion) -> None:
    client.post(address(begin(client), "delete/"))
    assert client.cookies["assessments"].value == ""


def test_deleting_twice_is_404(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    assert [client.post(address(draft, "delete/")).status_code for _ in range(2)] == [302, 404]


def test_a_stranger_gets_404_and_deletes_nothing(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    stranger = Client()
    begin(stranger)
    assert stranger.get(address(draft, "delete/")).status_code == 404
    assert stranger.post(address(draft, "delete/")).status_code == 404
    assert Assessment.objects.filter(pk=draft.pk).exists()


def test_a_form_of_another_site_deletes_nothing(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    assert strict.post(address(draft, "delete/")).status_code == 403
    assert Assessment.objects.filter(pk=draft.pk).exists()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_after_it_leads_back_to_the_start(client: Client, db: None, language: str) -> None:
    page = read(client.get(f"/{language}/deleted/"))
    assert [link.attributes["href"] for link in page.the("div", class_="actions").each("a")] == [f"/{language}/"]

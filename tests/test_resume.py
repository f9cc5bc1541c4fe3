from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from assessment.models import Assessment, CatalogueVersion
from assessment.scoring import Answers
from tests.examples import WORKED_ANSWERS, shipped
from tests.people import address, answer, begin, enter, everything_stored, finish, submit, token_of

ALL: Answers = dict.fromkeys(shipped().requirements("devops"), 3)
TECH: Answers = {code: 3 for code in ALL if code.startswith("T")}


def link(client: Client, language: str = "en") -> str:
    return f"/{language}/resume/{token_of(client)}/"


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    ("answers", "page"), [({}, "TECH/"), (TECH, "PM/"), (WORKED_ANSWERS, "TECH/"), (ALL, "review/")]
)
def test_the_link_leads_to_the_first_page_with_a_question_left_or_to_the_review(
    client: Client, published: CatalogueVersion, answers: Answers, page: str, language: str
) -> None:
    draft = begin(client)
    answer(client, draft, answers)
    response = Client().get(link(client, language))
    assert (response.status_code, response.headers["Location"]) == (302, address(draft, page, language))


def test_the_link_of_a_finished_assessment_leads_to_its_report(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    assert Client().get(link(client)).headers["Location"] == address(finished, "report/")


@pytest.mark.parametrize("https", [False, True])
def test_another_browser_holds_the_assessment_from_then_on(
    client: Client, published: CatalogueVersion, settings: Settings, https: bool
) -> None:
    settings.HTTPS, settings.RESUME_LINK_DAYS = https, 71
    draft = begin(client)
    other = Client()
    assert other.get(address(draft, "TECH/")).status_code == 404
    other.get(link(client))
    cookie = other.cookies["assessments"]
    found = {name: cookie[name] for name in ("httponly", "samesite", "secure", "path", "domain", "max-age")}
    assert found == {
        "httponly": True,
        "samesite": "Lax",
        "secure": True if https else "",
        "path": "/",
        "domain": "",
        "max-age": 71 * 24 * 60 * 60,
    }
    assert cookie.value == token_of(client)
    submit(other, draft, "TECH", {"T1": 4})
    assert client.get(address(draft, "TECH/")).status_code == 200


def test_a_browser_that_holds_others_keeps_them(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    other = Client()
    theirs = begin(other)
    other.get(link(client))
    other.get(link(client))
    assert [other.get(address(found, "TECH/")).status_code for found in (draft, theirs)] == [200, 200]
    assert len(other.cookies["assessments"].value.split(".")) == 2


def test_opening_the_link_changes_nothing_stored(client: Client, published: CatalogueVersion) -> None:
    begin(client)
    before = everything_stored()
    Client().get(link(client))
    Client().head(link(client))
    assert everything_stored() == before


def test_the_link_is_told_to_nobody(client: Client, published: CatalogueVersion) -> None:
    begin(client)
    headers = Client().get(link(client)).headers
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in headers["Cache-Control"]


def other_character(character: str) -> str:
    return "B" if character == "A" else "A"


def test_a_link_with_any_one_character_changed_is_404(client: Client, published: CatalogueVersion) -> None:
    begin(client)
    token = token_of(client)
    changed = [token[:at] + other_character(token[at]) + token[at + 1 :] for at in range(len(token))]
    other = Client()
    assert [other.get(f"/en/resume/{wrong}/").status_code for wrong in changed] == [404] * 32
    assert "assessments" not in other.cookies


@pytest.mark.parametrize("change", [str.lower, str.upper, lambda t: t[:-1], lambda t: f"{t}A", lambda t: f" {t}"])
def test_a_link_written_otherwise_is_404(client: Client, published: CatalogueVersion, change: object) -> None:
    assert callable(change)
    begin(client)
    assert Client().get(f"/en/resume/{change(token_of(client))}/").status_code == 404


def test_the_hash_that_is_stored_opens_nothing(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    assert Client().get(f"/en/resume/{draft.token_sha256}/").status_code == 404
    other = Client()
    other.cookies["assessments"] = str(draft.token_sha256)
    assert other.get(address(draft, "TECH/")).status_code == 404


def test_the_identifier_of_the_address_opens_nothing(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    assert [Client().get(f"/en/resume/{name}/").status_code for name in (draft.uuid, draft.uuid.hex)] == [404, 404]


def test_an_expired_link_is_404_and_so_is_the_cookie(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    Assessment.objects.update(link_until=timezone.now())
    assert Client().get(link(client)).status_code == 404
    pages = ("TECH/", "review/", "later/", "report/", "report.json", "delete/")
    assert [client.get(address(draft, page)).status_code for page in pages] == [404] * 6
    assert client.post(address(draft, "delete/")).status_code == 404
    assert Assessment.objects.count() == 1


def test_a_link_works_until_its_last_moment(client: Client, published: CatalogueVersion) -> None:
    begin(client)
    Assessment.objects.update(link_until=timezone.now() + timedelta(minutes=1))
    assert Client().get(link(client)).status_code == 302


def test_the_link_opens_nothing_once_the_assessment_belongs_to_an_account(
    client: Client, published: CatalogueVersion
) -> None:
    draft = begin(client)
    owner = get_user_model().objects.create_user("ada@example.org")
    Assessment.objects.update(owner=owner)
    assert Client().get(link(client)).status_code == 404
    assert client.get(address(draft, "TECH/")).status_code == 404
    signed_in = Client()
    enter(signed_in, owner)
    assert signed_in.get(address(draft, "TECH/")).status_code == 200

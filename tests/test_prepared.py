"""A page that was prepared is, byte for byte, the page that its template would have made."""

import re

import pytest
from django.contrib import messages
from django.contrib.messages.storage.base import BaseStorage
from django.http import HttpRequest
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st
from pytest_django import Settings

from assessment.models import Assessment, CatalogueVersion
from assessment.scoring import Answers
from careerquiz import prepared
from careerquiz.prepared import Hole
from profiles.models import User
from tests.people import address, begin, enter, finish, read
from tests.strategies import answers_to

TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="\w{64}"')
NOTES = st.dictionaries(st.sampled_from(["T1", "T2", "G1"]), st.sampled_from(["", "é & <b>", '"quoted"\nline']))


def shown(client: Client, path: str) -> bytes:
    response = client.get(path)
    assert response.status_code == 200, path
    return TOKEN.sub(b"", response.content)


def kept() -> list[str]:
    """The addresses of the pages that are prepared."""
    return [path for _template, path, *_more in prepared._pages]


def number_in(path: str) -> str:
    parts = path.split("/")
    return parts[3] if parts[2] == "assessments" else str(prepared.NUMBER)


def both(client: Client, path: str, monkeypatch: pytest.MonkeyPatch) -> tuple[bytes, bytes]:
    """The page as it was filled, and as its template makes it."""
    filled = shown(client, path)
    assert path.replace(number_in(path), str(prepared.NUMBER)) in kept()
    with monkeypatch.context() as plain:
        plain.setattr("careerquiz.prepared.can_be_filled", lambda *_: False)
        return filled, shown(client, path)


ROLES = st.sampled_from(["devops", "mlops"])
PUBLIC = ["/en/", "/fr/", "/en/roles/devops/", "/fr/roles/mlops/", "/fr/start/", "/en/start/?role=mlops"]


@pytest.mark.parametrize("path", PUBLIC)
@pytest.mark.parametrize("signed_in", [False, True])
def test_a_public_page(
    client: Client, published: CatalogueVersion, monkeypatch: pytest.MonkeyPatch, path: str, signed_in: bool
) -> None:
    if signed_in:
        enter(client, User.objects.create_user("ada@example.org"))
    filled, made = both(client, path, monkeypatch)
    assert filled == made
    assert kept() == [path]


@examples(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers=answers_to([f"T{number}" for number in range(1, 9)] + ["G1", "C1"]), notes=NOTES)
def test_a_page_of_the_questionnaire_and_the_review(
    client: Client,
    published: CatalogueVersion,
    monkeypatch: pytest.MonkeyPatch,
    answers: Answers,
    notes: dict[str, str],
) -> None:
    draft = begin(client)
    asked = draft.catalogue.requirements(draft.role)
    kept = {code: answer for code, answer in answers.items() if code in asked}
    Assessment.objects.filter(pk=draft.pk).update(answers=kept, notes=notes)
    for page, language in [("TECH/", "fr"), ("TECH/", "en"), ("COM/", "fr"), ("review/", "en"), ("review/", "fr")]:
        filled, made = both(client, address(draft, page, language), monkeypatch)
        assert filled == made


@examples(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers=answers_to([f"T{number}" for number in range(1, 9)] + ["G1", "C1"]), role=ROLES)
def test_a_report(
    client: Client, published: CatalogueVersion, monkeypatch: pytest.MonkeyPatch, answers: Answers, role: str
) -> None:
    made = finish(client, role, answers=answers)
    for language in ("fr", "en"):
        filled, whole = both(client, address(made, "report/", language), monkeypatch)
        assert filled == whole


def kept_of_report(client: Client, made: Assessment) -> list[str]:
    prepared.forget()
    shown(client, address(made, "report/"))
    return kept()


@pytest.mark.parametrize("change", [{"title": "Mine"}, {"notes": {"T1": "my own"}}])
def test_a_report_with_words_of_its_person_is_made_whole(
    client: Client, published: CatalogueVersion, change: dict[str, object]
) -> None:
    made = finish(client)
    assert len(kept_of_report(client, made)) == 1
    named = begin(client)
    Assessment.objects.filter(pk=named.pk).update(**change)
    client.post(address(named, "review/"))
    assert kept_of_report(client, named) == []
    page = shown(client, address(named, "report/"))
    assert b"Mine" in page or b"my own" in page


def test_a_report_against_another_target_is_made_whole(client: Client, published: CatalogueVersion) -> None:
    made = finish(client)
    prepared.forget()
    shown(client, f"{address(made, 'report/')}?grade=senior")
    assert kept() == []


def test_a_page_of_an_account(client: Client, published: CatalogueVersion, monkeypatch: pytest.MonkeyPatch) -> None:
    enter(client, User.objects.create_user("ada@example.org"))
    draft = begin(client)
    filled, made = both(client, address(draft, "TECH/"), monkeypatch)
    assert filled == made
    assert b"/resume/" not in filled


def test_what_is_kept_of_a_page_holds_nothing_of_the_person_it_was_made_for_first(
    client: Client, published: CatalogueVersion
) -> None:
    draft = begin(client)
    Assessment.objects.filter(pk=draft.pk).update(answers={"T1": 3}, notes={"T1": "my own words"})
    finished = finish(client)
    shown(client, address(finished, "report/"))
    pages = [shown(client, address(draft, page)).decode() for page in ("TECH/", "review/")]
    kept = "".join(piece for pieces in prepared._pages.values() for piece in pieces)
    personal = [
        str(draft.uuid),
        str(finished.uuid),
        "my own words",
        "106/135",
        "levels below",
        client.cookies["assessments"].value,
        " checked>",
    ]
    assert [word for word in personal if word in kept] == []
    assert all(str(draft.uuid) in page or "my own words" in page for page in pages)


def test_two_people_see_their_own(client: Client, published: CatalogueVersion) -> None:
    other = Client()
    mine, theirs = begin(client), begin(other)
    Assessment.objects.filter(pk=mine.pk).update(answers={"T1": 3})
    checked = [
        [box.attributes["value"] for box in read(who.get(address(draft, "TECH/"))).each("input", checked="")]
        for who, draft in [(client, mine), (other, theirs)]
    ]
    assert checked == [["3"], []]


def test_a_message_is_shown_although_the_page_is_prepared(
    client: Client, published: CatalogueVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown(client, "/en/")

    def told(request: HttpRequest) -> BaseStorage:
        messages.info(request, "Once only")
        return messages.get_messages(request)  # type: ignore[return-value]

    with monkeypatch.context() as once:
        once.setattr("careerquiz.prepared.get_messages", told)
        assert b"Once only" in shown(client, "/en/")
    assert b"Once only" not in shown(client, "/en/")


def test_an_address_with_a_query_of_its_own_is_not_kept(client: Client, published: CatalogueVersion) -> None:
    for number in range(3):
        shown(client, f"/en/?utm={number}")
        shown(client, f"/en/start/?role={number}")
    assert prepared._pages == {}


def test_no_more_pages_are_kept_than_have_room(
    client: Client, published: CatalogueVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("careerquiz.prepared.MOST_PAGES", 2)
    kept = [len(prepared._pages) for path in PUBLIC if shown(client, path)]
    assert kept == [1, 2, 1, 2, 1, 2]


def test_a_hole_goes_through_filters_that_know_it() -> None:
    @prepared.or_a_hole
    def louder(text: str, mark: str = "!") -> str:
        return text + mark

    assert (louder("a"), louder("a", "?")) == ("a!", "a?")
    assert louder(Hole("T1"), "?") == Hole("louder T1 ?")


def test_a_report_reads_the_same_with_and_without_its_parts_kept(
    client: Client,
    published: CatalogueVersion,
    settings: "Settings",
) -> None:
    made = finish(client)
    first, kept = shown(client, address(made, "report/")), shown(client, address(made, "report/"))
    settings.CACHES = settings.CACHES | {"parts": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    assert first == kept == shown(client, address(made, "report/"))

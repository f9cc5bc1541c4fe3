"""A new sitting begun again from an earlier one: what it says of last time, and when."""

import re
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from assessment import notice
from assessment.models import Assessment, CatalogueVersion, hash_token
from profiles.models import User
from tests.examples import WORKED_ANSWERS, document, shipped, tiny_document
from tests.people import (
    Element,
    address,
    answer,
    begin,
    build_and_publish,
    edited_document,
    enter,
    everything_stored,
    finish,
    read,
    submit,
    token_of,
)

LANGUAGES = ("fr", "en")
PAGES = ("TECH/", "PM/", "COM/", "PRO/", "review/")


def ada() -> User:
    return get_user_model().objects.get_or_create(email="ada@example.org")[0]


def begin_again(client: Client, earlier: Assessment, language: str = "en") -> Assessment:
    response = client.post(address(earlier, "again/", language))
    assert response.status_code == 302, response.content
    return Assessment.objects.get(uuid=response.headers["Location"].split("/")[3])


def opened(client: Client, assessment: Assessment, page: str = "TECH/", language: str = "en") -> Element:
    response = client.get(address(assessment, page, language))
    assert response.status_code == 200
    return read(response)


def last(page: Element) -> dict[str, str]:
    """What a page of questions says of last time, by skill, where it says anything."""
    lines = page.each("p", class_="last")
    said = {line.attributes["id"].removeprefix("last-"): line.words for line in lines}
    return {code: words for code, words in said.items() if words}


def level_then(code: str, language: str = "en") -> list[str]:
    """The value and the name of the level that the worked person gave."""
    level = shipped().levels[int(WORKED_ANSWERS[code])]
    return [f"{level.value},", level.name.said_in(language)]


def renamed_levels() -> dict[str, Any]:
    """The shipped catalogue with other names for its levels."""
    found = document()
    for level in found["levels"]:
        level["name"] = {"fr": f"Échelon {level['value']}", "en": f"Rung {level['value']}"}
    return found


# Beginning again


@pytest.mark.parametrize("closed", [True, False])
def test_a_new_draft_is_for_the_same_target_by_todays_catalogue_and_knows_the_earlier(
    client: Client, published: CatalogueVersion, closed: bool
) -> None:
    earlier = finish(client, "mlops", "senior") if closed else begin(client, "mlops", "senior")
    newest = build_and_publish(edited_document())
    response = client.post(address(earlier, "again/", "fr"))
    made = Assessment.objects.order_by("-pk")[0]
    assert (response.status_code, response.headers["Location"]) == (302, address(made, "TECH/", "fr"))
    found = (made.version, made.role, made.grade, made.language, made.earlier, made.answers, made.finished, made.title)
    assert found == (newest, "mlops", "senior", "fr", earlier, {}, None, "")
    assert made.notice == notice.version()


def test_the_earlier_one_stays_as_it_was(client: Client, published: CatalogueVersion) -> None:
    earlier = finish(client)
    before = Assessment.objects.values().get()
    made = begin_again(client, earlier)
    answer(client, made, {"T1": 0})
    assert Assessment.objects.values().get(pk=earlier.pk) == before


def test_without_an_account_this_browser_holds_the_link_of_both(client: Client, published: CatalogueVersion) -> None:
    earlier = finish(client)
    made = begin_again(client, earlier)
    assert made.owner is None
    assert hash_token(token_of(client)) == made.token_sha256
    assert client.get(address(earlier, "report/")).status_code == 200
    assert client.get(address(made, "TECH/")).status_code == 200


def test_who_is_signed_in_has_it_in_their_account_without_a_link(client: Client, published: CatalogueVersion) -> None:
    earlier, held = finish(client), token_of(client)
    enter(client, ada())
    made = begin_again(client, earlier)
    assert (made.owner, made.token_sha256, made.link_until) == (ada(), None, None)
    assert client.cookies["assessments"].value == held


@pytest.mark.parametrize("gone", ["role", "grade"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_where_the_target_is_gone_another_is_to_be_chosen_and_the_person_is_told(
    client: Client, published: CatalogueVersion, gone: str, language: str
) -> None:
    earlier = finish(client)
    changed = tiny_document()
    if gone == "grade":
        changed["roles"][0]["code"] = "devops"
    build_and_publish(changed)
    response = client.post(address(earlier, "again/", language))
    assert (response.status_code, response.headers["Location"]) == (302, f"/{language}/start/")
    assert Assessment.objects.count() == 1
    told = read(client.get(f"/{language}/start/")).the("main").each("p", role="status")
    assert len(told) == 1


def test_whose_notice_has_changed_is_told_where_to_read_it(
    client: Client, published: CatalogueVersion, settings: Settings
) -> None:
    earlier = finish(client)
    same = opened(client, begin_again(client, earlier)).the("main")
    assert same.each("a", href="/en/privacy/") == []
    settings.OPERATOR_NAME = "Somebody else"
    changed = opened(client, begin_again(client, earlier)).the("main")
    assert len(changed.each("a", href="/en/privacy/")) == 1


def test_a_stranger_begins_nothing_again(client: Client, published: CatalogueVersion) -> None:
    earlier, stranger = finish(client), Client()
    begin(stranger)
    enter(stranger, get_user_model().objects.create_user("mallory@example.org"))
    before = everything_stored()
    assert stranger.post(address(earlier, "again/")).status_code == 404
    statuses = [client.get(address(earlier, "again/")).status_code, client.put(address(earlier, "again/")).status_code]
    assert statuses == [405, 405]
    assert everything_stored() == before


# What is said of last time


def test_nothing_of_last_time_is_on_a_page_before_one_has_rated(client: Client, published: CatalogueVersion) -> None:
    """The same bytes whatever was answered last time, wherever nothing is answered now."""
    earlier = begin(client)
    made = begin_again(client, earlier)
    seen = []
    for answers in (WORKED_ANSWERS, {}, dict.fromkeys(shipped().requirements("devops"), 5), {"T1": "na", "T2": "dk"}):
        Assessment.objects.filter(pk=earlier.pk).update(answers=answers)
        contents = [client.get(address(made, page)).content for page in PAGES]
        seen.append([re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", content) for content in contents])
    assert seen == seen[:1] * 4


def test_an_answer_of_now_brings_that_of_last_time_and_no_other(client: Client, published: CatalogueVersion) -> None:
    earlier = finish(client)
    made = begin_again(client, earlier)
    submit(client, made, "TECH", {"T1": 5, "T5": 1, "T8": 2})
    submit(client, made, "PM", {"G2": "dk"})
    tech, pm = last(opened(client, made)), last(opened(client, made, "PM/"))
    assert set(tech) == {"T1", "T5"}  # T8 had no answer
    assert set(pm) == {"G2"}
    assert tech["T1"].split(": ")[1].split(" ", 1) == level_then("T1")
    assert len({tech["T1"], tech["T5"], pm["G2"]}) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_of_last_time_is_said_in_words(client: Client, published: CatalogueVersion, language: str) -> None:
    earlier = finish(client, answers=dict(zip(["T1", "T2", "T3", "T4"], [0, 5, "na", "dk"], strict=True)))
    made = begin_again(client, earlier)
    submit(client, made, "TECH", {"T1": 1, "T2": 1, "T3": 1, "T4": 1})
    said = last(opened(client, made, language=language))
    for code, level in (("T1", 0), ("T2", 5)):
        assert f"{level}, {shipped().levels[level].name.said_in(language)}" in said[code]
    assert len(set(said.values())) == 4
    review = opened(client, made, "review/", language)
    assert [line.words for line in review.each("span", class_="last") if line.words] == list(said.values())


def test_an_answer_that_is_taken_back_hides_that_of_last_time(client: Client, published: CatalogueVersion) -> None:
    made = begin_again(client, finish(client))
    submit(client, made, "TECH", {"T1": 5, "T2": 5})
    submit(client, made, "TECH", {}, **{"take-back": "T1"})
    assert set(last(opened(client, made))) == {"T2"}


def test_a_note_of_last_time_is_told_nowhere(client: Client, published: CatalogueVersion) -> None:
    earlier = begin(client)
    submit(client, earlier, "TECH", {"T1": 3}, **{"note-T1": "marker-3f9c"})
    made = begin_again(client, earlier)
    submit(client, made, "TECH", {"T1": 3})
    assert [page for page in PAGES if b"marker-3f9c" in client.get(address(made, page)).content] == []


def test_the_levels_are_named_as_they_were_last_time(client: Client, published: CatalogueVersion) -> None:
    earlier = finish(client)
    build_and_publish(renamed_levels())
    made = begin_again(client, earlier)
    submit(client, made, "TECH", {"T1": 5})
    page = opened(client, made)
    assert level_then("T1")[1] in last(page)["T1"]
    assert "Rung 5" in page.the("fieldset", id="T1").words


def test_the_line_is_announced_and_keeps_its_place_while_it_is_empty(
    client: Client, published: CatalogueVersion
) -> None:
    page = opened(client, begin_again(client, finish(client)))
    lines = page.each("p", class_="last", aria_live="polite")
    assert [line.attributes["id"] for line in lines] == [f"last-T{number}" for number in range(1, 9)]


def test_a_first_sitting_says_nothing_of_a_last_time(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    answer(client, draft, WORKED_ANSWERS)
    for page in PAGES:
        found = opened(client, draft, page)
        assert [found.each(name, class_=kind) for name in ("p", "span") for kind in ("last", "since")] == [[]] * 4


def test_what_is_wrong_on_a_page_takes_nothing_of_last_time_away(client: Client, published: CatalogueVersion) -> None:
    made = begin_again(client, finish(client))
    response = client.post(address(made, "TECH/"), {"skill-T1": "9", "skill-T2": "1"})
    assert response.status_code == 200
    assert set(last(read(response))) == {"T2"}


# By the script


def heard(client: Client, assessment: Assessment, data: dict[str, str], language: str = "en") -> Any:
    path = address(assessment, "TECH/", language)
    return client.post(path, data, headers={"accept": "application/json"}).json()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_script_hears_what_the_page_will_say_of_what_was_just_saved_and_no_more(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    made = begin_again(client, finish(client))
    first = heard(client, made, {"skill-T1": "5", "note-T2": "mine"}, language)["last"]
    more = {"skill-T1": "5", "shown-T1": "5", "skill-T3": "na", "skill-T8": "1"}
    second = heard(client, made, more, language)["last"]
    said = last(opened(client, made, language=language))
    assert plain(first) == {"T1": said["T1"]}
    assert plain(second) == {"T3": said["T3"], "T8": ""}


def plain(heard: dict[str, str]) -> dict[str, str]:
    """With plain spaces, as `words` gives what a page says."""
    return {skill: " ".join(text.split()) for skill, text in heard.items()}


def test_the_script_hears_that_an_answer_was_taken_back(client: Client, published: CatalogueVersion) -> None:
    made = begin_again(client, finish(client))
    heard(client, made, {"skill-T1": "5"})
    assert heard(client, made, {"take-back": "T1"})["last"] == {"T1": ""}


def test_the_script_hears_nothing_of_what_was_refused(client: Client, published: CatalogueVersion) -> None:
    made = begin_again(client, finish(client))
    assert heard(client, made, {"skill-T1": "9"})["last"] == {}


# What is new


def test_a_skill_that_was_not_asked_last_time_is_marked_and_no_other(
    client: Client, published: CatalogueVersion
) -> None:
    earlier = finish(client)
    build_and_publish(edited_document())
    made = begin_again(client, earlier)
    questions = opened(client, made).each("fieldset", class_="question")
    marked = [question.attributes["id"] for question in questions if question.each("span", class_="since")]
    assert marked == ["T9"]
    assert len(opened(client, made, "review/").each("span", class_="since")) == 1
    submit(client, made, "TECH", {"T9": 2})
    assert last(opened(client, made)) == {}


def test_a_skill_new_to_the_role_though_known_to_the_catalogue_is_marked(
    client: Client, published: CatalogueVersion
) -> None:
    earlier = finish(client)
    changed = document()
    role = changed["roles"][0]["requirements"]
    role["M1"] = role["T1"]
    build_and_publish(changed)
    made = begin_again(client, earlier)
    assert made.newly_asked == {"M1"}


def test_by_the_same_catalogue_nothing_is_new(client: Client, published: CatalogueVersion) -> None:
    page = opened(client, begin_again(client, finish(client)))
    assert page.each("span", class_="since") == []


# Whose the earlier one is


def test_an_earlier_one_that_is_erased_leaves_no_trace(client: Client, published: CatalogueVersion) -> None:
    earlier = finish(client)
    made = begin_again(client, earlier)
    submit(client, made, "TECH", {"T1": 5})
    assert set(last(opened(client, made))) == {"T1"}
    client.post(address(earlier, "delete/"))
    page = opened(client, made)
    assert (page.each("p", class_="last"), page.each("span", class_="since")) == ([], [])
    assert earlier.uuid.hex not in everything_stored().replace("-", "")


def test_who_holds_a_link_is_told_nothing_of_what_is_in_an_account(client: Client, published: CatalogueVersion) -> None:
    earlier = finish(client)
    made = begin_again(client, earlier)
    submit(client, made, "TECH", {"T1": 5})
    Assessment.objects.filter(pk=earlier.pk).update(owner=ada())
    page = opened(client, made)
    assert page.each("p", class_="last") == []
    assert heard(client, made, {"skill-T2": "1"})["last"] == {}


def test_nobody_is_told_of_what_is_in_the_account_of_another(client: Client, published: CatalogueVersion) -> None:
    earlier = finish(client)
    enter(client, ada())
    made = begin_again(client, earlier)
    submit(client, made, "TECH", {"T1": 5})
    assert set(last(opened(client, made))) == {"T1"}
    Assessment.objects.filter(pk=earlier.pk).update(owner=get_user_model().objects.create_user("bob@example.org"))
    assert opened(client, made).each("p", class_="last") == []


@pytest.mark.parametrize(("page", "queries"), [("TECH/", 2), ("review/", 2), ("later/", 1)])
def test_a_page_that_shows_last_time_asks_once_more_than_any_other(
    client: Client, published: CatalogueVersion, page: str, queries: int
) -> None:
    earlier = finish(client)
    build_and_publish(edited_document())
    made = begin_again(client, earlier)
    client.get(address(made, page))  # what was said to the person once is said, and the catalogue is parsed
    client.cookies.pop("session", None)
    submit(client, made, "TECH", {"T1": 5})
    with CaptureQueriesContext(connection) as found:
        client.get(address(made, page))
    assert len(found) == queries
    assert not any('"document"' in query["sql"] for query in found)

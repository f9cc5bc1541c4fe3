"""The pages of who is asked for a second view: no account, no JavaScript, a link of their own, a way to withdraw."""

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from assessment.links import TOKEN
from assessment.models import (
    MOST_SAID,
    Assessment,
    CatalogueVersion,
    Edit,
    SecondView,
    Uncounted,
    hash_token,
    second_views,
)
from assessment.scoring import Answers
from tests.databases import at_once
from tests.examples import WORKED_ANSWERS, shipped
from tests.people import Element, begin, enter, everything_stored, filled, finish, read
from tests.raters import ASKER, begin_rating, invited, links_of, owner_page, rated, say, view_of, withdraw

LANGUAGES = ("fr", "en")
MARKER = "marker-9d41"


def of_rater(own: str) -> dict[str, str]:
    """The pages of who took an invitation up."""
    return {"about": own, "page": f"{own}TECH/", "review": f"{own}review/", "withdraw": f"{own}withdraw/"}


def main(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return read(response).the("main").words


def alive(path: str, client: Client | None = None) -> bool:
    return (client or Client()).get(path).status_code == 200


def end_all(**fields: Any) -> None:
    """Let the last day of everything be over."""
    past = timezone.now() - timedelta(microseconds=1)
    SecondView.objects.update(made=past - timedelta(days=2), until=past)


def questions_of(page: Element) -> dict[str, list[str]]:
    """What each radio group of a page offers."""
    found: dict[str, list[str]] = {}
    for box in page.each("input", type="radio"):
        found.setdefault(box.attributes["name"], []).append(box.attributes["value"])
    return found


def chosen(page: Element) -> dict[str, str]:
    boxes = page.each("input", type="radio", checked="")
    return {box.attributes["name"]: box.attributes["value"] for box in boxes}


# Before beginning


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_link_says_who_asks_and_asks_how_to_be_seen_with_nothing_chosen(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    path = invited(client, finish(client)).replace("/en/", f"/{language}/")
    page = read(Client().get(path))
    assert page.the("html").attributes["lang"] == language
    assert ASKER in page.the("h1").words
    assert questions_of(page) == {"seen": ["name", "together"]}
    assert chosen(page) == {}
    assert len(page.the("section", aria_labelledby="notice").each("li")) == 7


def test_what_opens_a_link_stores_nothing_and_gets_no_cookie(client: Client, published: CatalogueVersion) -> None:
    path, reader = invited(client, finish(client)), Client()
    before = everything_stored()
    reader.get(path)
    assert everything_stored() == before
    assert set(reader.cookies) == {"csrf"}


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({}, "seen"),
        ({"seen": ""}, "seen"),
        ({"seen": "both"}, "seen"),
        ({"seen": "\x00"}, "seen"),
        ({"seen": "name"}, "rater_name"),
        ({"seen": "name", "rater_name": " \u200b"}, "rater_name"),
        ({"seen": "name", "rater_name": "x" * 81}, "rater_name"),
        ({"seen": "name", "rater_name": "a\x1bb"}, "rater_name"),
    ],
    ids=str,
)
def test_who_does_not_say_how_to_be_seen_does_not_begin(
    client: Client, published: CatalogueVersion, said: dict[str, str], field: str
) -> None:
    path = invited(client, finish(client))
    page = read(Client().post(path, {"x": "x"} | said))
    (error,) = page.the("div", role="alert").each("a")
    assert field in error.attributes["href"]
    assert page.each("input", name=field) != []
    assert SecondView.objects.count() == 1


def test_a_name_is_not_kept_of_who_does_not_agree_to_be_seen(client: Client, published: CatalogueVersion) -> None:
    rater = Client()
    response = rater.post(invited(client, finish(client)), {"seen": "together", "rater_name": MARKER})
    assert response.status_code == 302
    assert MARKER not in everything_stored()


def test_who_asks_cannot_rate_themselves_where_it_can_be_known(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    path = invited(client, finished)
    person = get_user_model().objects.create_user("ada@example.org")
    elsewhere = Client()
    for browser in (client, elsewhere):
        if browser is elsewhere:
            Assessment.objects.update(owner=person)
            enter(elsewhere, person)
        for response in (browser.get(path), browser.post(path, {"seen": "together"})):
            page = read(response)
            assert page.the("p", id="yourself").words
            assert page.each("input", name="seen") == []
    assert SecondView.objects.count() == 1


def test_too_many_cannot_begin(client: Client, published: CatalogueVersion) -> None:
    path = invited(client, finish(client))
    invitation = SecondView.objects.get()
    for _ in range(MOST_SAID):
        view = SecondView.objects.begin(invitation, None, "")
        assert view is not None
        SecondView.objects.filter(pk=view.pk).update(answers={"T1": 3})
    response = Client().post(path, {"seen": "together"})
    assert read(response).the("p", id="full").words
    assert SecondView.objects.said().count() == MOST_SAID
    end_all()
    SecondView.objects.asked().update(until=timezone.now() + timedelta(days=1))
    begin_rating(path)
    assert SecondView.objects.said().count() == 1  # what can no longer be finished made room


def test_who_only_begins_takes_nobodys_place(client: Client, published: CatalogueVersion) -> None:
    path = invited(client, finish(client))
    invitation = SecondView.objects.get()
    for _ in range(MOST_SAID):
        assert SecondView.objects.begin(invitation, None, "") is not None
    begin_rating(path)
    assert SecondView.objects.said().count() == MOST_SAID + 1
    SecondView.objects.said().update(changed=timezone.now() - timedelta(days=1))
    begin_rating(path)
    assert SecondView.objects.said().count() == 1  # and those without an answer go after a day


@pytest.mark.parametrize("most", [0, 1, 2])
def test_not_even_beginning_goes_on_for_ever(
    client: Client, published: CatalogueVersion, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(second_views, "MOST_BEGUN", most)
    invited(client, finish(client))
    invitation = SecondView.objects.get()
    begun = [SecondView.objects.begin(invitation, None, "") is not None for _ in range(3)]
    assert begun == [number < most for number in range(3)]


# The link of one rater


def test_who_begins_gets_a_link_of_their_own_which_who_asks_does_not_have(
    client: Client, published: CatalogueVersion
) -> None:
    finished = finish(client)
    path = invited(client, finished)
    rater, own = begin_rating(path)
    token = own.split("/")[3]
    assert TOKEN.fullmatch(token)
    assert own != path
    assert links_of(read(rater.get(f"{own}TECH/"))) == [own]
    assert token not in everything_stored()
    assert token not in repr(client.get(f"/en/assessments/{finished.uuid}/views/").content)


def test_the_invitation_leads_back_to_what_was_begun_in_that_browser(
    client: Client, published: CatalogueVersion
) -> None:
    path = invited(client, finish(client))
    rater, own = begin_rating(path)
    for response in (rater.get(path), rater.post(path, {"seen": "together"})):
        assert (response.status_code, response.headers["Location"]) == (302, own)
    withdraw(rater, own)
    assert alive(path, rater)


def test_the_invitation_of_another_leads_nobody_to_what_they_said_of_somebody_else(
    client: Client, published: CatalogueVersion
) -> None:
    rater, _ = begin_rating(invited(client, finish(client)))
    other = Client()
    assert alive(invited(other, finish(other)), rater)


def test_an_account_says_one_thing_whatever_the_browser_and_the_invitation(
    client: Client, published: CatalogueVersion
) -> None:
    finished, first, second = finish(client), Client(), Client()
    paths = [invited(client, finished, name=name) for name in ("Grace", "Grace once more")]
    person = get_user_model().objects.create_user("grace@example.org")
    for browser in (first, second):
        enter(browser, person)
    _, own = begin_rating(paths[0], rater=first)
    assert view_of(own).rater == person
    assert [second.get(path).headers["Location"] for path in paths] == [own, own]
    invitation = SecondView.objects.asked()[0]
    assert SecondView.objects.begin(invitation, person, "Grace") == view_of(own)


def test_an_account_gets_a_new_link_when_the_key_of_the_site_has_changed(
    client: Client, published: CatalogueVersion, settings: Settings
) -> None:
    path, rater = invited(client, finish(client)), Client()
    person = get_user_model().objects.create_user("grace@example.org")
    enter(rater, person)
    _, old = begin_rating(path, rater=rater)
    settings.SECRET_KEY = "another-key-" * 6
    rater = Client()
    enter(rater, person)
    _, own = begin_rating(path, rater=rater)
    assert SecondView.objects.said().get() == view_of(own)
    assert [alive(old), alive(own)] == [False, True]


def test_what_an_account_said_goes_with_the_account(client: Client, published: CatalogueVersion) -> None:
    path, rater = invited(client, finish(client)), Client()
    person = get_user_model().objects.create_user("grace@example.org")
    enter(rater, person)
    begin_rating(path, MARKER, rater=rater)
    person.delete()
    assert MARKER not in everything_stored()
    assert alive(path)


def test_links_with_one_character_changed_lead_nowhere(client: Client, published: CatalogueVersion) -> None:
    path = invited(client, finish(client))
    _, own = begin_rating(path)
    for token in (path.split("/")[3], own.split("/")[3]):
        others = {token[:at] + ("A" if token[at] != "A" else "B") + token[at + 1 :] for at in range(len(token))}
        others |= {token[:-1], f"{token}A", token.lower(), token.upper(), "x", "é" * 32, "0" * 5_000}
        paths = [f"/en/views/{other}/{part}" for other in others for part in ("", "review/")]
        # each from an address of its own: who tries many from one is refused altogether
        found = {Client(REMOTE_ADDR=f"10.0.0.{at}").get(path).status_code for at, path in enumerate(paths)}
        assert found == {404}


def test_links_of_other_kinds_open_nothing_here_and_this_one_nothing_there(
    client: Client, published: CatalogueVersion
) -> None:
    path = invited(client, finish(client))
    _, own = begin_rating(path)
    resume = client.cookies["assessments"].value.split(".")[0]
    assert Client().get(f"/en/views/{resume}/").status_code == 404
    tokens = [link.split("/")[3] for link in (path, own)]
    found = {Client().get(f"/en/{kind}/{token}/").status_code for kind in ("resume", "shared") for token in tokens}
    assert found == {404}


def test_a_stranger_gets_404_for_every_page_of_a_rater_without_the_link(
    client: Client, published: CatalogueVersion
) -> None:
    finished = finish(client)
    path = invited(client, finished)
    _, own = begin_rating(path)
    view = view_of(own)
    guesses = [str(view.uuid), str(view.pk), view.token_sha256, hash_token(own), str(finished.uuid)]
    before = everything_stored()
    for guess in guesses:
        for page in of_rater(f"/en/views/{guess}/").values():
            assert Client().get(page).status_code == 404
            assert Client().post(page, {"seen": "together", "skill-T1": "3"}).status_code == 404
    assert everything_stored() == before


def test_every_page_is_kept_from_caches_searches_and_other_sites(client: Client, published: CatalogueVersion) -> None:
    path = invited(client, finish(client))
    rater, own = begin_rating(path)
    for page in [path, "/en/views/x/", *of_rater(own).values()]:
        response = rater.get(page)
        assert response.headers["Referrer-Policy"] == "same-origin"  # no-referrer would take the forms' origin away
        assert "noindex" in response.headers["X-Robots-Tag"]
        assert "no-store" in response.headers["Cache-Control"]


def test_a_get_changes_nothing(client: Client, published: CatalogueVersion) -> None:
    path = invited(client, finish(client))
    rater, own = begin_rating(path, "Grace")
    say(rater, own, WORKED_ANSWERS)
    for _ in range(2):
        before = everything_stored()
        for page in [path, *of_rater(own).values()]:
            rater.get(page)
        assert everything_stored() == before
        rater.post(f"{own}review/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_a_rater_is_there_in_both_languages(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    rater, own = begin_rating(invited(client, finish(client)))
    say(rater, own, {"T1": 3, "T2": "dk", "T3": "na"})
    for _ in range(2):
        for page in of_rater(own.replace("/en/", f"/{language}/")).values():
            response = rater.get(page, follow=True)
            assert read(response).the("html").attributes["lang"] == language
            assert ASKER in read(response).the("main").words
        rater.post(f"{own}review/")


# What they are asked


def test_they_are_asked_for_the_same_skills_with_the_same_sentences(
    client: Client, published: CatalogueVersion
) -> None:
    finished = finish(client, "mlops")
    rater, own = begin_rating(invited(client, finished))
    for group, skills in finished.pages:
        page = read(rater.get(f"{own}{group.code}/"))
        values = ["0", "1", "2", "3", "4", "5", "na", "dk"]
        assert questions_of(page) == {f"skill-{skill.code}": values for skill in skills}
        words = page.the("form", id="answers").words
        assert [text.en for skill in skills for text in skill.anchors if " ".join(text.en.split()) not in words] == []
        assert page.each("textarea") == []
        assert chosen(page) == {}


def test_they_read_nothing_of_what_the_person_answered_noted_or_aims_at(
    client: Client, published: CatalogueVersion
) -> None:
    draft = begin(client, grade="senior")
    draft.edit({"T1": Edit(5, f"note {MARKER}"), "T2": Edit("na", "")}, "en")
    Assessment.objects.update(title=MARKER)
    client.post(f"/en/assessments/{draft.uuid}/review/")
    path = invited(client, draft, name=f"asked {MARKER}")
    rater, own = begin_rating(path)
    pages = [Client().get(path), *(rater.get(page) for page in of_rater(own).values())]
    pages += [rater.get(f"{own}{group.code}/") for group, _ in draft.pages]
    rater.post(f"{own}review/")
    pages += [rater.get(page) for page in (own, f"{own}withdraw/")]
    text = " ".join(page.content.decode() for page in pages)
    grade = draft.target[1]
    assert [word for word in (MARKER, str(draft.uuid), grade.name.en) if word in text] == []


def test_what_the_person_answered_is_not_even_read(client: Client, published: CatalogueVersion) -> None:
    rater, own = begin_rating(invited(client, finish(client)))
    with CaptureQueriesContext(connection) as found:
        rater.get(f"{own}TECH/")
    assert [query for query in found if '"assessment_assessment"."answers"' in query["sql"]] == []
    assert [query for query in found if '"assessment_assessment"."notes"' in query["sql"]] == []


def test_no_page_for_what_is_not_asked(client: Client, published: CatalogueVersion) -> None:
    rater, own = begin_rating(invited(client, finish(client)))
    found = {rater.get(f"{own}{code}/").status_code for code in ("ML", "T1", "tech", "x" * 200)}
    assert found == {404}


# What they say


def test_every_submit_saves_whatever_the_button(client: Client, published: CatalogueVersion) -> None:
    rater, own = begin_rating(invited(client, finish(client)))
    codes = [group.code for group, _ in view_of(own).assessment.pages]
    leads = {
        "next": f"{own}{codes[1]}/",
        "back": own,
        "review": f"{own}review/",
        "fr": f"{own}{codes[0]}/".replace("/en/", "/fr/"),
        "en": f"{own}{codes[0]}/",
        "": f"{own}{codes[0]}/",
        "x": f"{own}{codes[0]}/",
    }
    for level, (go, leads_to) in enumerate(leads.items()):
        response = rater.post(f"{own}{codes[0]}/", {"skill-T1": str(level % 6), "go": go})
        assert (response.status_code, response.headers["Location"]) == (302, leads_to)
        assert view_of(own).answers == {"T1": level % 6}
    last = rater.post(f"{own}{codes[-1]}/", {"go": "next"})
    assert last.headers["Location"] == f"{own}review/"
    back = rater.post(f"{own}{codes[1]}/", {"go": "back"})
    assert back.headers["Location"] == f"{own}{codes[0]}/"


def test_answers_are_shown_again_and_taken_back(client: Client, published: CatalogueVersion) -> None:
    rater, own = begin_rating(invited(client, finish(client)))
    rater.post(f"{own}TECH/", {"skill-T1": "3", "skill-T2": "na", "skill-T3": "dk", "go": "next"})
    page = read(rater.get(f"{own}TECH/"))
    assert chosen(page) == {"skill-T1": "3", "skill-T2": "na", "skill-T3": "dk"}
    response = rater.post(f"{own}TECH/", {**chosen(page), "take-back": "T2"})
    assert response.headers["Location"] == f"{own}TECH/#T2"
    assert view_of(own).answers == {"T1": 3, "T3": "dk"}


def test_a_stale_tab_writes_nothing_back(client: Client, published: CatalogueVersion) -> None:
    rater, own = begin_rating(invited(client, finish(client)))
    rater.post(f"{own}TECH/", {"skill-T1": "3"})
    page = read(rater.get(f"{own}TECH/"))
    shown = {name: value for name, value in filled(page).items() if name.startswith("shown-")}
    rater.post(f"{own}TECH/", {"skill-T1": "5"})
    rater.post(f"{own}TECH/", {**shown, "skill-T1": "3", "skill-T2": "1"})
    assert view_of(own).answers == {"T1": 5, "T2": 1}


@pytest.mark.parametrize("value", ["6", "-1", "3.0", "٣", "NA", "", "null", "9" * 5_000, "\x00", "\uffff"])
def test_what_is_no_answer_is_refused_and_the_rest_is_kept(
    client: Client, published: CatalogueVersion, value: str
) -> None:
    rater, own = begin_rating(invited(client, finish(client)))
    response = rater.post(f"{own}TECH/", {"skill-T1": value, "skill-T2": "2", "skill-P1": "3", "go": "next"})
    page = read(response)
    assert [a.attributes["href"] for a in page.the("div", role="alert").each("a")] == ["#T1"]
    assert page.the("fieldset", id="T1").attributes["aria-describedby"] == "T1-error"
    assert len(page.the("div", role="alert").each("li")) == 2
    assert view_of(own).answers == {"T2": 2}


def test_a_note_is_not_kept(client: Client, published: CatalogueVersion) -> None:
    rater, own = begin_rating(invited(client, finish(client)))
    assert rater.post(f"{own}TECH/", {"skill-T1": "3", "note-T1": MARKER}).status_code == 302
    assert MARKER not in everything_stored()
    assert view_of(own).answers == {"T1": 3}


def test_coming_back_leads_to_where_it_stopped(client: Client, published: CatalogueVersion) -> None:
    rater, own = begin_rating(invited(client, finish(client)))
    assert chosen(read(rater.get(own))) == {"seen": "together"}
    pages = view_of(own).assessment.pages
    for index, (_, skills) in enumerate(pages):
        rater.post(f"{own}{pages[index][0].code}/", {f"skill-{skill.code}": "2" for skill in skills})
        onward = rater.post(own, {"seen": "together"}).headers["Location"]
        assert onward == (f"{own}{pages[index + 1][0].code}/" if index + 1 < len(pages) else f"{own}review/")


def test_how_to_be_seen_may_be_changed_until_finishing_and_not_after(
    client: Client, published: CatalogueVersion
) -> None:
    rater, own = begin_rating(invited(client, finish(client)), MARKER)
    page = read(rater.get(own))
    assert (chosen(page), page.the("input", name="rater_name").attributes["value"]) == ({"seen": "name"}, MARKER)
    assert rater.post(own, {"seen": "x"}).status_code == 200
    assert MARKER in main(rater, f"{own}review/")
    rater.post(own, {"seen": "together", "rater_name": MARKER})
    assert MARKER not in everything_stored()
    rater.post(own, {"seen": "name", "rater_name": "Grace"})
    rater.post(f"{own}review/")
    rater.post(own, {"seen": "together"})
    view = view_of(own)
    view.choose("")
    assert (view_of(own).named, view_of(own).rater_name) == (True, "Grace")


def test_the_review_has_what_was_left_out_first(client: Client, published: CatalogueVersion) -> None:
    rater, own = begin_rating(invited(client, finish(client)))
    codes = [skill.code for skill in view_of(own).unanswered]
    say(rater, own, dict.fromkeys(codes[:-2], 3))
    page = read(rater.get(f"{own}review/"))
    links = [a.attributes["href"] for a in page.the("main").each("a")]
    left = [link for link in links if "#" in link]
    assert [link.split("#")[1] for link in left] == codes[-2:]
    assert links.index(left[0]) < links.index(f"{own}TECH/")
    assert len(page.each("dt")) == len(codes)
    say(rater, own, dict.fromkeys(codes, 3))
    assert [a for a in read(rater.get(f"{own}review/")).each("a") if "#T" in a.attributes["href"]] == []


def test_nothing_is_changed_after_finishing(client: Client, published: CatalogueVersion) -> None:
    rater, own = rated(invited(client, finish(client)), {"T1": 3})
    before = everything_stored()
    answers = [
        rater.post(f"{own}TECH/", {"skill-T1": "5"}),
        rater.post(f"{own}review/"),
        rater.get(f"{own}TECH/"),
        rater.get(f"{own}review/"),
    ]
    assert [(answer.status_code, answer.headers["Location"]) for answer in answers] == [(302, own)] * 4
    assert rater.post(own, {"seen": "name", "rater_name": "Grace"}).status_code == 200
    view_of(own).say({"T1": 5})
    assert everything_stored() == before


# Withdrawing


@pytest.mark.parametrize("name", ["", MARKER])
@pytest.mark.parametrize("finished", [False, True])
def test_withdrawing_erases_all_that_was_said_after_one_question(
    client: Client, published: CatalogueVersion, name: str, finished: bool
) -> None:
    asked = finish(client)
    path = invited(client, asked)
    before = owner_page(client, asked).the("main").words
    stored = everything_stored()
    rater, own = begin_rating(path, name)
    say(rater, own, {"T1": 4})
    if finished:
        rater.post(f"{own}review/")
    page = read(rater.get(f"{own}withdraw/"))
    assert len(page.the("main").each("form", method="post")) == 1
    withdraw(rater, own)
    assert everything_stored() == stored
    assert owner_page(client, asked).the("main").words == before
    assert [alive(own, rater), alive(f"{own}withdraw/", rater), alive(path, rater)] == [False, False, True]
    assert rater.post(f"{own}withdraw/").status_code == 404


def test_what_was_withdrawn_is_remembered_by_its_number_for_when_a_backup_comes_back(
    client: Client, published: CatalogueVersion, settings: Settings
) -> None:
    rater, own = rated(invited(client, finish(client)), {"T1": 4})
    number = view_of(own).uuid
    withdraw(rater, own)
    assert f"assessment.secondview {number}\n" in Path(settings.ERASED_FILE).read_text()


def test_a_rater_is_told_that_it_is_erased(client: Client, published: CatalogueVersion) -> None:
    rater, own = rated(invited(client, finish(client)), {"T1": 4})
    response = rater.post(f"{own}withdraw/", follow=True)
    assert (response.status_code, response.redirect_chain) == (200, [("/en/views/withdrawn/", 302)])
    assert read(response).the("h1").words


# Ends


def test_after_the_last_day_only_who_has_finished_comes_back_to_withdraw(
    client: Client, published: CatalogueVersion
) -> None:
    path = invited(client, finish(client))
    begun, _ = begin_rating(path)[1], None
    rater, own = rated(path, {"T1": 3})
    end_all()
    assert [alive(path), alive(begun), alive(f"{begun}TECH/"), alive(f"{begun}withdraw/")] == [False] * 4
    assert alive(own)
    withdraw(rater, own)
    assert not alive(own)


def test_a_link_works_until_the_end_of_its_last_day(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    path = invited(client, finished, until=timezone.localdate().isoformat())
    end = timezone.localtime(SecondView.objects.get().until)
    assert (end.date(), end.hour, end.minute, end.second) == (timezone.localdate(), 23, 59, 59)
    assert alive(path)


def test_links_end_with_the_secret_link_without_which_nobody_could_read_the_answers(
    client: Client, published: CatalogueVersion
) -> None:
    path = invited(client, finish(client))
    _, begun = begin_rating(path)
    rater, own = rated(path, {"T1": 3})
    Assessment.objects.update(link_until=timezone.now())
    assert [alive(path), alive(begun), alive(own)] == [False, False, True]
    withdraw(rater, own)
    Assessment.objects.update(owner=get_user_model().objects.create_user("ada@example.org"))
    assert [alive(path), alive(begun)] == [True, True]


# How often, and at once


@pytest.mark.parametrize("views", [1, 20])
def test_pages_ask_as_often_for_one_view_as_for_twenty(client: Client, published: CatalogueVersion, views: int) -> None:
    path = invited(client, finish(client))
    for _ in range(views):
        rater, own = rated(path, {"T1": 3})
    other, begun = begin_rating(path)
    counts = []
    stranger = begin_rating(invited(client, finish(client)))[0]
    for browser, page in [
        (Client(), path),
        (stranger, path),
        (rater, own),
        *((other, page) for page in of_rater(begun).values()),
    ]:
        with CaptureQueriesContext(connection) as found:
            browser.get(page)
        counts.append(len(found))
    assert counts == [1, 3, 1, 1, 1, 1, 1]  # the second: the link, whose it is, whether that browser has begun


def begun(finished: Assessment, name: str = "") -> SecondView:
    """What somebody has begun to say, past the pages."""
    until = timezone.now() + timedelta(days=1)
    view = SecondView.objects.begin(SecondView.objects.invite(finished, "Ms Martin", ASKER, until), None, name)
    assert view is not None
    return view


def finished_assessment() -> Assessment:
    version = CatalogueVersion.objects.publish(shipped())
    assessment, _ = Assessment.objects.start(version, "devops", "confirmed", "en")
    assessment.finish()
    Uncounted.objects.all().delete()
    return assessment


def test_ten_finishes_at_once_make_one(separate_connections: None) -> None:
    view = begun(finished_assessment())
    copies = [SecondView.objects.get(pk=view.pk) for _ in range(10)]
    assert sorted(at_once(*(copy.finish for copy in copies))) == [False] * 9 + [True]
    assert SecondView.objects.said_without_names().count() == 1


@pytest.mark.parametrize(("raters", "lots"), [(2, [None] * 2), (3, [1] * 3), (7, [1] * 3 + [2] * 3 + [None])])
def test_raters_who_finish_at_once_make_lots_of_three(
    separate_connections: None, raters: int, lots: list[int | None]
) -> None:
    finished = finished_assessment()
    views = [begun(finished) for _ in range(raters)]
    assert at_once(*(view.finish for view in views)) == [True] * raters
    found = SecondView.objects.said().values_list("lot", flat=True)
    assert sorted(found, key=lambda lot: lot or raters) == lots


def test_two_pages_at_once_are_both_kept(separate_connections: None) -> None:
    view = begun(finished_assessment())
    said: list[Answers] = [{"T1": 1}, {"T2": 2}, {"G1": 3}, {"C1": 4}]
    at_once(*(partial(SecondView.objects.get(pk=view.pk).say, one) for one in said))
    assert SecondView.objects.get(pk=view.pk).answers == {"T1": 1, "T2": 2, "G1": 3, "C1": 4}


def test_an_account_that_begins_twice_at_once_says_one_thing(separate_connections: None) -> None:
    finished = finished_assessment()
    person = get_user_model().objects.create_user("grace@example.org")
    until = timezone.now() + timedelta(days=1)
    invitation = SecondView.objects.invite(finished, "Ms Martin", ASKER, until)
    found = at_once(*(partial(SecondView.objects.begin, invitation, person, "") for _ in range(5)))
    assert {view.pk for view in found if view} == {SecondView.objects.said().get().pk}


@pytest.mark.parametrize("gone", ["view", "assessment"])
@pytest.mark.parametrize("part", ["TECH/", "review/"])
def test_what_was_erased_since_a_request_began_is_a_dead_link(
    client: Client, published: CatalogueVersion, monkeypatch: pytest.MonkeyPatch, gone: str, part: str
) -> None:
    rater, own = begin_rating(invited(client, finish(client)))
    found = view_of(own)
    monkeypatch.setattr(SecondView.objects, "by_link", lambda token: found)
    if gone == "view":
        SecondView.objects.said().delete()
    else:
        Assessment.objects.all().erase()
    if (gone, part) == ("view", "review/"):  # nothing to finish: led back to the link, which is dead
        assert rater.post(own + part).status_code == 302
    else:
        assert rater.post(own + part, {"skill-T1": "3"}).status_code == 404

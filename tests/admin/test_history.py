"""The history in the administration: who did what and when, old and new; to read, never to change."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from assessment.models import CatalogueChange
from assessment.models.drafting import draft_document
from profiles.models import User
from tests.admin.room import HISTORY, column, last_changes, many, now, opened, queries
from tests.editors import fill_draft, form_of, grid_of, list_of, one_of, page_of, row_of, save
from tests.examples import full_document
from tests.people import Element, everything_stored, read, to_sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def draft(db: None) -> None:
    """A draft with no history before the test."""
    fill_draft(full_document())
    CatalogueChange.objects.all().delete()


def page_of_change(change: CatalogueChange | None = None) -> str:
    return f"{HISTORY}{(change or CatalogueChange.objects.all()[0]).pk}/change/"


def old_and_new(page: Element) -> list[list[str]]:
    """The fields of a change, each with what was before and after."""
    return [
        [cell.words for cell in [*row.each("th"), *row.each("td")]]
        for row in page.the("table", class_="changes").each("tr")[1:]
    ]


def rows(client: Client, asked: str = "") -> list[str]:
    """What the list names, the newest first."""
    return column(client, f"{HISTORY}{asked}", "what")


def history_stored() -> list[str]:
    return [line for line in everything_stored().splitlines() if line.startswith("assessment_cataloguechange ")]


# Who, when, what


@pytest.mark.parametrize("group", ["editors", "publishers", "analysts"])
@pytest.mark.parametrize(("language", "day"), [("fr", "4 mars 2026"), ("en", "4 March 2026")])
def test_the_list_says_who_did_what_and_when_the_newest_first(draft: None, group: str, language: str, day: str) -> None:
    ada = one_of("editors", name="Ada")
    save(ada, page_of("skills", "A"), name_en="New name")
    save(ada, grid_of("maker"), **{"weight-A": "1"})
    CatalogueChange.objects.update(at=datetime(2026, 3, 4, 11, 30, tzinfo=UTC))
    client = one_of(group)
    found = {name: column(client, HISTORY, name, language) for name in ("who", "said", "at")}
    assert found["who"] == ["Ada", "Ada"]
    assert found["said"] == ["3 → 1", "A (en) → New name"]
    assert all(day in said and "12:30" in said for said in found["at"])
    assert [what.split(" ", 1)[1] for what in column(client, HISTORY, "what", language)] == ["maker A", "A"]
    assert len(set(column(client, HISTORY, "kind", language))) == 1


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_change_shows_each_field_before_and_after_in_its_language(draft: None, language: str) -> None:
    save(one_of("editors", name="Ada"), page_of("skills", "A"), name_fr="Été", anchor_2_en="I did", other="A\nB")
    page = opened(one_of("analysts"), page_of_change(), language)
    assert [line[1:] for line in old_and_new(page)] == [
        ["A (fr)", "Été"],
        ["A2 en", "I did"],
        ["–", "A, B"],
    ]
    languages = [[cell.attributes.get("lang") for cell in row.each("td")] for row in page.each("tr")[1:]]
    assert languages == [["fr", "fr"], ["en", "en"], [None, None]]
    assert "Ada" in [div.words for div in page.each("div", class_="readonly")]


def test_it_outlives_the_item_and_the_account(draft: None) -> None:
    ada = one_of("editors", name="Ada")
    save(ada, page_of("skills", "B"), name_en="Last words")
    ada.post(page_of("skills", "B").replace("change", "delete"), {"post": "yes"})
    User.objects.get(display_name="Ada").delete()
    client = one_of("analysts")
    assert rows(client) == ["requirement boss B", "requirement maker B", "skill B", "skill B"]
    assert column(client, HISTORY, "who") == ["–"] * 4
    removed = CatalogueChange.objects.get(section="skills", kind="removed")
    found = {line[0]: line[1:] for line in old_and_new(opened(client, page_of_change(removed)))}
    assert found["Name, English"] == ["Last words", "–"]
    assert found["Level 5, French"] == ["B5 fr", "–"]


def test_a_new_order_and_a_salary_are_told_in_words(draft: None) -> None:
    client = one_of("editors")
    keys = [str(row_of("skills", code).pk) for code in "BA"]
    save(client, f"{list_of('skills')}order/", order=keys)
    (moved,) = old_and_new(opened(client, page_of_change()))
    assert moved[1:] == ["A, B", "B, A"]
    save(client, page_of("salaries", "maker new FR offers"), low="31000", consulted="2025-02-01")
    assert {tuple(line[1:]) for line in old_and_new(opened(client, page_of_change()))} == {
        ("30000", "31000"),
        ("2025-01-31", "2025-02-01"),
    }
    assert rows(client)[0] == "salary maker new FR offers"


def test_what_the_command_line_did_is_nobodys(db: None) -> None:
    fill_draft(full_document())
    assert set(column(one_of("analysts"), HISTORY, "who")) == {"–"}


def test_long_values_are_cut_in_the_list_and_whole_on_their_page(draft: None) -> None:
    client = one_of("editors")
    save(client, page_of("missions", "RUN"), text_fr="y" * 2000)
    assert len(column(client, HISTORY, "said")[0]) < 200
    assert old_and_new(opened(client, page_of_change()))[0][2] == "y" * 2000


def test_html_in_values_is_text(draft: None) -> None:
    client = one_of("editors", name=SCRIPT)
    save(client, page_of("skills", "A"), name_fr=SCRIPT, anchor_0_en="<b>bold</b>", other="<i>")
    assert column(client, HISTORY, "who") == [SCRIPT]
    assert SCRIPT in column(client, HISTORY, "said")[0]
    page = opened(client, page_of_change())
    assert [line[2] for line in old_and_new(page)] == [SCRIPT, "<b>bold</b>", "<i>"]
    for address in (HISTORY, page_of_change()):
        scripts = opened(client, address).each("script")
        assert [script for script in scripts if "src" not in script.attributes] == []


# The history of one item


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_button_of_an_item_leads_to_its_own_history(draft: None, language: str) -> None:
    client = one_of("editors")
    save(client, page_of("skills", "A"), name_en="One")
    save(client, page_of("skills", "B"), name_en="Two")
    save(client, page_of("levels", "3"), name_en="Three")
    save(client, page_of("salaries", "maker new FR offers"), source="Four")
    for section, code, said in (
        ("skills", "A", "One"),
        ("skills", "B", "Two"),
        ("levels", "3", "Three"),
        ("salaries", "maker new FR offers", "Four"),
    ):
        (link,) = opened(client, page_of(section, code), language).each("a", class_="historylink")
        answer = client.get(link.attributes["href"])
        assert answer.status_code == 302
        found = column(client, answer.headers["Location"], "said", language)
        assert (len(found), found[0].rpartition(" → ")[2]) == (1, said)
    assert rows(client, "?section__exact=missions&code=RUN") == []


def test_the_history_of_an_item_needs_the_right_to_look(draft: None) -> None:
    address = page_of("skills", "A").replace("change", "history")
    assert one_of().get(address).status_code == 403
    answer = Client().get(address)
    assert (answer.status_code, answer.headers["Location"]) == to_sign_in(address)


# Finding


def test_filters_narrow_it_to_what_who_and_how(draft: None) -> None:
    ada, bob = one_of("editors", name="Ada"), one_of("editors", name="Bob")
    save(ada, page_of("skills", "A"), name_en="One")
    save(bob, page_of("roles", "boss"), name_en="Two")
    save(bob, grid_of("boss"), **{"weight-A": "1", "level-A-new": "1", "level-A-old": "1"})
    client, who = one_of("analysts"), User.objects.get(display_name="Bob").pk
    assert rows(client, f"?by__id__exact={who}") == ["requirement boss A", "role boss"]
    assert rows(client, "?section__exact=skills") == ["skill A"]
    assert rows(client, "?kind__exact=added") == ["requirement boss A"]
    assert rows(client, "?action__exact=import") == []
    assert rows(client, f"?at__year={datetime.now(tz=UTC).year + 5}") == []


def test_only_those_who_changed_something_are_named_among_the_filters(draft: None) -> None:
    save(one_of("editors", name="Ada"), page_of("skills", "A"), name_en="One")
    User.objects.create_user("candidate@example.org", display_name="A candidate")
    one_of("editors", name="Bob")
    page = opened(one_of("analysts"), HISTORY)
    named = [link.words for link in page.each("a") if "by__id__exact=" in link.attributes.get("href", "")]
    assert "candidate" not in page.words
    assert named in ([], ["Ada"])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("fête", ["skill A"]),
        ("fête d’été", ["skill A"]),
        ("Party", ["skill A"]),
        ("party fête", ["skill A"]),
        ("“quoted”", ["role boss"]),
        ('"quoted"', ["role boss"]),
        ("C:\\dir", ["role boss"]),
        ("boss", ["role boss"]),
        ("nowhere", []),
        ("né", []),
    ],
)
def test_search_finds_old_and_new_texts_with_any_letters(draft: None, words: str, found: list[str]) -> None:
    client = one_of("editors")
    save(client, page_of("skills", "A"), name_fr="Une fête d’été", name_en="A party")
    save(client, page_of("roles", "boss"), name_en="“quoted” C:\\dir")
    assert [c.words for c in _found(client, words)] == found


def _found(client: Client, words: str) -> list[Element]:
    return read(client.get(HISTORY, {"q": words})).each("td", class_="field-what")


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("code=%00", 400),
        ("section__exact=%00", 400),
        ("note__regex=(((", 400),
        ("fields__0__old__iregex=x", 400),
        ("by__password__startswith=md5", 400),
        ("by__email=x", 400),
        ("q=%00", 200),
        ("by__id__exact=99999999999999999999999", 400),
        ("by__id__exact=x", 302),
        ("at__year=99999", 400),
        ("at__year=2026&at__month=13", 302),
        ("id__in=x", 302),
        ("p=99999999999999999999", 200),
    ],
)
def test_the_list_stands_whatever_is_asked_of_it(draft: None, asked: str, status: int) -> None:
    save(one_of("editors"), page_of("skills", "A"), name_en="One")
    assert one_of("analysts").get(f"{HISTORY}?{asked}").status_code == status


def test_its_pages_ask_as_often_for_500_changes_by_20_people_as_for_1(db: None) -> None:
    fill_draft(many(2, 1))
    CatalogueChange.objects.exclude(pk=now()).delete()
    client = one_of("analysts")
    pages = [HISTORY, f"{HISTORY}?q=r0", f"{HISTORY}?section__exact=salaries", page_of_change()]
    CatalogueChange.objects.update(by=User.objects.create_user("0@example.org"))
    one = [queries(client, page) for page in pages]
    people = [User.objects.create_user(f"{number}@example.org") for number in range(1, 21)]
    like = CatalogueChange.objects.all()[0]
    for number in range(499):
        at = like.at - timedelta(days=number)
        CatalogueChange.objects.create(at=at, by=people[number % 20], section="salaries", code="r0", fields=like.fields)
    assert CatalogueChange.objects.count() == 500
    assert (one, [queries(client, page) for page in pages]) == ([11, 11, 11, 7], [11, 11, 11, 7])


# Never to change


@pytest.mark.parametrize("who", ["root", "editors", "publishers", "analysts"])
def test_nobody_adds_changes_or_deletes_by_any_method(draft: None, who: str) -> None:
    save(one_of("editors", name="Ada"), page_of("skills", "A"), name_en="One")
    client = one_of(who)
    User.objects.filter(email="root@example.org").update(is_superuser=True)
    before, change = history_stored(), CatalogueChange.objects.all()[0]
    forged: dict[str, Any] = {"post": "yes", "code": "Z", "note": "x", "by": "", "fields": "[]", "at_0": "2020-01-01"}
    refused = [f"{HISTORY}add/", f"{HISTORY}{change.pk}/delete/"]
    for method in ("get", "post", "put", "delete", "patch"):
        assert [getattr(client, method)(address, forged).status_code for address in refused] == [403, 403]
    for extra in ({}, {"_saveasnew": "1"}, {"_continue": "1"}):
        assert client.post(page_of_change(), forged | extra).status_code == 403
    for method in ("put", "delete", "patch"):
        getattr(client, method)(page_of_change(), forged)
        getattr(client, method)(HISTORY, forged)
    client.post(HISTORY, {"action": "delete_selected", "_selected_action": [change.pk], "post": "yes"})
    client.post(HISTORY, {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1", "form-0-id": change.pk, "_save": "1"})
    assert history_stored() == before
    assert opened(client, page_of_change()).each("input", type="submit") == []
    assert opened(client, HISTORY).each("select", name="action") == []


def test_what_the_administration_logs_itself_is_nothing(draft: None) -> None:
    client = one_of("editors")
    save(client, page_of("skills", "A"), name_en="One")
    save(client, f"{list_of('missions')}add/", code="NEW")
    client.post(page_of("missions", "NEW").replace("change", "delete"), {"post": "yes"})
    assert [line for line in everything_stored().splitlines() if line.startswith("django_admin_log ")] == []


# Who may


def test_a_stranger_is_sent_to_sign_in_and_staff_without_the_right_get_403(draft: None, client: Client) -> None:
    save(one_of("editors"), page_of("skills", "A"), name_en="One")
    delete_page = f"{HISTORY}{CatalogueChange.objects.all()[0].pk}/delete/"
    for address in (HISTORY, page_of_change(), f"{HISTORY}add/", delete_page):
        for method in ("get", "post"):
            answer = getattr(client, method)(address)
            assert (answer.status_code, answer.headers["Location"]) == to_sign_in(address)
            assert getattr(one_of(), method)(address).status_code == 403


def test_what_was_refused_is_in_no_history(draft: None) -> None:
    since = now()
    client = one_of("editors")
    save(client, page_of("skills", "A"), name_en="x" * 121)
    save(client, grid_of("maker"), **{"weight-A": "9"})
    one_of("analysts").post(page_of("skills", "A"), form_of(client, page_of("skills", "A")) | {"name_en": "X"})
    assert (last_changes(since), draft_document()) == ([], full_document() | {"format": draft_document()["format"]})

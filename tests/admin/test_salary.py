"""The form of a salary: verified or to complete, never 0, never a source that is no web address."""

from typing import Any

import pytest
from django.test import Client

from assessment.models import DraftSalary
from assessment.models.drafting import draft_document
from tests.admin.room import address_to_add, beside, last_changes, now, opened, typed
from tests.editors import fill_draft, form_of, list_of, one_of, page_of, row_of, save
from tests.examples import full_document, tiny_salary
from tests.people import read

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]

PAGE = "maker new FR offers"
FACTS = ["low", "high", "year", "address", "consulted"]


@pytest.fixture
def editor(db: None) -> Client:
    fill_draft(full_document())
    return one_of("editors")


def new(**changes: Any) -> dict[str, Any]:
    """What is typed of a salary that is verified."""
    rows = {"role": row_of("roles", "boss").pk, "grade": row_of("grades", "old").pk}
    known = tiny_salary() | rows | {"population_fr": "Tout le pays", "population_en": "The whole country"}
    del known["population"]
    return known | changes


def refused(client: Client, **changes: Any) -> dict[str, list[str]]:
    """Save the salary there is with these changes, which store nothing; the errors by field."""
    before, since = draft_document(), now()
    page = read(save(client, page_of("salaries", PAGE), **changes))
    assert (draft_document(), last_changes(since)) == (before, [])
    ids = [errors.attributes["id"] for errors in page.each("ul", class_="errorlist")]
    names = [found.removeprefix("id_").removesuffix("_error") for found in ids]
    return {name: beside(page, name) for name in names}


def test_a_verified_salary_goes_to_the_document_and_back(editor: Client) -> None:
    since = now()
    answer = save(editor, address_to_add("salaries"), **new())
    assert (answer.status_code, answer.headers["Location"]) == (302, list_of("salaries"))
    document = draft_document()
    assert document["salaries"] == [tiny_salary(), tiny_salary(role="boss", grade="old")]
    assert [change[:3] for change in last_changes(since)] == [("added", "salaries", "boss old FR offers")]
    keys = [row.pk for row in DraftSalary.objects.all()]
    fill_draft(document)
    assert (draft_document(), [row.pk for row in DraftSalary.objects.all()]) == (document, keys)


def test_a_salary_to_complete_asks_for_nothing_but_role_grade_and_source(editor: Client) -> None:
    blank = dict.fromkeys([*FACTS, "basis", "population_fr", "population_en"], "")
    assert save(editor, address_to_add("salaries"), **new(status="to_complete", **blank)).status_code == 302
    unknown = dict.fromkeys([*FACTS, "basis", "population"])
    assert draft_document()["salaries"][1] == tiny_salary(role="boss", grade="old", status="to_complete", **unknown)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("field", FACTS)
def test_a_verified_salary_needs_each_of_its_facts(editor: Client, field: str, language: str) -> None:
    editor.defaults["HTTP_ACCEPT_LANGUAGE"] = language
    found = refused(editor, **{field: ""})
    assert found.keys() == {field}
    assert found[field][0][0].isupper()


def test_everything_that_is_missing_is_told_at_once(editor: Client) -> None:
    assert refused(editor, **dict.fromkeys(FACTS, "")).keys() == set(FACTS)


@pytest.mark.parametrize("status", ["verified", "to_complete"])
@pytest.mark.parametrize("amount", ["0", "-1", "10000001", "9" * 30, "1.5", "x", "1e5", "٠", "\0", "NaN"])
def test_no_salary_is_nothing_or_less(editor: Client, amount: str, status: str) -> None:
    assert refused(editor, low=amount, high=amount, status=status).keys() == {"low", "high"}


def test_an_amount_that_is_none_is_told_once_not_as_missing_too(editor: Client) -> None:
    assert len(refused(editor, low="x")["low"]) == 1


def test_an_amount_may_be_typed_with_the_figures_of_any_script(editor: Client) -> None:
    assert save(editor, page_of("salaries", PAGE), low="٣٠٠٠٠").status_code == 302
    assert draft_document()["salaries"][0]["low"] == 30_000


@pytest.mark.parametrize("status", ["verified", "to_complete"])
def test_the_low_end_is_not_above_the_high_end(editor: Client, status: str) -> None:
    found = refused(editor, low="40001", high="40000", status=status)
    assert found.keys() == {"high"}
    assert ("40001" in found["high"][0], "40000" in found["high"][0]) == (True, True)
    assert save(editor, page_of("salaries", PAGE), low="40000", high="40000").status_code == 302


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "JAVASCRIPT:alert(1)//https://example.org",
        "//example.org",
        "ftp://example.org",
        "example.org",
        "https://",
        "https://exa mple.org",
        'https://example.org/"onmouseover="x',
        "https://example.org/<b>",
        "https://example.org/\njavascript:alert(1)",
        "https://" + "x" * 600,
    ],
)
def test_only_a_web_address_is_a_source(editor: Client, address: str) -> None:
    assert refused(editor, address=address).keys() == {"address"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("currency", "eur"),
        ("currency", "EURO"),
        ("currency", ""),
        ("country", "fr"),
        ("country", "FRA"),
        ("year", "1989"),
        ("year", "2201"),
        ("year", "x"),
        ("consulted", "31/31/2024"),
        ("consulted", "soon"),
        ("status", "certain"),
        ("basis", "rumour"),
        ("source", ""),
        ("source", "a\x01b"),
        ("source", "x" * 201),
        ("role", ""),
        ("role", "99999999999999999999"),
        ("grade", "x"),
        ("population_fr", "x" * 301),
    ],
)
def test_a_wrong_value_is_refused_beside_its_field(editor: Client, field: str, value: str) -> None:
    assert field in refused(editor, **{field: value})


@pytest.mark.parametrize(("language", "date"), [("fr", "03/04/2025"), ("en", "03/04/2025"), ("en", "2025-04-03")])
def test_a_date_is_typed_as_the_page_shows_it(editor: Client, language: str, date: str) -> None:
    editor.defaults["HTTP_ACCEPT_LANGUAGE"] = language
    answer = save(editor, page_of("salaries", PAGE), consulted=date)
    assert answer.status_code == 302, beside(read(answer), "consulted")
    assert draft_document()["salaries"][0]["consulted"] == "2025-04-03"
    shown = typed(opened(editor, page_of("salaries", PAGE), language), "consulted")
    assert save(editor, page_of("salaries", PAGE), consulted=shown, source="Again").status_code == 302
    assert draft_document()["salaries"][0]["consulted"] == "2025-04-03"


def test_the_list_filters_by_role_grade_country_and_status(editor: Client) -> None:
    save(editor, address_to_add("salaries"), **new(country="CH", status="to_complete"))
    keys = {"maker": row_of("roles", "maker").pk, "old": row_of("grades", "old").pk}
    asked = {
        "role__id__exact={maker}": ["maker"],
        "grade__id__exact={old}": ["boss"],
        "country=CH": ["boss"],
        "status__exact=verified": ["maker"],
        "country=CH&status__exact=verified": [],
    }
    found = {}
    for query in asked:
        page = opened(editor, f"{list_of('salaries')}?{query.format(**keys)}")
        found[query] = [cell.words.split(" ")[0] for cell in page.each("th", class_="field-role nowrap")]
    assert found == asked


def test_a_second_record_of_the_same_kind_waits_for_the_check(editor: Client) -> None:
    rows = {"role": row_of("roles", "maker").pk, "grade": row_of("grades", "new").pk}
    assert save(editor, address_to_add("salaries"), **new(**rows, low="1")).status_code == 302
    assert [salary["low"] for salary in draft_document()["salaries"]] == [30_000, 1]


def test_an_import_leaves_the_form_of_a_salary_as_new_as_it_was(editor: Client) -> None:
    bob = one_of("editors", name="bob")
    address = page_of("salaries", PAGE)
    sent = form_of(bob, address)
    document = draft_document()
    document["skills"][0]["name"]["en"] = "Renamed"
    fill_draft(document)
    assert bob.post(address, sent | {"source": "By Bob"}).status_code == 302
    assert [salary["source"] for salary in draft_document()["salaries"]] == ["By Bob"]


def test_deleting_a_role_or_a_grade_takes_its_salaries_along(editor: Client) -> None:
    since = now()
    editor.post(page_of("grades", "new").replace("change", "delete"), {"post": "yes"})
    assert ("removed", "salaries", PAGE) in [change[:3] for change in last_changes(since)]
    assert draft_document()["salaries"] == []

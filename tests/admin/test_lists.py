"""The lists of the draft: what they say, find and filter, and how often the pages of the draft ask the database."""

from typing import Any

import pytest

from assessment.models.drafting import SECTIONS
from tests.admin.room import column, many, opened, queries
from tests.editors import fill_draft, grid_of, list_of, one_of, row_of
from tests.examples import full_document, tiny_document, tiny_role, tiny_skill
from tests.people import read

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]

NAMED = ["levels", "missions", "competencies", "skills", "grades", "roles"]


@pytest.fixture
def draft(db: None) -> None:
    fill_draft(full_document())


# What they say


@pytest.mark.parametrize(("language", "name"), [("fr", "DevOps (fr)"), ("en", "DevOps (en)")])
def test_lists_name_their_items_in_the_language_of_the_page(db: None, language: str, name: str) -> None:
    document = full_document()
    for section in NAMED:
        document[section][0]["name"] = {"fr": "DevOps (fr)", "en": "DevOps (en)"}
    document["levels"][0]["anchor"] = {"fr": "Ancre zéro", "en": "Anchor zero"}
    fill_draft(document)
    client = one_of("analysts")
    named = {section: column(client, list_of(section), "name", language)[0] for section in NAMED}
    assert named == dict.fromkeys(NAMED, name)
    assert column(client, list_of("skills"), "competency", language)[0] == f"HAND – {name}"
    assert column(client, list_of("roles"), "extends", language) == ["-", f"maker – {name}"]
    assert column(client, list_of("salaries"), "role", language) == [f"maker – {name}"]
    assert column(client, list_of("salaries"), "grade", language) == [f"new – {name}"]
    assert (
        column(client, list_of("levels"), "anchor", language)[0] == {"fr": "Ancre zéro", "en": "Anchor zero"}[language]
    )


def test_a_name_that_is_missing_in_one_language_is_said_in_the_other(db: None) -> None:
    document = full_document()
    document["competencies"][0]["name"] = {"fr": "", "en": "Only in English"}
    document["competencies"][1]["name"] = {"fr": "", "en": ""}
    fill_draft(document)
    found = column(one_of("analysts"), list_of("skills"), "competency", "fr")
    assert found == ["HAND – Only in English", "HEAD"]


def test_lists_count_the_skills_of_a_competency_and_the_requirements_of_a_role_and_a_skill(draft: None) -> None:
    client = one_of("analysts")
    assert column(client, list_of("competencies"), "skills") == ["1", "1"]
    assert column(client, list_of("roles"), "required") == ["2", "1"]
    assert column(client, list_of("skills"), "required") == ["1", "2"]


def test_lists_are_in_the_order_of_the_catalogue_and_sort_by_a_column(draft: None) -> None:
    client = one_of("analysts")
    assert column(client, list_of("skills")) == ["A", "B"]
    assert column(client, f"{list_of('skills')}?o=-0") == ["B", "A"]
    assert column(client, f"{list_of('skills')}?o=-3") == ["B", "A"]
    assert column(client, f"{list_of('roles')}?o=3") == ["boss", "maker"]
    assert column(client, f"{list_of('competencies')}?o=-0") == ["HEAD", "HAND"]


# How often they ask the database, the session, the user, their factor and their rights (5) included

QUERIES = {
    "levels": {"list": 8, "search": 8, "form": 8},
    "missions": {"list": 8, "search": 8, "form": 8, "order": 6, "add": 5, "delete": 7},
    "competencies": {"list": 8, "search": 8, "form": 8, "order": 6, "add": 5, "delete": 7},
    "skills": {"list": 10, "search": 10, "form": 11, "order": 6, "add": 8, "delete": 7},
    "grades": {"list": 8, "search": 8, "form": 8, "order": 6, "add": 5, "delete": 7},
    "roles": {"list": 8, "search": 8, "form": 10, "order": 6, "add": 7, "delete": 9},
    "salaries": {"list": 11, "search": 11, "form": 10, "order": 6, "add": 7, "delete": 6},
}
PAGES = {"list": "", "search": "?q=r", "form": "{}/change/", "order": "order/", "add": "add/", "delete": "{}/delete/"}
FILTERS = [
    "competency__id__exact={competency}",
    "origin__exact=added",
    "missing=fr",
    "missing=en",
    "missing=any",
    "retired__exact=0",
    "weight=3",
    "role={role}",
    "role={role}&weight=3&missing=any&q=level",
]
SIZES = [(1, 1), (2, 1), (200, 20)]


@pytest.mark.parametrize(("skills", "others"), SIZES)
def test_pages_ask_as_often_however_much_there_is(db: None, skills: int, others: int) -> None:
    fill_draft(many(skills, others))
    client, first = one_of("editors"), {section: SECTIONS[section].objects.all()[0].pk for section in QUERIES}
    wanted = {(section, page): count for section, pages in QUERIES.items() for page, count in pages.items()}
    found = {(of, page): queries(client, f"{list_of(of)}{PAGES[page].format(first[of])}") for of, page in wanted}
    assert found == wanted


@pytest.mark.parametrize(("skills", "others"), SIZES)
def test_a_filter_costs_nothing(db: None, skills: int, others: int) -> None:
    fill_draft(many(skills, others))
    client = one_of("editors")
    keys = {"competency": row_of("competencies", "C0").pk, "role": row_of("roles", "r0").pk}
    found = {asked: queries(client, f"{list_of('skills')}?{asked.format(**keys)}") for asked in FILTERS}
    assert found == dict.fromkeys(FILTERS, QUERIES["skills"]["list"])


@pytest.mark.parametrize(("skills", "others"), SIZES)
def test_a_grid_asks_as_often_however_many_roles_are_extended(db: None, skills: int, others: int) -> None:
    fill_draft(many(skills, others))
    client = one_of("editors")
    addresses = [grid_of("r0"), grid_of(f"r{others - 1}"), f"{grid_of('r0')}?competency=C0"]
    assert [queries(client, address) for address in addresses] == [11, 11, 11]


# Search and filters

WORDS = [f"mot{level}{language}" for level in range(6) for language in ("fr", "en")]


def worded_document() -> dict[str, Any]:
    """The full catalogue, in which every anchor of the skill A holds a word that stands nowhere else."""
    document = full_document()
    anchors = document["skills"][0]["anchors"]
    for language in ("fr", "en"):
        anchors[language] = [f"J’ai déjà fait mot{level}{language} à l’été" for level in range(6)]
    return document


@pytest.mark.parametrize("language", ["fr", "en"])
def test_search_finds_a_word_of_any_sentence_in_both_languages(db: None, language: str) -> None:
    fill_draft(worded_document())
    client = one_of("analysts")
    found = {word: column(client, f"{list_of('skills')}?q={word.upper()}", language=language) for word in WORDS}
    assert found == {word: ["A"] for word in WORDS}


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("mot3fr mot2en", ["A"]),
        ("mot3fr B2", []),
        ("déjà", ["A"]),
        ("l’été", ["A"]),
        ("(en)", ["A", "B"]),
        ("b (fr)", ["B"]),
        ("100%", []),
        ("_", []),
        ("'; DROP TABLE", []),
        ("x" * 5000, []),
    ],
)
def test_search_finds_all_words_wherever_they_stand(db: None, words: str, codes: list[str]) -> None:
    fill_draft(worded_document())
    client = one_of("analysts")
    response = client.get(list_of("skills"), {"q": words})
    assert [c.words for c in read(response).each("th", class_="field-code")] == codes


@pytest.mark.parametrize(
    ("section", "words", "found"),
    [
        ("levels", "Anchor 4 (fr)", ["4"]),
        ("missions", "About RUN (fr)", ["RUN"]),
        ("competencies", "HEAD (en)", ["HEAD"]),
        ("grades", "About old", ["old"]),
        ("roles", "boss definition (fr)", ["boss"]),
        ("salaries", "Tout le pays", ["maker – maker name (en)"]),
    ],
)
def test_the_other_lists_are_searched_too(draft: None, section: str, words: str, found: list[str]) -> None:
    response = one_of("analysts").get(list_of(section), {"q": words})
    rows = [row.each("th")[0].words for row in read(response).the("table", id="result_list").each("tr")[1:]]
    assert rows == found


def filtered_document() -> dict[str, Any]:
    """Four skills that each filter cuts in its own way, and two roles."""
    skills = [tiny_skill("A", "HAND"), tiny_skill("B", "HEAD"), tiny_skill("C", "HEAD"), tiny_skill("D", "HAND")]
    skills[0]["origin"] = "source"
    skills[1]["anchors"]["fr"][4] = ""
    skills[2]["name"]["en"] = ""
    skills[3] |= {"retired": True, "replaced_by": ["A"]}
    roles = [tiny_role("maker", A=(3, 2, 4), B=(1, 1, 2)), tiny_role("boss", "maker", B=(3, 3, 3), C=(2, 1, 1))]
    return tiny_document(skills=skills, roles=roles)


@pytest.mark.parametrize(
    ("asked", "codes"),
    [
        ("competency__id__exact={HEAD}", "BC"),
        ("origin__exact=source", "A"),
        ("origin__exact=added", "BCD"),
        ("missing=fr", "B"),
        ("missing=en", "C"),
        ("missing=any", "BC"),
        ("missing=nothing", "ABCD"),
        ("retired__exact=1", "D"),
        ("retired__exact=0", "ABC"),
        ("weight=1", "B"),
        ("weight=2", "C"),
        ("weight=3", "AB"),
        ("role={maker}", "AB"),
        ("role={boss}", "BC"),
        ("role={maker}&weight=3", "A"),
        ("role={boss}&weight=1", ""),
        ("role={boss}&weight=3", "B"),
        ("role={boss}&missing=en&competency__id__exact={HEAD}", "C"),
        ("weight=3&q=B", "B"),
        ("weight=nine", "ABCD"),
        ("weight=9", ""),
        ("role=nobody", "ABCD"),
        ("role=999999999", ""),
    ],
)
def test_filters_narrow_the_list_to_the_right_rows(db: None, asked: str, codes: str) -> None:
    fill_draft(filtered_document())
    keys = {"HEAD": row_of("competencies", "HEAD").pk}
    keys |= {code: row_of("roles", code).pk for code in ("maker", "boss")}
    assert column(one_of("analysts"), f"{list_of('skills')}?{asked.format(**keys)}") == list(codes)


@pytest.mark.parametrize(("language", "role"), [("fr", "maker – maker name (fr)"), ("en", "maker – maker name (en)")])
def test_filters_are_named_in_the_language_of_the_page(draft: None, language: str, role: str) -> None:
    page = opened(one_of("analysts"), list_of("skills"), language)
    links = {link.words: link.attributes["href"] for link in page.the("nav", id="changelist-filter").each("a")}
    assert links[role] == f"?role={row_of('roles', 'maker').pk}"
    assert links[f"HEAD – HEAD ({language})"] == f"?competency__id__exact={row_of('competencies', 'HEAD').pk}"
    assert len({link for link in links.values() if "missing=" in link}) == 3
    assert len({link for link in links.values() if "weight=" in link}) == 3


@pytest.mark.parametrize(
    ("section", "asked", "found"),
    [
        ("missions", "missing=fr", ["RUN"]),
        ("missions", "missing=en", []),
        ("grades", "missing=en", ["old"]),
        ("grades", "missing=any", ["old"]),
        ("roles", "missing=fr", ["boss"]),
        ("roles", "origin__exact=source", []),
    ],
)
def test_other_lists_filter_what_is_missing_too(db: None, section: str, asked: str, found: list[str]) -> None:
    document = full_document()
    document["missions"][0]["text"]["fr"] = ""
    document["grades"][1]["name"]["en"] = ""
    document["roles"][1]["part"]["fr"] = ""
    fill_draft(document)
    assert column(one_of("analysts"), f"{list_of(section)}?{asked}") == found


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("code__regex=(((", 400),
        ("name_fr__iregex=(a%2B)%2B$", 400),
        ("competency__name_fr__regex=[", 400),
        ("code=%00", 400),
        ("origin__exact=%00", 400),
        ("q=%00", 200),
        ("missing=%00", 400),
        ("competency__id__exact=99999999999999999999999", 400),
        ("role=99999999999999999999999", 400),
        ("competency__id__exact=x", 302),
        ("retired__exact=7", 302),
        ("nothing=1", 302),
        ("competency__missions__x=1", 302),
        ("p=99999999999999999999", 200),
        ("o=9.9.x", 200),
        ("_popup=1&_to_field=nothing", 400),
    ],
)
def test_a_list_stands_whatever_is_asked_of_it(draft: None, asked: str, status: int) -> None:
    assert one_of("analysts").get(f"{list_of('skills')}?{asked}").status_code == status

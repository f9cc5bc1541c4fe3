"""The check page: every error and every remark there can be, each with the way to the field that mends it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from django.utils.text import capfirst

from assessment.catalogue import advice, check
from assessment.catalogue.shape import MISSING_TEXT
from assessment.models import (
    CatalogueVersion,
    DraftGrade,
    DraftMission,
    DraftRequirement,
    DraftRole,
    DraftSalary,
)
from assessment.models.drafting import SECTIONS
from tests.editors import CATALOGUE, fill_draft, grid_of, list_of, one_of, page_of, row_of, save
from tests.examples import GONE, changed, full_document, tiny_role, tiny_salary, tiny_skill
from tests.people import Element, everything_stored, read, section

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
PAGE = f"{CATALOGUE}check/"
EXTRA = {"code": "ZEN", "name": {"fr": "Zen", "en": "Zen"}, "text": {"fr": "Rien", "en": "None"}, "origin": "added"}


@pytest.fixture
def editor() -> Client:
    return one_of("editors")


def lines(client: Client, part: str, language: str = "en") -> list[Element]:
    """The lines of the section "errors" or "warnings"."""
    response = client.get(PAGE, headers={"Accept-Language": language})
    assert response.status_code == 200
    return section(read(response), part).each("li")


def links(client: Client, part: str) -> list[str]:
    """Where the lines lead; each has one link and says what is wrong."""
    found = lines(client, part)
    assert all(line.the("span").words for line in found)
    return [line.the("a").attributes["href"] for line in found]


def leads(client: Client, address: str) -> bool:
    """Whether a link leads to a page that holds what it points at."""
    path, _, fragment = address.partition("#")
    response = client.get(path)
    found = [element for element in read(response)._inside() if element.attributes.get("id") == fragment]
    return response.status_code == 200 and (not fragment or len(found) == 1)


def field(section: str, code: str, name: str = "") -> Callable[[], str]:
    """The address of a field of an item; of its page, without a name."""
    return lambda: page_of(section, code) + (f"#id_{name}" if name else "")


def cell(role: str, name: str = "", competency: str = "") -> Callable[[], str]:
    """The address of a choice in the grid of a role."""
    asked = f"?competency={competency}" if competency else ""
    return lambda: grid_of(role) + asked + (f"#{name}" if name else "")


BOTH = ("fr", "en")
# what a draft may hold for a while -> the text of the error, and where it is mended
Wrong = tuple[str, dict[str, Any], str, Callable[[], str]]
MISSING: list[Wrong] = [
    (f"{section}.{at}.{name}.{language}", {f"{section}.{at}.{name}.{language}": ""}, MISSING_TEXT, where)
    for section, at, code, names in (
        ("levels", 2, "2", ("name", "anchor")),
        ("missions", 0, "RUN", ("name", "text")),
        ("competencies", 1, "HEAD", ("name", "text")),
        ("grades", 1, "old", ("name", "text")),
        ("skills", 1, "B", ("name",)),
        ("roles", 1, "boss", ("name", "summary", "definition", "part")),
    )
    for name in names
    for language in BOTH
    for where in [field(section, code, f"{name}_{language}")]
]
ANCHORS: list[Wrong] = [
    (f"anchor {level} {language}", {f"skills.0.anchors.{language}.{level}": text}, said, where)
    for language in BOTH
    for level, text, said in (
        (0, "", MISSING_TEXT),
        (3, " ", MISSING_TEXT),
        (5, f"A2 {language}", check.SAME_TEXT),
    )
    for where in [field("skills", "A", f"anchor_{level}_{language}")]
]
SALARY = "maker new FR offers"
SALARIES: list[Wrong] = [
    *(
        (f"salary {name}", {f"salaries.0.{name}": None}, check.UNVERIFIED, field("salaries", SALARY, name))
        for name in ("low", "high", "year", "address", "consulted")
    ),
    ("salary source", {"salaries.0.source": ""}, MISSING_TEXT, field("salaries", SALARY, "source")),
    *(
        (f"salary {language}", {f"salaries.0.population.{language}": ""}, MISSING_TEXT, where)
        for language in BOTH
        for where in [field("salaries", SALARY, f"population_{language}")]
    ),
    ("high below low", {"salaries.0.low": 50_000}, check.LOW_ABOVE_HIGH, field("salaries", SALARY, "high")),
]
SAME = {"fr": "Level 1 (fr)", "en": "Other"}
OTHERS: list[Wrong] = [
    ("two level names", {"levels.4.name": SAME}, check.SAME_TEXT, field("levels", "4", "name_fr")),
    ("two level anchors", {"levels.4.anchor.en": "anchor 0  (EN)"}, check.SAME_TEXT, field("levels", "4", "anchor_en")),
    (
        "no level",
        {"roles.1.requirements.B.levels.old": GONE},
        check.MISSING_LEVEL,
        cell("boss", "level-B-old", "HEAD"),
    ),
    (
        "a level that falls",
        {"roles.0.requirements.A.levels.old": 1},
        check.FALLS,
        cell("maker", "level-A-old", "HAND"),
    ),
    ("nothing asked", {"roles.1": {**tiny_role("boss")}}, check.ASKS_NOTHING, cell("boss")),
    (
        "an empty competency",
        {"competencies": [*full_document()["competencies"], EXTRA]},
        check.EMPTY_COMPETENCY,
        field("competencies", "ZEN"),
    ),
    (
        "a successor that is retired",
        {"skills.0.retired": True, "skills.0.replaced_by": ["B"], "skills.1.retired": True},
        check.REPLACED_BY_RETIRED,
        field("skills", "A", "replaced_by"),
    ),
]
UNFINISHED = MISSING + ANCHORS + SALARIES + OTHERS


def test_every_error_that_a_draft_may_have_is_tried() -> None:
    same = {check.SAME_SALARY}  # below: two records with one name need an address each
    assert {said for _, _, said, _ in UNFINISHED} | same == check.UNFINISHED


@pytest.mark.parametrize(("changes", "said", "where"), [w[1:] for w in UNFINISHED], ids=[w[0] for w in UNFINISHED])
def test_an_error_is_one_line_that_leads_to_its_field(
    editor: Client, changes: dict[str, Any], said: str, where: Callable[[], str]
) -> None:
    document = changed(changes)
    expected = [fault for fault in check.check(document) if fault.text == said]
    fill_draft(document)
    found = [link for link in links(editor, "errors") if link == where()]
    assert (len(expected), len(found)) == (1, 1)
    assert leads(editor, found[0])


def test_two_salaries_of_the_same_kind_are_one_line_that_leads_to_the_second(editor: Client) -> None:
    fill_draft(changed({"salaries": [tiny_salary(), tiny_salary(source="Another")]}))
    (found,) = links(editor, "errors")
    assert found == f"{list_of('salaries')}{DraftSalary.objects.get(source='Another').pk}/change/"
    assert leads(editor, found)


# what no form and no file lets in, but another path to the database may: a row, its columns, the field that mends it
STORED: list[tuple[str, str, dict[str, Any], str]] = [
    ("levels", "3", {"name_en": "a\x01b"}, "name_en"),
    ("missions", "RUN", {"text_fr": "two\x85lines"}, "text_fr"),
    ("skills", "B", {"anchor_4_en": "two\u2028lines"}, "anchor_4_en"),
    ("skills", "B", {"esco": "http://data.europa.eu/esco/1\nhttp://elsewhere.example/2"}, "esco"),
    ("skills", "B", {"sfia": "prog"}, "sfia"),
    ("skills", "B", {"dora": "Not a capability"}, "dora"),
    ("skills", "B", {"other": "x" * 201}, "other"),
    ("skills", "B", {"replaced_by": ["A"]}, "replaced_by"),
    ("skills", "B", {"retired": True, "replaced_by": ["GONE"]}, "replaced_by"),
    ("skills", "B", {"retired": True, "replaced_by": ["A", "A"]}, "replaced_by"),
    ("roles", "boss", {"missions": ["RUN", "RUN"]}, "missions"),
    ("roles", "boss", {"missions": ["GONE"]}, "missions"),
    ("roles", "boss", {"code": "Boss"}, "code"),
    ("competencies", "HEAD", {"code": "head"}, "code"),
    ("salaries", SALARY, {"currency": "eur"}, "currency"),
    ("salaries", SALARY, {"country": "F"}, "country"),
    ("salaries", SALARY, {"address": "ftp://example.org"}, "address"),
    ("salaries", SALARY, {"year": 1989}, "year"),
    ("salaries", SALARY, {"high": 10_000_001}, "high"),
    ("salaries", SALARY, {"population_en": "a\x7fb"}, "population_en"),
]


@pytest.mark.parametrize(("section", "code", "columns", "name"), STORED, ids=[f"{s[0]} {s[2]}"[:60] for s in STORED])
def test_what_came_in_another_way_leads_to_its_field_too(
    editor: Client, section: str, code: str, columns: dict[str, Any], name: str
) -> None:
    fill_draft(full_document())
    row = row_of(section, code)
    type(row).objects.filter(pk=row.pk).update(**columns)
    where = f"{list_of(section)}{row.pk}/change/#id_{name}"
    assert where in links(editor, "errors")
    assert all(leads(editor, link) for link in links(editor, "errors"))


def test_a_role_that_extends_itself_leads_to_the_role_it_extends(editor: Client) -> None:
    fill_draft(full_document())
    boss = DraftRole.objects.get(code="boss")
    DraftRole.objects.filter(code="maker").update(extends=boss)
    found = links(editor, "errors")
    assert found == [field("roles", code, "extends")() for code in ("maker", "boss")]
    assert all(leads(editor, link) for link in found)


@pytest.mark.parametrize(
    ("columns", "choice"), [({"levels": {"new": 9, "old": 9}}, "level-A-new"), ({"levels": {"old": 1}}, "level-A-new")]
)
def test_a_level_that_cannot_be_leads_to_its_choice(editor: Client, columns: dict[str, Any], choice: str) -> None:
    fill_draft(full_document())
    DraftRequirement.objects.filter(role__code="maker", skill__code="A").update(**columns)
    found = links(editor, "errors")
    assert found[0] == cell("maker", choice, "HAND")()
    assert all(leads(editor, link) for link in found)


def test_a_grade_that_came_leads_to_the_empty_choices_it_made(editor: Client) -> None:
    draft = full_document()
    draft["grades"].append({**EXTRA, "code": "sage"})
    fill_draft(draft)
    wanted = [cell("maker", "level-A-sage", "HAND")(), cell("maker", "level-B-sage", "HEAD")()]
    assert links(editor, "errors") == [*wanted, cell("boss", "level-B-sage", "HEAD")()]
    assert all(leads(editor, link) for link in links(editor, "errors"))


def test_a_grade_that_went_leads_to_the_rows_that_name_it_and_saving_them_mends_it(editor: Client) -> None:
    fill_draft(full_document())
    DraftGrade.objects.filter(code="old").delete()
    found = links(editor, "errors")
    wanted = [cell("maker", "weight-A", "HAND")(), cell("maker", "weight-B", "HEAD")()]
    assert found == [*wanted, cell("boss", "weight-B", "HEAD")()]
    assert all(leads(editor, link) for link in found)
    for link in found:
        assert save(editor, link.partition("#")[0]).status_code == 302
    assert lines(editor, "errors") == []


def test_a_mission_that_went_leads_to_the_roles_that_name_it(editor: Client) -> None:
    draft = full_document()
    draft["missions"].append({**EXTRA, "code": "GONE"})
    draft["roles"][1]["missions"].append("GONE")
    fill_draft(draft)
    DraftMission.objects.filter(code="GONE").delete()
    assert links(editor, "errors") == [field("roles", "boss", "missions")()]
    assert leads(editor, links(editor, "errors")[0])


@pytest.mark.parametrize("name", ["levels", "missions", "competencies", "skills", "grades", "roles"])
def test_a_section_without_items_leads_to_its_list(editor: Client, name: str) -> None:
    fill_draft(full_document())
    DraftRole.objects.update(extends=None)
    for other in ("roles", "skills", name):
        SECTIONS[other].objects.all().delete()
    found = links(editor, "errors")
    assert list_of(name) in found
    assert all(leads(editor, link) for link in found)


def test_an_empty_draft_leads_to_every_list(editor: Client) -> None:
    found = links(editor, "errors")
    assert found == [list_of(name) for name in SECTIONS if name != "salaries"]
    assert (lines(editor, "warnings"), [leads(editor, link) for link in found]) == ([], [True] * 6)


def test_a_grid_too_large_for_one_form_is_opened_where_the_choice_is(editor: Client) -> None:
    draft = full_document()
    draft["skills"] += [tiny_skill(f"X{number}", "HEAD") for number in range(300)]
    draft["roles"][0]["requirements"]["X299"] = {"weight": 1, "levels": {"new": 2, "old": 1}}
    fill_draft(draft)
    (found,) = links(editor, "errors")
    assert found == cell("maker", "level-X299-old", "HEAD")()
    assert leads(editor, found)


SKILLS, COMPETENCIES = full_document()["skills"], full_document()["competencies"]
ASKED = full_document()["roles"][0]["requirements"]["A"]
LARGE = [*map(tiny_skill, "CDEF"), tiny_skill("Z", "ZEN")]
# what makes a remark, its place in the document, and where it leads
REMARKS: dict[str, tuple[dict[str, Any], str, Callable[[], str]]] = {
    "nearly alike": (
        {"skills.0.anchors.fr.3": "Je fais cela une fois ici", "skills.0.anchors.fr.4": "Je fais cela deux fois ici"},
        "skills[0].anchors.fr[4]",
        field("skills", "A", "anchor_4_fr"),
    ),
    "levels nearly alike": (
        {"levels.3.anchor.en": "I did this once now", "levels.4.anchor.en": "I did this twice now"},
        "levels[4].anchor.en",
        field("levels", "4", "anchor_en"),
    ),
    "long": ({"skills.0.anchors.en.5": "x" * 141}, "skills[0].anchors.en[5]", field("skills", "A", "anchor_5_en")),
    "asked by nobody": ({"skills": [*SKILLS, tiny_skill("C")]}, "skills[2]", field("skills", "C")),
    "asked in vain": (
        {"skills": [*SKILLS, tiny_skill("C") | {"retired": True}], "roles.0.requirements.C": ASKED},
        "roles[0].requirements.C",
        cell("maker", "weight-C", "HAND"),
    ),
    "few in a group": ({}, "roles[1].requirements", cell("boss")),
    "many in a group": (
        {
            "competencies": [*COMPETENCIES, EXTRA],
            "skills": [*SKILLS, *LARGE],
            "roles.0.requirements": dict.fromkeys("ABCDEFZ", ASKED),
        },
        "roles[0].requirements",
        cell("maker"),
    ),
}


def test_every_remark_that_there_may_be_is_tried() -> None:
    source = Path(advice.__file__).read_text(encoding="utf-8")
    said = {remark.text for changes, *_ in REMARKS.values() for remark in advice.advise(changed(changes), ["DELETED"])}
    assert len(said) == source.count("gettext_noop(")


@pytest.mark.parametrize(("changes", "place", "where"), REMARKS.values(), ids=REMARKS)
def test_a_remark_is_a_line_that_leads_to_where_it_can_be_heeded(
    editor: Client, changes: dict[str, Any], place: str, where: Callable[[], str]
) -> None:
    places = [remark.place for remark in advice.advise(changed(changes))]
    assert place in places
    fill_draft(changed(changes))
    found = zip(places, links(editor, "warnings"), strict=True)
    assert {link for of, link in found if of == place} == {where()}
    assert leads(editor, where())


def test_remarks_are_no_errors(editor: Client) -> None:
    fill_draft(full_document())
    assert (len(lines(editor, "errors")), len(lines(editor, "warnings"))) == (0, 4)


def test_a_draft_without_errors_leads_on_to_what_publishing_would_change(
    editor: Client, drafted: CatalogueVersion
) -> None:
    ways = [link.attributes["href"] for link in section(read(editor.get(PAGE)), "errors").each("a")]
    assert ways == [f"{CATALOGUE}impact/"]


def test_a_name_is_shown_as_it_is_written(editor: Client) -> None:
    fill_draft(changed({"skills.0.name.en": "<b>&amp; bold", "skills.0.anchors.fr.3": ""}))
    (line,) = lines(editor, "errors")
    assert line.the("a").words == "A – <b>&amp; bold › level 3, French"


@pytest.mark.parametrize("changes", [w[1] for w in OTHERS], ids=[w[0] for w in OTHERS])
def test_a_line_names_the_same_place_in_both_languages_in_the_words_of_each(
    editor: Client, changes: dict[str, Any]
) -> None:
    fill_draft(changed(changes))
    found = {language: lines(editor, "errors", language) for language in BOTH}
    french, english = ([line.the("a").attributes["href"] for line in found[language]] for language in BOTH)
    assert french == english
    for language in BOTH:
        with translation.override(language):
            said = [
                " ".join(capfirst(fault.said(translation.gettext)).split()) for fault in check.check(changed(changes))
            ]
        assert [line.the("span").words for line in found[language]] == said


@pytest.mark.parametrize("group", ["editors", "publishers", "analysts"])
def test_whoever_may_read_the_draft_may_read_its_check(group: str) -> None:
    fill_draft(changed({"skills.0.anchors.fr.3": ""}))
    assert links(one_of(group), "errors") == [field("skills", "A", "anchor_3_fr")()]


def test_reading_the_check_changes_nothing(editor: Client, drafted: CatalogueVersion) -> None:
    before = everything_stored()
    editor.get(PAGE)
    editor.head(PAGE)
    assert editor.post(PAGE).status_code == 405
    assert everything_stored() == before


def test_the_page_asks_the_database_as_often_for_2_skills_as_for_200(editor: Client) -> None:
    found = []
    for skills in (2, 200):
        draft = full_document()
        draft["skills"] += [tiny_skill(f"X{number}", "HEAD") for number in range(skills - 2)]
        for role in draft["roles"]:
            role["requirements"] = {skill["code"]: {"weight": 1, "levels": {"new": 1}} for skill in draft["skills"]}
        fill_draft(draft)
        editor.get(PAGE)
        with CaptureQueriesContext(connection) as captured:
            assert len(links(editor, "errors")) == 2 * skills
        found.append(len(captured))
    assert found == [15, 15]  # session, person, factor, rights twice; the draft in nine, and what is published


def test_a_published_skill_that_was_deleted_is_remarked_on(drafted: CatalogueVersion) -> None:
    row_of("skills", "M8").delete()
    editor = one_of("editors")
    told = section(read(editor.get(f"{CATALOGUE}check/")), "warnings").each("li")
    (said,) = [line for line in told if "M8" in line.words]
    assert said.the("a").attributes["href"] == list_of("skills")

"""From the place of a fault to its field: every place that the check can name, and every name that a form has."""

from collections.abc import Mapping
from typing import Any

import pytest
from django.utils import translation

from assessment.admin.places import Told, cell, column_of, field_label, told, value_label
from assessment.fault import Fault
from assessment.models.draft import (
    DraftCompetency,
    DraftGrade,
    DraftLevel,
    DraftMission,
    DraftRole,
    DraftSalary,
    DraftSkill,
)
from tests.examples import full_document

HEAD = DraftCompetency(pk=5, code="HEAD", name_en="Head", name_fr="Tête")
RUN = DraftMission(pk=6, code="RUN", name_en="Run", name_fr="Faire")
NEW = DraftGrade(pk=7, code="new", name_en="New", name_fr="Neuf")
MAKER = DraftRole(pk=8, code="maker", name_en="Maker", name_fr="Artisan")
A = DraftSkill(pk=9, code="A", name_en="Act", name_fr="Agir", competency=HEAD, mission=RUN)
PAY = DraftSalary(pk=10, role=MAKER, grade=NEW)
ROWS: Mapping[str, list[Any]] = {
    "levels": [DraftLevel(pk=20 + value, value=value, name_en=f"L{value}", name_fr=f"N{value}") for value in range(6)],
    "missions": [RUN],
    "competencies": [HEAD],
    "skills": [A],
    "grades": [NEW],
    "roles": [MAKER],
    "salaries": [PAY],
}
ADMIN = "/admin/assessment/"


def where(place: str, language: str = "en") -> tuple[str, str]:
    """What the page calls the place, and where it leads."""
    with translation.override(language):
        found = told(Fault(place, "missing"), ROWS)
    return found.where, found.address


@pytest.mark.parametrize(
    ("place", "named", "address"),
    [
        ("levels[3].name.fr", "3 – L3 › name, French", "draftlevel/23/change/#id_name_fr"),
        ("levels[5].anchor.en", "5 – L5 › sentence, English", "draftlevel/25/change/#id_anchor_en"),
        ("levels[0].origin", "0 – L0 › origin", "draftlevel/20/change/#id_origin"),
        ("missions[0].text.fr", "RUN – Run › text, French", "draftmission/6/change/#id_text_fr"),
        ("competencies[0]", "HEAD – Head", "draftcompetency/5/change/"),
        ("grades[0].code", "new – New › code", "draftgrade/7/change/#id_code"),
        ("skills[0]", "A – Act", "draftskill/9/change/"),
        ("skills[0].anchors.fr[3]", "A – Act › level 3, French", "draftskill/9/change/#id_anchor_3_fr"),
        ("skills[0].anchors.en[0]", "A – Act › level 0, English", "draftskill/9/change/#id_anchor_0_en"),
        ("skills[0].references.esco[12]", "A – Act › ESCO addresses", "draftskill/9/change/#id_esco"),
        ("skills[0].references.other", "A – Act › other references", "draftskill/9/change/#id_other"),
        ("skills[0].replaced_by", "A – Act › replaced by", "draftskill/9/change/#id_replaced_by"),
        ("skills[0].replaced_by[1]", "A – Act › replaced by", "draftskill/9/change/#id_replaced_by"),
        ("skills[0].mission", "A – Act › mission", "draftskill/9/change/#id_mission"),
        ("roles[0].extends", "maker – Maker › extends", "draftrole/8/change/#id_extends"),
        ("roles[0].missions[2]", "maker – Maker › missions", "draftrole/8/change/#id_missions"),
        ("roles[0].definition.en", "maker – Maker › what it is, English", "draftrole/8/change/#id_definition_en"),
        ("roles[0].requirements", "maker – Maker", "draftrole/8/requirements/"),
        ("roles[0].requirements.GONE", "maker – Maker", "draftrole/8/requirements/"),
        ("roles[0].requirements.A", "maker – Maker › A – Act", "draftrole/8/requirements/?competency=HEAD#weight-A"),
        (
            "roles[0].requirements.A.weight",
            "maker – Maker › A – Act",
            "draftrole/8/requirements/?competency=HEAD#weight-A",
        ),
        (
            "roles[0].requirements.A.levels.new",
            "maker – Maker › A – Act › new – New",
            "draftrole/8/requirements/?competency=HEAD#level-A-new",
        ),
        (
            "roles[0].requirements.A.levels.gone",
            "maker – Maker › A – Act › gone",
            "draftrole/8/requirements/?competency=HEAD#weight-A",
        ),
        ("salaries[0]", "maker new FR", "draftsalary/10/change/"),
        (
            "salaries[0].population.fr",
            "maker new FR › who was counted, French",
            "draftsalary/10/change/#id_population_fr",
        ),
        ("salaries[0].low", "maker new FR › low", "draftsalary/10/change/#id_low"),
        ("levels", "Levels", "draftlevel/"),
        ("skills", "Skills", "draftskill/"),
        ("salaries", "Salaries", "draftsalary/"),
    ],
)
def test_a_place_of_the_draft_leads_to_its_field(place: str, named: str, address: str) -> None:
    assert where(place) == (named, f"{ADMIN}{address}")


@pytest.mark.parametrize("place", ["format", "", "the file", "somewhere[3].else", "CFItems[0].fullStatement"])
def test_a_place_that_is_in_no_section_leads_nowhere(place: str) -> None:
    named, address = where(place)
    assert (place.startswith(named), address) == (True, "")


def test_a_fault_is_told_as_a_sentence_in_the_language_of_the_page() -> None:
    fault = Fault("skills[0].name.fr", "%(length)d characters, %(most)d at most", length=130, most=120)
    with translation.override("fr"):
        found, label = told(fault, ROWS), field_label("skills", "name.fr")
    address = f"{ADMIN}draftskill/9/change/#id_name_fr"
    assert found == Told("130 caractères, 120 au plus", f"A – Agir › {label}", address)
    assert told(Fault("skills", "missing"), ROWS).text[0].isupper()


@pytest.mark.parametrize(
    ("place", "column"),
    [
        ("", ""),
        ("code", "code"),
        ("name.fr", "name_fr"),
        ("anchors.fr[3]", "anchor_3_fr"),
        ("anchor.fr", "anchor_fr"),
        ("references.sfia", "sfia"),
        ("references.sfia[4]", "sfia"),
        ("missions[1]", "missions"),
        ("population.en", "population_en"),
    ],
)
def test_a_place_inside_an_item_is_a_column(place: str, column: str) -> None:
    assert column_of(place) == column


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("section", ROWS)
def test_every_value_of_an_item_has_a_name(section: str, language: str) -> None:
    item = full_document()[section][0]
    item.pop("requirements", None)
    with translation.override(language):
        labels = {name: field_label(section, name) for name in leaves("", item)}
    assert [name for name, label in labels.items() if not label or "." in label or "_" in label] == []


def leaves(name: str, value: Any) -> list[str]:
    if isinstance(value, dict):
        return [inner for key in value for inner in leaves(f"{name}.{key}".lstrip("."), value[key])]
    return [f"{name}[{at}]" for at in range(6)] if name.startswith("anchors.") else [name]


@pytest.mark.parametrize(
    ("section", "place", "label"),
    [
        ("requirements", "weight", "weight"),
        ("requirements", "levels.junior", "level for junior"),
        ("skills", "nothing.like.it", "nothing.like.it"),
        ("skills", "name.fr", "name, French"),
    ],
)
def test_a_value_is_called_what_the_forms_call_it(section: str, place: str, label: str) -> None:
    with translation.override("en"):
        assert field_label(section, place) == label


def test_a_level_is_called_by_the_name_of_its_grade_where_that_is_known() -> None:
    with translation.override("en"):
        named = field_label("requirements", "levels.junior", {"junior": "Junior engineer"})
        assert named == field_label("requirements", "levels.junior").replace("junior", "Junior engineer")
        assert field_label("requirements", "weight", {"weight": "no grade"}) == field_label("requirements", "weight")


@pytest.mark.parametrize(
    ("section", "place", "value", "label"),
    [
        ("requirements", "weight", 3, "3 – essential"),
        ("requirements", "levels.junior", 3, "3"),
        ("skills", "origin", "added", "added: written by the editors"),
        ("skills", "name.fr", "added", "added"),
        ("skills", "code", "T1", "T1"),
        ("salaries", "basis", "in_post", "people in post"),
        ("salaries", "low", 30_000, "30000"),
        ("roles", "nothing.like.it", "x", "x"),
    ],
)
def test_a_value_with_choices_is_called_by_its_choice(section: str, place: str, value: str | int, label: str) -> None:
    with translation.override("en"):
        assert value_label(section, place, value) == label


@pytest.mark.parametrize(
    ("place", "fr", "en"),
    [
        ("row 3", "ligne 3", "row 3"),
        ("row 3, name_fr", "ligne 3, colonne name_fr", "row 3, column name_fr"),
        ("row 12, conceptUri", "ligne 12, colonne conceptUri", "row 12, column conceptUri"),
        ("column name_fr", "colonne name_fr", "column name_fr"),
        ("column Mon nom, à moi", "colonne Mon nom, à moi", "column Mon nom, à moi"),
        *((place, place, place) for place in ("", "skills[7].name.fr", "CFRubrics", "format", "row x", "rows 3, a")),
    ],
)
def test_a_cell_of_a_table_is_named_in_the_language_of_the_page_and_other_places_as_they_are(
    place: str, fr: str, en: str
) -> None:
    for language, said in (("fr", fr), ("en", en)):
        with translation.override(language):
            assert cell(place).replace("\N{NO-BREAK SPACE}", " ") == said

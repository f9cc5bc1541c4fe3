import pytest
from django.test import Client

from assessment.catalogue.model import Text
from assessment.models import CatalogueVersion
from tests.examples import shipped, tiny_document, tiny_role, tiny_salary, tiny_skill
from tests.people import Element, build_and_publish, read, section

LANGUAGES = ("fr", "en")
ROLES = ("devops", "mlops")


def sheet(client: Client, role: str, language: str = "en") -> Element:
    response = client.get(f"/{language}/roles/{role}/")
    assert response.status_code == 200
    return read(response)


def plain(text: Text, language: str) -> str:
    return " ".join(text.said_in(language).split())


def untagged(item: Element) -> str:
    return " ".join(str(item.children[0]).split())


def marked(page: Element) -> list[bool]:
    """Whether each skill is marked as an extra, by itself or by the heading of its competency."""
    groups = [part for part in section(page, "skills").each("div") if "class" not in part.attributes]
    return [
        bool((*item.each("span", class_="tag"), *group.the("h3").each("span")))
        for group in groups
        for item in group.each("li")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", ROLES)
def test_the_sheet_says_what_the_role_is_the_part_it_plays_and_its_missions(
    client: Client, published: CatalogueVersion, code: str, language: str
) -> None:
    role, page = shipped().role_by_code[code], sheet(client, code, language)
    missions = [shipped().mission_by_code[mission] for mission in role.missions]
    assert page.the("h1").words == plain(role.name, language)
    assert section(page, "what").the("p").words == plain(role.definition, language)
    assert section(page, "part").the("p").words == plain(role.part, language)
    told = section(page, "missions")
    assert [item.words for item in told.each("dt")] == [plain(mission.name, language) for mission in missions]
    assert [item.words for item in told.each("dd")] == [plain(mission.text, language) for mission in missions]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", ROLES)
def test_the_sheet_lists_the_competencies_with_their_skills(
    client: Client, published: CatalogueVersion, code: str, language: str
) -> None:
    skills = section(sheet(client, code, language), "skills")
    assert [untagged(item) for item in skills.each("h3")] == [
        plain(competency.name, language) for competency, _ in shipped().pages(code)
    ]
    assert [untagged(item) for item in skills.each("li")] == [
        plain(skill.name, language) for _, asked in shipped().pages(code) for skill in asked
    ]


def test_the_sheet_of_mlops_marks_the_skills_that_devops_does_not_ask(
    client: Client, published: CatalogueVersion
) -> None:
    assert marked(sheet(client, "mlops")) == [False] * 24 + [True] * 8


def test_the_sheet_of_devops_marks_none(client: Client, published: CatalogueVersion) -> None:
    assert section(sheet(client, "devops"), "skills").each("span", class_="tag") == []


def test_an_extra_is_marked_wherever_it_stands_in_the_catalogue(client: Client, published: CatalogueVersion) -> None:
    roles = [tiny_role("base", B=(1, 1, 2)), tiny_role("more", "base", A=(3, 2, 4))]
    build_and_publish(tiny_document(roles=roles))
    assert marked(sheet(client, "more")) == [True, False]


def test_an_extra_is_marked_among_the_inherited_skills_of_its_competency(
    client: Client, published: CatalogueVersion
) -> None:
    skills = [tiny_skill("A"), tiny_skill("B"), tiny_skill("C", "HEAD")]
    roles = [tiny_role("base", A=(1, 1, 2), C=(1, 1, 2)), tiny_role("more", "base", B=(3, 2, 4))]
    build_and_publish(tiny_document(skills=skills, roles=roles))
    assert marked(sheet(client, "more")) == [False, True, False]


@pytest.mark.parametrize("code", ROLES)
def test_the_required_levels_are_folded_away(client: Client, published: CatalogueVersion, code: str) -> None:
    page = sheet(client, code)
    folded = section(page, "levels").the("details")
    assert "open" not in folded.attributes
    assert len(page.each("table")) == len(folded.each("table")) == 1


@pytest.mark.parametrize("code", ROLES)
def test_the_required_levels_are_those_of_the_catalogue_at_the_three_grades(
    client: Client, published: CatalogueVersion, code: str
) -> None:
    rows = section(sheet(client, code), "levels").the("tbody").each("tr")
    found = [
        (row.the("th").words, [int(cell.words.split()[0]) for cell in row.each("td", class_="figure")]) for row in rows
    ]
    assert found == [
        (plain(shipped().skill_by_code[skill].name, "en"), [need.levels[grade.code] for grade in shipped().grades])
        for skill, need in shipped().requirements(code).items()
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_salary_is_said_to_be_missing_with_where_to_look(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    pay = section(sheet(client, "devops", language), "pay")
    lines = [line for line in pay.each("p") if line.each("strong")]
    assert [line.the("strong").words for line in lines] == [plain(grade.name, language) for grade in shipped().grades]
    where = {salary.grade for salary in shipped().salaries if salary.role == "devops"}
    assert ["Apec" in line.words for line in lines] == [grade.code in where for grade in shipped().grades]
    assert not any(character.isdigit() for character in pay.words)


def test_a_verified_salary_has_its_figures_and_its_source(client: Client, published: CatalogueVersion) -> None:
    build_and_publish(tiny_document(salaries=[tiny_salary()]))
    line = next(line for line in section(sheet(client, "maker"), "pay").each("p") if line.each("a"))
    assert line.the("a").attributes["href"] == "https://example.org/survey"
    assert {"EUR", "(2024).", "2025-01-31.", "survey,"} <= set(line.words.split())
    assert "The whole country" in line.words


@pytest.mark.parametrize("code", ["maker", "DEVOPS", "devops-", "x" * 2000, "0"])
def test_an_unknown_role_is_404(client: Client, published: CatalogueVersion, code: str) -> None:
    assert client.get(f"/en/roles/{code}/").status_code == 404


def test_the_sheet_leads_to_the_start_with_its_role_chosen(client: Client, published: CatalogueVersion) -> None:
    assert "/en/start/?role=mlops" in [link.attributes["href"] for link in sheet(client, "mlops").each("a")]

"""What the tests of the editors' pages have in common: how a page is read, and how often it asks the database."""

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assessment.exchange.reading import Document
from assessment.models import CatalogueChange
from assessment.models.drafting import SECTIONS
from tests.editors import form_of, list_of
from tests.examples import tiny_document, tiny_role, tiny_salary, tiny_skill
from tests.people import Element, read

VERSIONS = "/admin/assessment/catalogueversion/"
HISTORY = "/admin/assessment/cataloguechange/"
Change = tuple[str, str, str, dict[str, tuple[Any, Any]]]  # kind, section, code, field -> old and new


def many(skills: int = 2, others: int = 1) -> Document:
    """A right catalogue of so many skills, and of so many of everything else: each role extends the one before it."""
    codes = [f"S{number}" for number in range(skills)]
    numbers = range(others)
    named = tiny_document()
    return tiny_document(
        missions=[*named["missions"], *(named["missions"][0] | {"code": f"M{number}"} for number in numbers)],
        competencies=[named["competencies"][0] | {"code": f"C{number}"} for number in numbers],
        skills=[tiny_skill(code, f"C{place % others}") for place, code in enumerate(codes)],
        roles=[
            tiny_role(f"r{number}", f"r{number - 1}" if number else None, **dict.fromkeys(codes, (3, 2, 4)))
            for number in numbers
        ],
        salaries=[tiny_salary(role=f"r{number}", grade=grade) for number in numbers for grade in ("new", "old")],
    )


def opened(client: Client, address: str, language: str = "en") -> Element:
    """A page that opens, in the language that the browser asks for."""
    response = client.get(address, headers={"Accept-Language": language})
    assert response.status_code == 200, (address, response.status_code)
    page = read(response)
    assert page.the("html").attributes["lang"] == language
    return page


def queries(client: Client, address: str) -> int:
    """How often a page asks the database."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200, address
    return len(captured)


def column(client: Client, address: str, name: str = "code", language: str = "en") -> list[str]:
    """What a list says in one of its columns, row by row."""
    page = opened(client, address, language)
    cells = [cell for row in page.each("tr") for cell in [*row.each("th"), *row.each("td")]]
    return [cell.words for cell in cells if f"field-{name}" in cell.attributes.get("class", "").split()]


def beside(page: Element, field: str) -> list[str]:
    """The errors beside a field of a form."""
    return [line.words for errors in page.each("ul", id=f"id_{field}_error") for line in errors.each("li")]


def above(page: Element) -> str:
    """The errors of a form that belong to no one field."""
    return " ".join(errors.words for errors in page.each("ul", class_="errorlist nonfield"))


def typed(page: Element, field: str) -> str:
    """What a box or an area of a form holds."""
    areas = page.each("textarea", id=f"id_{field}")
    return areas[0].value.removeprefix("\n") if areas else page.the("input", id=f"id_{field}").attributes["value"]


def address_to_add(section: str) -> str:
    """Where an item is added."""
    return f"{list_of(section)}add/"


def new_skill(client: Client, code: str, **fields: Any) -> dict[str, Any]:
    """What a browser sends of a new skill that has only what it must have."""
    data = form_of(client, address_to_add("skills"))
    first = {name: SECTIONS[name].objects.all()[0].pk for name in ("competencies", "missions")}
    return data | {"code": code, "competency": first["competencies"], "mission": first["missions"]} | fields


def last_changes(since: int = 0) -> list[Change]:
    """The history after a row of it, the first change first."""
    found = CatalogueChange.objects.filter(pk__gt=since).order_by("pk")
    return [
        (row.kind, row.section, row.code, {field["name"]: (field["old"], field["new"]) for field in row.fields})
        for row in found
    ]


def now() -> int:
    """The key of the last row of the history."""
    newest = CatalogueChange.objects.order_by("-pk").first()
    return newest.pk if newest else 0

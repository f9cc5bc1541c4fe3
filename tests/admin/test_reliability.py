"""Cronbach's alpha of each competency, for those who may read results."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from assessment.models import Assessment, CatalogueVersion
from assessment.reliability import reliability
from tests.editors import one_of
from tests.examples import shipped, tiny_document
from tests.people import Element, build_and_publish, read, to_sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
PAGE = "/admin/catalogue/results/reliability/"


def sample(assessments: int) -> None:
    call_command("sample_data", assessments=assessments, seed=3, stdout=StringIO(), stderr=StringIO())


def shown(client: Client, query: str = "") -> Element:
    response = client.get(PAGE + query)
    assert response.status_code == 200
    return read(response)


def rows(page: Element, role: str) -> list[list[str]]:
    body = page.the("table", id=role).the("tbody")
    return [[cell.words for cell in line.each("td")] for line in body.each("tr")]


def test_alpha_of_each_competency_is_that_of_the_answers(published: CatalogueVersion) -> None:
    sample(400)
    page = shown(one_of("analysts"))
    for role in ("devops", "mlops"):
        answers = Assessment.objects.filter(role=role, finished__isnull=False).values_list("answers", flat=True)
        wanted = [alpha for _, alpha in reliability(shipped(), role, answers)]
        assert len(answers) > 60
        assert rows(page, role) == [
            [f"{alpha.rounded}", str(alpha.people), str(alpha.items)] for alpha in wanted if alpha
        ]
        assert len(rows(page, role)) == len(shipped().pages(role))


def test_too_few_people_say_nothing(published: CatalogueVersion) -> None:
    sample(25)
    page = shown(one_of("analysts"))
    assert {len(line) for role in ("devops", "mlops") for line in rows(page, role)} == {1}


def test_nothing_is_said_of_a_group_under_the_floor(published: CatalogueVersion, settings: Settings) -> None:
    sample(200)
    settings.GROUP_FLOOR = 1_000
    assert {len(line) for line in rows(shown(one_of("analysts")), "devops")} == {1}


def test_drafts_and_other_versions_are_left_aside(published: CatalogueVersion) -> None:
    sample(300)
    analyst = one_of("analysts")
    before = rows(shown(analyst), "devops")
    Assessment.objects.filter(finished=None).delete()
    assert rows(shown(analyst), "devops") == before
    build_and_publish(tiny_document())
    newest = shown(analyst)
    assert [table.attributes["id"] for table in newest.each("table")] == ["maker"]
    assert rows(shown(analyst, "?version=1"), "devops") == before
    options = newest.the("select", name="version").each("option")
    assert [option.attributes["value"] for option in options] == ["2", "1"]


def test_without_a_catalogue_there_is_nothing_to_say() -> None:
    assert shown(one_of("analysts")).each("table") == []


@pytest.mark.parametrize("version", ["9", "0", "-1", "x", "1\x00", "9" * 5_000, "1.0", "٣"])
def test_a_version_that_does_not_exist_is_not_found(published: CatalogueVersion, version: str) -> None:
    assert one_of("analysts").get(PAGE, {"version": version}).status_code == 404


def test_only_those_who_may_read_results_see_it(published: CatalogueVersion) -> None:
    assert [one_of(group).get(PAGE).status_code for group in ("editors", "publishers", "analysts")] == [403, 403, 200]
    assert Client().get(PAGE).headers["Location"] == to_sign_in(PAGE)[1]


@pytest.mark.parametrize("assessments", [1, 200])
def test_it_asks_as_often_for_1_person_as_for_200(published: CatalogueVersion, assessments: int) -> None:
    sample(assessments)
    analyst = one_of("analysts")
    shown(analyst)
    with CaptureQueriesContext(connection) as found:
        shown(analyst)
    assert (
        len(found) == 9
    )  # session, person, second factor, rights twice; the numbers, the version, and each of two roles

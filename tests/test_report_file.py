import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from assessment.catalogue.file import SHIPPED
from assessment.exports.report_json import report_json
from assessment.models import Assessment, CatalogueVersion
from assessment.scoring import Answers, gap_report
from tests.examples import WORKED_ANSWERS, document, shipped
from tests.people import address, begin, build_and_publish, everything_stored, finish, submit

TARGETS = [(role, grade) for role in ("devops", "mlops") for grade in ("junior", "confirmed", "senior")]


def file(client: Client, finished: Assessment, query: str = "", language: str = "en") -> bytes:
    response = client.get(address(finished, f"report.json{query}", language))
    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/json")
    return response.content


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("answers", [WORKED_ANSWERS, {}, {"T1": 0}])
def test_the_file_is_the_report_in_json_whatever_the_language(
    client: Client, published: CatalogueVersion, answers: Answers, language: str
) -> None:
    finished = finish(client, answers=answers)
    wanted = report_json(gap_report(shipped(), "devops", "confirmed", answers), published.number)
    assert file(client, finished, language=language) == wanted


def test_the_file_of_the_worked_person(client: Client, published: CatalogueVersion) -> None:
    found = json.loads(file(client, finish(client)))
    assert {name: found[name] for name in ("format", "role", "grade", "catalogue", "readiness", "coverage")} == {
        "format": "careerquiz-report/1",
        "role": "devops",
        "grade": "confirmed",
        "catalogue": {"version": published.number, "sha256": shipped().sha256},
        "readiness": {
            "value": "106/135",
            "percent": 78.5,
            "lower": {"value": "106/151", "percent": 70.2},
            "upper": {"value": "122/151", "percent": 80.8},
        },
        "coverage": {"value": "23/26", "percent": 88.5},
    }
    assert found["priorities"][:5] == ["T3", "G5", "T2", "T6", "T7"]


@pytest.mark.parametrize(("role", "grade"), TARGETS)
def test_the_file_is_what_the_command_computes_but_for_the_number_of_the_version(
    client: Client, published: CatalogueVersion, tmp_path: Path, role: str, grade: str
) -> None:
    finished = finish(client)
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps(WORKED_ANSWERS))
    out = StringIO()
    call_command("gap_report", catalogue=str(SHIPPED), role=role, grade=grade, answers=str(answers), stdout=out)
    found = file(client, finished, f"?role={role}&grade={grade}")
    number = f'"version": {published.number},'.encode()
    assert found.count(number) == 1
    assert found.replace(number, b'"version": null,') == out.getvalue().encode()


def test_the_file_has_a_name_to_be_saved_under(client: Client, published: CatalogueVersion) -> None:
    response = client.get(address(finish(client), "report.json?role=mlops"))
    name = f"careerquiz-mlops-confirmed-{timezone.localdate()}.json"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'


def test_a_note_is_not_in_the_file(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    submit(client, draft, "TECH", {"T1": 3}, **{"note-T1": "marker"})
    client.post(address(draft, "review/"))
    assert b"marker" not in file(client, draft)


def test_the_number_is_that_of_the_catalogue_it_was_answered_with(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    before = file(client, finished)
    changed = document()
    changed["levels"][0]["name"]["en"] = "Other"
    assert build_and_publish(changed).number == published.number + 1
    assert file(client, finished) == before
    assert json.loads(before)["catalogue"]["version"] == published.number


def test_taking_it_changes_nothing(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    before = everything_stored()
    file(client, finished)
    assert everything_stored() == before


def test_a_draft_has_no_file(client: Client, published: CatalogueVersion) -> None:
    assert client.get(address(begin(client), "report.json")).status_code == 404


def test_a_stranger_gets_404(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    stranger = Client()
    finish(stranger)
    assert stranger.get(address(finished, "report.json")).status_code == 404

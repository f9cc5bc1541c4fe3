"""What a person does on the site, through its own addresses."""

from collections.abc import Mapping

from django.test import Client

from assessment.models import Assessment
from assessment.scoring import Answers
from tests.examples import WORKED_ANSWERS


def begin(client: Client, role: str = "devops", grade: str = "confirmed", language: str = "en") -> Assessment:
    """Start, and hold the link in this client's cookie."""
    response = client.post(f"/{language}/start/", {"role": role, "grade": grade})
    assert response.status_code == 302, response.content
    return Assessment.objects.get(uuid=response.headers["Location"].split("/")[3])


def submit(client: Client, assessment: Assessment, code: str, answers: Mapping[str, object], **fields: str) -> None:
    """Send one page."""
    data = {f"skill-{skill}": str(answer) for skill, answer in answers.items()} | {"go": "next"} | fields
    response = client.post(f"/en/assessments/{assessment.uuid}/{code}/", data)
    assert response.status_code == 302, response.content


def answer(client: Client, assessment: Assessment, answers: Answers) -> None:
    """Go through all pages."""
    for competency, skills in assessment.pages:
        given = {skill.code: answers[skill.code] for skill in skills if skill.code in answers}
        submit(client, assessment, competency.code, given)


def finish(client: Client, role: str = "devops", grade: str = "confirmed", answers: Answers = WORKED_ANSWERS) -> Assessment:
    """The whole journey to a report."""
    assessment = begin(client, role, grade)
    answer(client, assessment, answers)
    assert client.post(f"/en/assessments/{assessment.uuid}/review/").status_code == 302
    assessment.refresh_from_db()
    return assessment

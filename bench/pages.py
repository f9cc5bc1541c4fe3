"""The pages of a person and the overview, each beside a bare view of the same size."""

import typst
from django.db import connection
from django.test import Client

from assessment.models import Assessment, CatalogueVersion
from bench.measure import beside
from tests.examples import WORKED_ANSWERS

OVERVIEW = "/en/overview/?role=devops&grade=confirmed"
EMPTY = b'#set document(title: "Limit")\n= Limit\nA line of text.'
BARE = "a bare view of the same size"


def prepare() -> None:
    """Make the table of the limit of a submit."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS bench_row (sent text)")


def of_a_person() -> None:
    """The report as PDF; bench/journey.py has the pages."""
    client = Client()
    draft = begun(client)
    client.post(f"/en/assessments/{draft.uuid}/review/")
    pdf = f"/en/assessments/{draft.uuid}/report.pdf"
    beside("report as PDF", lambda: client.get(pdf), blank_pdf, "typst, one line of text, same standards")


def begun(client: Client) -> Assessment:
    """A draft with the worked answers, held by this client."""
    client.post("/en/start/", {"role": "devops", "grade": "confirmed"})
    draft = Assessment.objects.filter(version=CatalogueVersion.objects.current()).latest("pk")
    draft.answers = dict(WORKED_ANSWERS)
    draft.save()
    return draft


def page(client: Client, name: str, path: str) -> None:
    """One page beside a bare one."""
    response = client.get(path)
    assert response.status_code == 200, path  # noqa: S101
    size = len(response.content)
    beside(name, lambda: client.get(path), lambda: client.get(f"/bare/{size}/"), f"{BARE}, {size} bytes")


def blank_pdf() -> bytes:
    """The least that typst makes."""
    made: bytes = typst.compile(EMPTY, format="pdf", pdf_standards=["a-2a", "ua-1"])
    return made


def overview(assessments: int) -> None:
    """The overview of many, beside a bare view."""
    page(Client(), f"overview of {assessments:,} assessments", OVERVIEW)

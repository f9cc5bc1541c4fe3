"""How often each page asks the database: however many assessments there are, however large the catalogue."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assessment.models import Assessment, CatalogueVersion, Uncounted
from assessment.scoring import Answers
from tests.editors import fill_draft, one_of
from tests.examples import document
from tests.people import address, answer, begin, build_and_publish, enter, every_page, finish

# beside the two of a signed-in person: the session and the user
PAGES = {
    "home": 2,  # the catalogue, and what this browser holds
    "role devops": 1,
    "role mlops": 1,
    "privacy": 0,
    "start": 1,
    "deleted": 0,
    "questionnaire": 1,
    "later": 1,
    "review": 1,
    "delete": 1,
    "report": 2,  # whose it is, and whether the catalogue has been edited since
    "report today": 2,
    "plan": 2,
    "shares": 2,
    "views": 2,
    "assessments": 2,
    "progress": 1,
    "compare": 1,
    "sign up": 0,
    "sign in": 0,
    "reset": 0,
}
STAFF, DRAFT = 5, 9  # the session, the person, their second factor, their rights twice; the draft as a whole
ROOM = {  # the pages about the draft as a whole
    "/admin/catalogue/": STAFF + DRAFT + 1,
    "/admin/catalogue/check/": STAFF + DRAFT + 1,  # what is published
    "/admin/catalogue/impact/": STAFF + DRAFT + 3,  # the version, and how many assessments it leaves alone
    "/admin/catalogue/compare/?old=1&new=2": STAFF + 2,
    "/admin/catalogue/import/": STAFF,
    "/admin/catalogue/draft/catalogue": STAFF + DRAFT + 1,  # when it was changed
    "/admin/catalogue/versions/1/catalogue": STAFF + 1,
    "/en/preview/roles/devops/": STAFF + DRAFT,
    "/en/preview/roles/devops/TECH/": STAFF + DRAFT,
    "/en/preview/skills/T1/": STAFF + DRAFT,
}
SAVEPOINT = 2  # a transaction within that of the test
LIMIT = 2  # how often it was asked from here; once more
SAVEPOINT = 2  # opened and released, since a test is in a transaction already
SUBMIT = 1 + SAVEPOINT + 2  # whose it is; the row, locked; the row, written
FINISH = 1 + SAVEPOINT + 2 + SAVEPOINT + 2  # whose; closed and put into the queue; whose turn it is, who else waits
# whose; what hangs on it, and who began again from it (plan, shares, views, queue); it, and what the log said; a line
ERASE = 10
SIZES = [(1, 32), (20, 32), (1, 200), (20, 200)]


def large_document(skills: int) -> dict[str, Any]:
    """The shipped catalogue with further skills like its own, asked by DevOps, up to this many."""
    found = document()
    for number in range(skills - len(found["skills"])):
        like = found["skills"][number % 24]
        code = f"X{number}"
        name = {language: f"{text} {number}" for language, text in like["name"].items()}
        found["skills"].append(like | {"code": code, "name": name})
        asked = found["roles"][0]["requirements"]
        asked[code] = asked[like["code"]]
    return found


def crowd(assessments: int, skills: int) -> CatalogueVersion:
    """A published catalogue of so many skills, and so many finished assessments of other people made with it."""
    version = build_and_publish(large_document(skills))
    assert len(CatalogueVersion.objects.known(version.pk).catalogue.skills) == skills
    for _ in range(assessments):
        made, _token = Assessment.objects.start(version, "devops", "confirmed", "en")
        made.answers = dict.fromkeys(version.catalogue.requirements("devops"), 3)
        made.save()
        made.finish()
    Uncounted.objects.advance()
    return version


def publish_harder(skills: int) -> None:
    """Publish the large catalogue anew, with more asked of everybody at every skill."""
    found = large_document(skills)
    for role in found["roles"]:
        for code, asked in role["requirements"].items():
            role["requirements"][code] = {"weight": 3, "levels": dict.fromkeys(asked["levels"], 5)}
    build_and_publish(found)


def count(client: Client, path: str, data: dict[str, str] | None = None, **headers: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as found:
        response = client.get(path) if data is None else client.post(path, data, headers=headers)
    assert response.status_code in (200, 302)
    return len(found)


@pytest.mark.django_db
@pytest.mark.parametrize(("assessments", "skills"), SIZES)
def test_every_page_asks_as_often_and_at_most_twice(client: Client, assessments: int, skills: int) -> None:
    version = crowd(assessments, skills)
    answers: Answers = dict.fromkeys(version.catalogue.requirements("devops"), 2)
    finished, draft = finish(client, answers=answers), begin(client)
    answer(client, draft, dict.fromkeys(list(answers)[::2], 1))
    publish_harder(skills)
    pages = every_page(draft, finished)
    assert {name: count(client, path) for name, path in pages.items()} == PAGES


@pytest.mark.django_db
@pytest.mark.parametrize(("assessments", "skills"), SIZES)
def test_a_signed_in_person_costs_two_more_on_pages_that_are_somebodys(
    client: Client, assessments: int, skills: int
) -> None:
    crowd(assessments, skills)
    finished, draft = finish(client), begin(client)
    publish_harder(skills)
    owner = get_user_model().objects.create_user("ada@example.org")
    Assessment.objects.filter(pk__in=[finished.pk, draft.pk]).update(owner=owner)
    enter(client, owner)
    personal = ("questionnaire", "later", "review", "delete", "report", "report today")
    pages = every_page(draft, finished)
    assert {name: count(client, pages[name]) for name in personal} == {name: PAGES[name] + 2 for name in personal}


@pytest.mark.django_db
@pytest.mark.parametrize(("assessments", "skills"), SIZES)
def test_the_report_asks_once_against_another_target_and_as_a_file(
    client: Client, assessments: int, skills: int
) -> None:
    crowd(assessments, skills)
    finished = finish(client)
    paths = [address(finished, page) for page in ("report/?role=mlops", "report/?grade=senior", "report.json")]
    assert [count(client, path) for path in paths] == [1, 1, 1 + LIMIT]


@pytest.mark.django_db
@pytest.mark.parametrize(("assessments", "skills"), SIZES)
def test_a_browser_that_holds_20_links_asks_no_more(client: Client, assessments: int, skills: int) -> None:
    crowd(assessments, skills)
    drafts = [begin(client) for _ in range(20)]
    assert count(client, address(drafts[0], "TECH/")) == 1
    assert count(client, address(drafts[19], "TECH/")) == 1


@pytest.mark.django_db
@pytest.mark.parametrize(("assessments", "skills"), SIZES)
def test_a_submit_asks_as_often_whatever_is_in_it(client: Client, assessments: int, skills: int) -> None:
    version = crowd(assessments, skills)
    draft = begin(client)
    page = address(draft, "TECH/")
    asked = [skill.code for skill in version.catalogue.pages("devops")[0][1]]
    full = {f"skill-{code}": "3" for code in asked} | {f"note-{code}": "mine" for code in asked}
    found = [
        count(client, page, {"skill-T1": "3"}),
        count(client, page, full),
        count(client, page, {"skill-T1": "9"}),
        count(client, page, {"take-back": "T1"}),
        count(client, page, {"skill-T1": "1"}, accept="application/json"),
    ]
    assert found == [SUBMIT] * 5


@pytest.mark.django_db
@pytest.mark.parametrize(("assessments", "skills"), SIZES)
def test_what_makes_closes_opens_and_erases_asks_as_often(client: Client, assessments: int, skills: int) -> None:
    crowd(assessments, skills)
    target = {"role": "devops", "grade": "junior"}
    draft = begin(client)
    token = client.cookies["assessments"].value
    found = {
        "start": count(client, "/en/start/", target),
        "refused start": count(client, "/en/start/", {"role": "nope"}),
        "resume": count(client, f"/en/resume/{token}/"),
        "finish": count(client, address(draft, "review/"), {}),
        "late submit": count(client, address(draft, "TECH/"), {"skill-T1": "1"}),
        "erase": count(client, address(draft, "delete/"), {}),
    }
    assert found == {
        "start": 2 + SAVEPOINT + LIMIT,
        "refused start": 1 + LIMIT,
        "resume": 1,
        "finish": FINISH,
        "late submit": 1,
        "erase": ERASE,
    }


@pytest.mark.django_db
@pytest.mark.ignore_template_errors
@pytest.mark.parametrize(("assessments", "skills"), SIZES)
def test_the_pages_about_the_draft_ask_as_often(assessments: int, skills: int) -> None:
    crowd(assessments, skills)
    for _ in range(assessments):
        begin(Client())
    publish_harder(skills)
    fill_draft(large_document(skills))
    editor = one_of("editors", "publishers")
    assert {page: count(editor, page) for page in ROOM} == ROOM

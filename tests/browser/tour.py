"""Every page of the site in every state it can be in, one after another, as a person would see it."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import timezone
from django.utils.translation import override
from playwright.sync_api import Page

from assessment.models import Share
from assessment.scoring import Answers
from careerquiz.views import SERVER_ERROR
from tests.browser.conftest import Watch
from tests.browser.tour_people import tour_people
from tests.browser.walk import draft, pages_of, resume
from tests.examples import WORKED_ANSWERS, document, shipped
from tests.people import build_and_publish, edited_document

Stop = str  # the name of a state, said when it fails
NOTE = "A note.\n" + "A long word: " + "abcdefghij" * 8


def everything(role: str, level: int = 2) -> Answers:
    """An answer to each skill of a role, of every kind."""
    asked = list(shipped().requirements(role))
    return dict.fromkeys(asked, level) | {asked[1]: "na", asked[2]: "dk"}


def expect_errors(watch: Watch) -> None:
    """Those that a tour meets on purpose."""
    watch.expect_status(403, f"/{pages_of()[0]}/")
    watch.expect_status(404, "/nowhere/")
    watch.expect_status(404, "/resume/")  # of another account
    for status in (400, 403, 500):
        watch.expect_status(status, f"/status-{status}/")


def tour(page: Page, language: str) -> Iterator[Stop]:
    """Bring the page into one state after another."""
    for part in (
        before_the_questions,
        empty,
        with_errors,
        full,
        reports,
        shown_to_others,
        lost,
        tour_people,
        after_publishing,
    ):
        yield from part(page, language)


def before_the_questions(page: Page, language: str) -> Iterator[Stop]:
    """What anyone can read."""
    for name in ("", "roles/devops/", "roles/mlops/", "privacy/", "accessibility/", "start/?role=mlops", "deleted/"):
        page.goto(f"/{language}/{name}")
        page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
        yield f"/{name}"
    page.goto(f"/{language}/start/")
    page.locator("main form").evaluate("form => { form.noValidate = true; form.requestSubmit() }")
    page.locator("#errors").wait_for()
    yield "start, refused"


def empty(page: Page, language: str) -> Iterator[Stop]:
    """An assessment without an answer."""
    address = resume(page, draft("mlops")[1], language)
    for path in (pages_of("mlops")[0], pages_of("mlops")[-1], "review", "later", "delete"):
        page.goto(f"{address}/{path}/")
        yield f"{path}, empty"
    address = resume(page, draft("mlops", finished=True)[1], language)
    yield "report, empty"


def with_errors(page: Page, language: str) -> Iterator[Stop]:
    """A page that could not be kept as it was sent."""
    address = resume(page, draft(answers={"T1": 3})[1], language)
    page.evaluate(
        """() => {
          const form = document.getElementById("answers");
          form.elements["note-T1"].value = "x".repeat(2001);
          form.querySelector("[name=skill-T2]").value = "9";
          form.querySelector("[name=skill-T2]").checked = true;
          form.insertAdjacentHTML("beforeend", '<input type="hidden" name="skill-P1" value="3">');
          form.requestSubmit();
        }"""
    )
    page.locator("#errors").wait_for()
    assert page.locator("#errors li").count() == 3
    yield "questions, refused"
    page.goto(f"{address}/{pages_of()[0]}/")
    page.locator("textarea").first.evaluate("field => { field.value = 'Typed'; field.closest('details').open = true }")
    page.locator("input[name=csrfmiddlewaretoken]").first.evaluate("field => { field.value = 'stale' }")
    page.locator('main button[value="next"]').click()
    page.locator("main textarea[readonly]").wait_for()
    yield "open too long"


def full(page: Page, language: str) -> Iterator[Stop]:
    """An assessment with all answers and notes."""
    answers = everything("mlops")
    address = resume(page, draft("mlops", answers, dict.fromkeys(answers, NOTE))[1], language)
    for path in (*pages_of("mlops"), "review", "later"):
        page.goto(f"{address}/{path}/")
        yield f"{path}, full"


def reports(page: Page, language: str) -> Iterator[Stop]:
    """Reports with gaps, without, of a role that extends another, and against another target."""
    address = resume(page, draft(answers=WORKED_ANSWERS, finished=True)[1], language)
    yield "report"
    page.goto(f"{address}/report/?role=mlops&grade=senior")
    yield "report, against another target"
    answers = everything("mlops")
    resume(page, draft("mlops", answers, dict.fromkeys(answers, NOTE), finished=True)[1], language)
    yield "report, MLOps, with notes"
    resume(page, draft(answers=everything("devops", 5), grade="junior", finished=True)[1], language)
    yield "report, without a gap"


def shown_to_others(page: Page, language: str) -> Iterator[Stop]:
    """The plan, the links to a report and what their readers see, an overview of many."""
    finished, token = draft("mlops", everything("mlops"), {"T1": NOTE}, finished=True)
    address = resume(page, token, language)
    page.goto(f"{address}/plan/")
    yield "plan"
    page.goto(f"{address}/shares/")
    yield "shares, none yet"
    page.locator("#id_until").fill("")
    page.locator("main form").first.evaluate("form => { form.noValidate = true; form.requestSubmit() }")
    page.locator("#errors").wait_for()
    yield "shares, refused"
    until = timezone.now() + timedelta(days=30)
    share = Share.objects.make(finished, "Ms Martin " * 8, until, with_notes=True)
    Share.objects.make(finished, "Ended", until, with_notes=False)
    Share.objects.filter(name="Ended").update(made=until - timedelta(days=50), until=until - timedelta(days=40))
    page.goto(f"{address}/shares/")
    yield "shares"
    for name, path in (("shared", share.token), ("shared, nowhere", "nowhere")):
        page.goto(f"/{language}/shared/{path}/")
        yield name
    blank = resume(page, draft(finished=True)[1], language)
    page.goto(f"{blank}/plan/")
    yield "plan, empty"
    Share.objects.all().delete()


def lost(page: Page, language: str) -> Iterator[Stop]:
    """Where there is nothing, or something is wrong."""
    page.goto(f"/{language}/")
    yield "home, of one who holds assessments"
    for path in ("nowhere", "resume/nowhere"):
        page.goto(f"/{language}/{path}/")
        yield f"404, {path}"
    with override(language):
        request = RequestFactory().get(f"/{language}/")
        bodies = {status: render_to_string(f"{status}.html", request=request) for status in (400, 403)}
    for status, body in (bodies | {500: SERVER_ERROR}).items():
        answer_with(page, f"/{language}/status-{status}/", status, body)
        yield str(status)


def after_publishing(page: Page, language: str) -> Iterator[Stop]:
    """Old reports, once other catalogues are published: nothing changed, everything, too little, the role is gone."""
    answers = everything("mlops")
    worked, blank = (draft(answers=given, finished=True)[1] for given in (WORKED_ANSWERS, {}))
    of_mlops = draft("mlops", answers, finished=True)[1]
    build_and_publish(without("mlops"))
    for token, stop in ((worked, "nothing changed"), (of_mlops, "the role is gone")):
        page.goto(f"{resume(page, token, language)}/report/today/")
        yield f"today, {stop}"
    build_and_publish(edited_document())
    resume(page, worked, language)
    yield "report, of an old catalogue"
    for token, stop in ((worked, "full"), (blank, "empty"), (of_mlops, "MLOps")):
        page.goto(f"{resume(page, token, language)}/report/today/")
        page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
        yield f"today, {stop}"


def without(role: str) -> dict[str, Any]:
    """The shipped catalogue without one of its roles."""
    found = document()
    for section, key in (("roles", "code"), ("salaries", "role")):
        found[section] = [item for item in found[section] if item[key] != role]
    return found


def answer_with(page: Page, address: str, status: int, body: str) -> None:
    """Open an address at which the site gives this answer."""
    page.route(f"**{address}", lambda route: route.fulfill(status=status, body=body, content_type="text/html"))
    page.goto(address)

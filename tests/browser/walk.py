"""What a person does on the pages, found by addresses, names and roles and not by sentences."""

import re
from collections.abc import Mapping

from playwright.sync_api import Locator, Page, expect

from assessment.models import Assessment, CatalogueVersion, Edit
from assessment.scoring import Answers
from tests.examples import shipped

FIGURE = {"fr": "78,5\u00a0%", "en": "78.5%"}  # the readiness of the worked person


def pages_of(role: str = "devops") -> tuple[str, ...]:
    """The competencies that a role asks for, in order: the pages of its questionnaire."""
    return tuple(competency.code for competency, _ in shipped().pages(role))


def answers_of(code: str, answers: Answers, role: str = "devops") -> Answers:
    """Those of the answers that belong on one page."""
    asked = [skill.code for competency, skills in shipped().pages(role) if competency.code == code for skill in skills]
    return {skill: answers[skill] for skill in asked if skill in answers}


def draft(
    role: str = "devops",
    answers: Answers | None = None,
    notes: Mapping[str, str] | None = None,
    *,
    grade: str = "confirmed",
    finished: bool = False,
) -> tuple[Assessment, str]:
    """An assessment as a person left it, and the token of its secret link."""
    version = CatalogueVersion.objects.get()
    assessment, token = Assessment.objects.start(version, role, grade, "en")
    answers, notes = answers or {}, notes or {}
    assessment.edit({code: Edit(answers.get(code), notes.get(code)) for code in {*answers, *notes}}, "en")
    if finished:
        assessment.finish()
    return assessment, token


def resume(page: Page, token: str, language: str = "en") -> str:
    """Open a secret link; answers the address of the assessment that it opened."""
    page.goto(f"/{language}/resume/{token}/")
    return page.url.rsplit("/", 2)[0]


def begin(page: Page, language: str = "en", role: str = "devops", grade: str = "confirmed") -> str:
    """From the home page over the role's own page to the first question; answers the address of the assessment."""
    page.goto(f"/{language}/")
    page.locator(f'main a[href="/{language}/roles/{role}/"]').click()
    page.locator(f'main a[href="/{language}/start/?role={role}"]').click()
    expect(page.locator(f'input[name="role"][value="{role}"]')).to_be_checked()
    page.locator(f'input[name="grade"][value="{grade}"]').check()
    page.locator("main form button").click()
    expect(page).to_have_url(re.compile(f"/{language}/assessments/[0-9a-f-]+/{pages_of(role)[0]}/$"))
    return page.url.rsplit("/", 2)[0]


def radio(page: Page, skill: str, answer: object) -> Locator:
    """The radio of an answer."""
    return page.locator(f'input[name="skill-{skill}"][value="{answer}"]')


def choose(page: Page, answers: Answers) -> None:
    """Choose on the page that is open."""
    for skill, answer in answers.items():
        radio(page, skill, answer).check()


def chosen(page: Page) -> dict[str, str]:
    """What is chosen on the page that is open."""
    radios = page.locator("input[type=radio]:checked").evaluate_all(
        "all => all.map(one => [one.name.slice(6), one.value])"
    )
    return dict(radios)


def words(answers: Answers) -> dict[str, str]:
    """Answers as the values of their radios."""
    return {skill: str(answer) for skill, answer in answers.items()}


def press(page: Page, go: str) -> None:
    """Press one of the buttons under a page of questions, and wait for where it leads."""
    with page.expect_navigation():
        page.locator(f'main button[name="go"][value="{go}"]').click()


def choose_and_save(page: Page, skill: str, answer: object) -> None:
    """Choose an answer on the page that is open, and wait until the script says that this choice is saved."""
    page.locator(".saved").evaluate("status => { status.textContent = ''; }")  # what was said of the choice before
    radio(page, skill, answer).check()
    saved(page)


def saved(page: Page) -> None:
    """Wait until the script says that a choice is saved, on a page where it has not said so before."""
    said = page.locator("form[data-save]").get_attribute("data-saved") or ""
    expect(page.locator(".saved")).to_have_text(re.compile(re.escape(said).replace("TIME", ".*[0-9].*")))

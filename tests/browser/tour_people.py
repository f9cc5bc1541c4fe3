"""The pages of a person over time: their list, progress, plan, second views, and their account, in every state."""

from collections.abc import Iterator

from django.test import Client
from playwright.sync_api import Page

from assessment.models import Assessment, PlanItem
from assessment.scoring import Answers
from tests.browser.walk import draft, pages_of, resume
from tests.examples import WORKED_ANSWERS
from tests.people import address
from tests.profiles.accounts import PASSWORD, make
from tests.raters import begin_rating, invited, rated

LONG = "A long name of what one has in mind, " * 2
Stop = str


def tour_people(page: Page, language: str) -> Iterator[Stop]:
    """Bring the page into one state after another."""
    for part in (nothing_yet, over_time, plans, asked, raters, entrance, account):
        yield from part(page, language)


def sent_empty(page: Page, form: str = "main form") -> None:
    """Send a form as it is, past what the browser itself would refuse, and wait for what is wrong with it."""
    page.locator(form).first.evaluate("form => { form.noValidate = true; form.requestSubmit() }")
    page.locator("#errors").wait_for()
    page.wait_for_load_state()  # with its styles: what is measured and looked at next depends on them


def nothing_yet(page: Page, language: str) -> Iterator[Stop]:
    """Who comes with nothing."""
    page.context.clear_cookies()
    for path in ("assessments/", "assessments/progress/", "assessments/compare/"):
        page.goto(f"/{language}/{path}")
        yield f"{path}, empty"


def over_time(page: Page, language: str) -> Iterator[Stop]:
    """Who has several, of which one was begun again."""
    later: Answers = {**WORKED_ANSWERS, "T1": 5, "G1": 0, "C1": "na"}
    first, token = draft(answers=WORKED_ANSWERS, finished=True)
    resume(page, token, language)
    second, token = draft(answers=later, finished=True)
    resume(page, token, language)
    again, token = draft(answers={"T1": 4})
    Assessment.objects.filter(pk=again.pk).update(earlier=first, title=LONG)
    at = resume(page, token, language)
    page.goto(f"{at}/{pages_of()[0]}/")
    yield "questions, begun again"
    page.goto(f"/{language}/assessments/")
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
    yield "assessments"
    page.goto(f"/{language}/assessments/progress/?role=devops")
    yield "progress"
    page.goto(f"/{language}/assessments/compare/?before={first.uuid}&after={second.uuid}")
    yield "compare"
    page.goto(f"/{language}/assessments/compare/?before={first.uuid}&after={first.uuid}")
    page.locator("#errors").wait_for()
    yield "compare, refused"


def plans(page: Page, language: str) -> Iterator[Stop]:
    """A plan with steps, with levels to imagine, and one that could not be kept."""
    finished, token = draft(answers=WORKED_ANSWERS, finished=True)
    codes = [gap.skill.code for gap in finished.gap_report().priorities]
    for place, code in enumerate(codes[:2], 1):
        PlanItem.objects.create(assessment=finished, skill=code, place=place, step=LONG, interest=2)
    at = resume(page, token, language)
    page.goto(f"{at}/plan/?order=both&reach-{codes[0]}=5")
    yield "plan, with steps"
    page.locator(f'[name="step-{codes[0]}"]').fill("x" * 301)
    sent_empty(page, "#plan")
    yield "plan, refused"


def asked(page: Page, language: str) -> Iterator[Stop]:
    """Second views, before and after others have said what they see."""
    finished, token = draft(answers=WORKED_ANSWERS, finished=True)
    at = resume(page, token, language)
    page.goto(f"{at}/views/")
    sent_empty(page)
    yield "views, refused"
    owner = Client()
    owner.cookies["assessments"] = token
    link = invited(owner, finished)
    rated(link, {**WORKED_ANSWERS, "T1": 0}, "Grace Hopper " * 5)
    for level in (1, 2, 5):
        rated(link, dict.fromkeys(WORKED_ANSWERS, level))
    page.goto(f"{at}/views/")
    yield "views"


def raters(page: Page, language: str) -> Iterator[Stop]:
    """What somebody sees who is asked."""
    finished, token = draft(answers=WORKED_ANSWERS, finished=True)
    owner = Client()
    owner.cookies["assessments"] = token
    link = invited(owner, finished).replace("/en/", f"/{language}/")
    page.context.clear_cookies()
    page.goto(link)
    yield "invitation"
    sent_empty(page)
    yield "invitation, refused"
    _rater, own = begin_rating(link.replace(f"/{language}/", "/en/"), "Grace")
    own = own.replace("/en/", f"/{language}/")
    for path in ("", f"{pages_of()[0]}/", "review/", "withdraw/"):
        page.goto(f"{own}{path}")
        yield f"second view, {path}"
    page.goto(f"{own}review/")
    page.locator("main form button").first.click()
    page.wait_for_load_state()
    yield "second view, finished"
    page.goto(f"/{language}/views/withdrawn/")
    yield "second view, withdrawn"


def entrance(page: Page, language: str) -> Iterator[Stop]:
    """The pages before one is signed in."""
    page.context.clear_cookies()
    for path in ("signup", "login", "password/reset"):
        page.goto(f"/{language}/accounts/{path}/")
        yield path
        sent_empty(page)
        yield f"{path}, refused"
    for path in (
        "inactive",
        "confirm-email",
        "confirm-email/nobodys",
        "password/reset/done",
        "password/reset/key/done",
    ):
        page.goto(f"/{language}/accounts/{path}/")
        yield path
    page.goto(f"/{language}/accounts/password/reset/key/1-nobodys/")
    yield "password/reset/key, dead"


def account(page: Page, language: str) -> Iterator[Stop]:
    """The pages of who is signed in; a link that asks whether it is to be theirs, one that is somebody's already."""
    ada, grace = make("ada@example.org", display_name="Ada"), make("grace@example.org")
    page.goto(f"/{language}/accounts/login/")
    sign_in(page, ada.email)
    page.goto(f"/{language}/accounts/erase/")
    yield "reauthenticate"
    page.locator("#id_password").fill(PASSWORD)
    with page.expect_navigation():
        page.locator("main form:not([action]) button.main").first.click()
    yield "erase"
    for path in ("", "sessions/", "email/", "password/change/", "logout/", "2fa/", "2fa/app/", "2fa/passkeys/add/"):
        page.goto(f"/{language}/accounts/{path}")
        yield f"accounts/{path}"
    open_link, claimed = draft(answers=WORKED_ANSWERS)[1], draft(answers=WORKED_ANSWERS)
    Assessment.objects.filter(pk=claimed[0].pk).update(owner=grace)
    for token, stop in ((open_link, "join"), (claimed[1], "claimed link")):
        page.goto(f"/{language}/resume/{token}/")
        yield stop
    mine, _token = draft(answers=WORKED_ANSWERS)
    Assessment.objects.filter(pk=mine.pk).update(owner=ada, token_sha256=None, link_until=None)
    page.goto(address(mine, "later/", language))
    yield "later, of an account"
    page.context.clear_cookies()
    for person in (ada, grace):
        person.delete()


def sign_in(page: Page, email: str) -> None:
    """Give address and password."""
    page.locator("#id_login").fill(email)
    page.locator("#id_password").fill(PASSWORD)
    with page.expect_navigation():
        page.locator("main form:not([action]) button.main").first.click()

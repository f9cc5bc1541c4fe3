"""As a new user would: begin without an account, make one, begin again, compare, plan, ask others, take all, go."""

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from assessment.models import Assessment, CatalogueVersion, PlanItem, SecondView
from profiles.models import User
from tests.browser.conftest import Come, Watch
from tests.browser.walk import answers_of, begin, choose, pages_of, press
from tests.examples import WORKED_ANSWERS

pytestmark = pytest.mark.browser
with_and_without_scripts = pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
ADDRESS, PASSWORD = "ada@example.org", "several words that do not rhyme"


def send(page: Page, path: str = "") -> None:
    """Press the main button of the page's form, or of that which goes to an address ending so, and wait."""
    form = page.locator(f'main form[action$="{path}"]') if path else page.locator("main form:not([action])")
    with page.expect_navigation():
        form.locator("button.main, button").first.click()


def sign_up(page: Page, language: str) -> None:
    """Make an account and confirm its address in the same browser."""
    page.locator(f'main a[href="/{language}/accounts/signup/"]').first.click()
    page.locator("#id_email").fill(ADDRESS)
    page.locator("#id_password1").fill(PASSWORD)
    send(page)
    (link,) = re.findall(r"https?://\S+/confirm-email/\S+", str(mail.outbox[-1].body))
    page.goto(urlsplit(link).path)
    send(page)


def prove(page: Page) -> None:
    """Give the password once more, if the site asks for it."""
    if "/reauthenticate/" in page.url:
        page.locator("#id_password").fill(PASSWORD)
        send(page)


def rate(page: Page, **changes: int) -> None:
    """Answer every page and finish."""
    answers = {**WORKED_ANSWERS, **changes}
    for code in pages_of():
        choose(page, answers_of(code, answers))
        press(page, "next")
    send(page)


@with_and_without_scripts
@pytest.mark.parametrize("language", ["fr", "en"])
def test_from_a_first_assessment_without_an_account_to_an_account_erased(
    come: Come, watch: Watch, published: CatalogueVersion, language: str, javascript: bool
) -> None:
    page = come(javascript=javascript)
    begin(page, language)
    rate(page)
    first = page.url.removesuffix("report/")

    sign_up(page, language)
    page.goto(f"/{language}/assessments/")
    assert page.locator("ol.sittings > li").count() == 1
    assert Assessment.objects.get().owner == User.objects.get(email=ADDRESS)

    page.goto(f"{first}report/")
    send(page, "/again/")
    assert page.locator(".last").all_inner_texts() == [""] * len(page.locator(".last").all())
    rate(page, T1=5, G1=1)
    assert page.url.endswith("/report/")

    second = Assessment.objects.latest("pk")
    page.goto(f"/{language}/assessments/progress/?role=devops")
    page.goto(f"/{language}/assessments/compare/?before={first.split('/')[-2]}&after={second.uuid}")
    assert page.locator("#skills").count() == 1

    page.goto(f"/{language}/assessments/{second.uuid}/plan/")
    gap = second.gap_report().priorities[0].skill.code
    page.locator(f'[name="pick-{gap}"]').check()
    with page.expect_navigation():
        page.locator("#plan button.main").first.click()
    page.locator(f'[name="step-{gap}"]').fill("Read the manual")
    with page.expect_navigation():
        page.locator("#plan button.main").first.click()
    assert list(PlanItem.objects.values_list("skill", "step")) == [(gap, "Read the manual")]

    link = invite(page, f"/{language}/assessments/{second.uuid}/views/")
    rater = come(javascript=javascript)
    second_view(rater, link)
    page.reload()
    expect(page.locator("#said")).to_have_count(1)
    assert "Grace" in page.locator("main").inner_text()

    taken = take_everything(page, f"/{language}/accounts/")
    assert [one["uuid"] for one in taken["assessments"]] == [first.split("/")[-2], str(second.uuid)]

    page.goto(f"/{language}/accounts/erase/")
    prove(page)
    send(page)
    expect(page).to_have_url(re.compile(f"/{language}/deleted/$"))
    counts = [model.objects.count() for model in (User, Assessment, PlanItem, SecondView)]
    assert counts == [0, 0, 0, 0]

    page.goto(f"/{language}/accounts/login/")
    page.locator("#id_login").fill(ADDRESS)
    page.locator("#id_password").fill(PASSWORD)
    send(page)
    expect(page).to_have_url(re.compile(f"/{language}/accounts/login/"))
    assert page.locator("#errors").count() == 1


def invite(page: Page, views: str) -> str:
    """Ask somebody for a second view; answers the path of the link."""
    page.goto(views)
    page.locator("#id_name").fill("Grace")
    page.locator("#id_asker").fill("Ada")
    send(page)
    return urlsplit(page.locator(".shares input[readonly]").first.input_value()).path


def second_view(page: Page, link: str) -> None:
    """Rate somebody by name, from an invitation to its end."""
    page.goto(link)
    page.locator('input[name="seen"][value="name"]').check()
    page.locator("#id_rater_name").fill("Grace")
    send(page)
    for code in pages_of():
        choose(page, dict.fromkeys(answers_of(code, WORKED_ANSWERS), 2))
        press(page, "next")
    send(page)


def take_everything(page: Page, account: str) -> dict[str, list[dict[str, str]]]:
    """All data as the file that the account's page offers."""
    page.goto(account)
    with page.expect_navigation():
        page.locator('main a[href$="/data.json"]').click()
    assert "/reauthenticate/" in page.url
    page.locator("#id_password").fill(PASSWORD)
    with page.expect_download() as download:
        page.locator("main form:not([action]) button.main").click()
    found: dict[str, list[dict[str, str]]] = json.loads(Path(download.value.path()).read_bytes())
    return found

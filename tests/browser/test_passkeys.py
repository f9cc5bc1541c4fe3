"""Passkeys in a real browser, with a key of its own in software."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Page, expect

from assessment.models import CatalogueVersion
from tests.browser.conftest import Come, Watch
from tests.browser.test_accessibility import in_both_schemes
from tests.profiles.accounts import ADA, PASSWORD, make
from tests.profiles.entrance import code_of, with_app

pytestmark = pytest.mark.browser
SIGN_IN, FACTORS = "/en/accounts/login/", "/en/accounts/2fa/"
ADD = f"{FACTORS}passkeys/add/"
TOUCH_ID = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def with_key(page: Page, **otherwise: Any) -> tuple[CDPSession, str]:
    """Give the browser a key; answers how to command it."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {**TOUCH_ID, **otherwise}
    return session, session.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]


def go_on(page: Page) -> None:
    """Press the main button of the page, and wait for where it leads."""
    with page.expect_navigation():
        page.locator("main button.main:visible").first.click()


def sign_in(page: Page) -> None:
    """With address and password."""
    page.goto(SIGN_IN)
    page.locator("#id_login").fill(ADA)
    page.locator("#id_password").fill(PASSWORD)
    go_on(page)


def add(page: Page, name: str = "This computer") -> None:
    """Add a passkey, with the password once more."""
    page.goto(ADD)
    page.locator("#id_password").fill(PASSWORD)
    go_on(page)
    page.locator("#id_name").fill(name)
    go_on(page)
    expect(page.locator("li.code")).to_have_count(10)


def sign_out(page: Page) -> None:
    """As on the page of the account."""
    page.goto("/en/accounts/")
    with page.expect_navigation():
        page.locator('main form[action="/en/accounts/logout/"] button').click()


def by_key_alone(page: Page) -> None:
    """The button of the sign-in page."""
    page.locator("form[data-options] button").click()


@pytest.fixture
def ada(published: CatalogueVersion, transactional_db: None) -> None:
    """Somebody with an account."""
    make()


# A browser that reads the options itself, and one that leaves it to the script
OLD = """for (const name of ["parseCreationOptionsFromJSON", "parseRequestOptionsFromJSON"]) {
  Object.defineProperty(PublicKeyCredential, name, { value: undefined });
}"""


@pytest.mark.parametrize("script", ["", OLD], ids=["new browser", "old browser"])
def test_a_passkey_is_added_and_signs_in_alone_and_as_a_second_step(come: Come, ada: None, script: str) -> None:
    page = come()
    page.add_init_script(script)
    with_key(page)
    sign_in(page)
    add(page)
    page.goto(FACTORS)
    expect(page.locator("main li.panel h3")).to_have_text("This computer")

    sign_out(page)
    page.goto(f"{SIGN_IN}?next={FACTORS}")
    by_key_alone(page)
    expect(page).to_have_url(re.compile(f"[0-9]{FACTORS}$"))

    sign_out(page)
    sign_in(page)
    expect(page).to_have_url(re.compile("/2fa/authenticate/$"))
    page.locator("form[data-passkey] button").click()
    expect(page).not_to_have_url(re.compile("/2fa/authenticate/$"))
    page.goto(ADD)
    page.locator('main a[href*="/passkeys/reauthenticate/"]').click()
    page.locator("form[data-passkey] button").click()
    expect(page).to_have_url(re.compile(f"[0-9]{ADD}$"))


def test_a_device_is_added_once(come: Come, ada: None) -> None:
    page = come()
    with_key(page)
    sign_in(page)
    add(page)
    page.goto(ADD)
    page.locator("form[data-passkey] button").click()
    status = page.locator("form[data-passkey] [role=status]")
    expect(status).to_have_text(status.get_attribute("data-already") or "")


def test_who_cancels_is_told_so_and_can_try_again(come: Come, ada: None) -> None:
    page = come()
    session, key = with_key(page)
    sign_in(page)
    add(page)
    sign_out(page)
    page.goto(SIGN_IN)
    session.send("WebAuthn.setUserVerified", {"authenticatorId": key, "isUserVerified": False})
    by_key_alone(page)
    status = page.locator("form[data-options] [role=status]")
    expect(status).to_have_text(status.get_attribute("data-cancelled") or "")
    session.send("WebAuthn.setUserVerified", {"authenticatorId": key, "isUserVerified": True})
    by_key_alone(page)
    expect(page).to_have_url(re.compile("/en/assessments/$"))


def test_a_server_that_answers_nothing_is_told_so(come: Come, watch: Watch, ada: None) -> None:
    watch.expect("failed: .*/2fa/passkeys/login/", "Failed to load resource")
    page = come()
    with_key(page)
    page.goto(SIGN_IN)
    page.route("**/2fa/passkeys/login/", lambda route: route.abort())
    by_key_alone(page)
    status = page.locator("form[data-options] [role=status]")
    expect(status).to_have_text(status.get_attribute("data-failed") or "")


def test_a_browser_without_passkeys_says_so_and_codes_still_work(come: Come, transactional_db: None) -> None:
    with_app()
    page = come()
    page.add_init_script("delete window.PublicKeyCredential")
    page.goto(SIGN_IN)
    status = page.locator("form[data-options] [role=status]")
    expect(status).to_have_text(status.get_attribute("data-unsupported") or "")
    expect(page.locator("form[data-options] button")).to_be_hidden()
    sign_in(page)
    page.locator("#id_code").fill(code_of())
    go_on(page)
    expect(page).to_have_url(re.compile("/en/assessments/$"))


def test_without_javascript_codes_work_and_the_page_says_what_passkeys_need(come: Come, transactional_db: None) -> None:
    with_app()
    page = come(javascript=False)
    page.goto(SIGN_IN)
    expect(page.locator("form[data-options] button")).to_be_hidden()
    expect(page.locator("form[data-options] noscript p")).to_be_visible()
    sign_in(page)
    page.locator("#id_code").fill(code_of())
    go_on(page)
    expect(page).to_have_url(re.compile("/en/assessments/$"))


def tour(page: Page) -> Iterator[str]:
    """The pages of second factors and of sessions, in each of their states."""
    page.goto(SIGN_IN)
    yield "sign in"
    sign_in(page)
    page.goto(FACTORS)
    yield "no factor"
    add(page, "A name " + "that is long " * 4)
    yield "recovery codes"
    page.goto(f"{FACTORS}app/")
    yield "an app"
    go_on(page)
    yield "an app, refused"
    page.goto(FACTORS)
    yield "factors"
    for selector in ("li.panel a >> nth=0", "li.panel a >> nth=1"):
        page.goto(FACTORS)
        page.locator(selector).click()
        yield selector
    for path in (
        "2fa/codes/new/",
        "2fa/passkeys/add/",
        "2fa/reauthenticate/",
        "2fa/passkeys/reauthenticate/",
        "sessions/",
    ):
        page.goto(f"/en/accounts/{path}")
        yield path
    sign_out(page)
    sign_in(page)
    yield "second step"
    page.locator("#id_code").fill("000000")
    go_on(page)
    yield "second step, refused"


def test_axe_finds_nothing_on_these_pages(come: Come, ada: None) -> None:
    page = come()
    with_key(page)
    assert in_both_schemes(page, tour(page)) == {}

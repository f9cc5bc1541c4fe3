"""The pages that most people come by, each with something on it."""

from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.browser.tour import everything
from tests.browser.walk import draft, pages_of, resume

Pages = dict[str, str]  # name: address


def main_pages(page: Page, language: str) -> Pages:
    """Make a draft and two reports, of all answers to MLOps, and hold them in this browser; name what it can open."""
    answers = everything("mlops")
    notes = {"T1": "A note.\nAnother line."}
    tokens = [draft("mlops", answers, notes, finished=finished)[1] for finished in (True, True, False)]
    addresses = [urlsplit(resume(page, token, language)).path for token in tokens]
    asked, report = addresses[-1], addresses[0]
    return {
        **{f"questions, {code}": f"{asked}/{code}/" for code in pages_of("mlops")},
        **{name: f"/{language}/{path}" for name, path in PUBLIC.items()},
        **{name: f"{asked}/{name}/" for name in ("review", "later", "delete")},
        **{name: f"{report}/{name}/" for name in ("report", "plan", "shares", "views")},
    }


PUBLIC = {
    "home": "",
    "role": "roles/mlops/",
    "start": "start/",
    "privacy": "privacy/",
    "accessibility": "accessibility/",
    "assessments": "assessments/",
    "progress": "assessments/progress/?role=mlops",
    "sign in": "accounts/login/",
    "sign up": "accounts/signup/",
}
SIZES = (360, 1280)  # pixels, of a telephone and of a desk

"""Every answer of the site behind a proxy with TLS, graded by the rules of Mozilla's HTTP Observatory."""

import re
import runpy
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

import pytest
from django.contrib.staticfiles.finders import get_finders
from django.http import HttpResponseBase
from django.test import Client
from pytest_django import Settings

from assessment.models import CatalogueVersion
from tests.addresses import Scene, set_scene
from tests.observatory import Answer, modifiers_of, score
from tests.people import address
from tests.processes import ROOT

ORIGIN = "https://elsewhere.example"
BEHIND = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7", "Origin": ORIGIN}
PROBES = {"/livez", "/readyz", "/metrics"}  # what watches a node asks it by plain HTTP, past the proxy
FULL = {  # what is taken off is nothing, what is added all that can be without a list of known sites
    "content-security-policy": 10,
    "cookies": 5,
    "cross-origin-resource-sharing": 0,
    "redirection": 0,
    "referrer-policy": 5,
    "strict-transport-security": 0,
    "subresource-integrity": 0,
    "x-content-type-options": 0,
    "x-frame-options": 5,
    "cross-origin-resource-policy": 10,
}
WITHOUT_COOKIES = FULL | {"cookies": 0}


@pytest.fixture
def production(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings of a site behind a proxy with TLS; the redirect to it comes once the scene is set."""
    plain = runpy.run_path(str(ROOT / "careerquiz" / "settings.py"))
    for name, value in {"HTTPS": "on", "BEHIND_PROXY": "on"}.items():
        monkeypatch.setenv(name, value)
    there = runpy.run_path(str(ROOT / "careerquiz" / "settings.py"))
    for name in (name for name in there if name.isupper() and there[name] != plain.get(name)):
        setattr(settings, name, there[name])
    settings.SECURE_SSL_REDIRECT = False


@pytest.fixture
def scene(production: None, drafted: CatalogueVersion, settings: Settings) -> Scene:
    """Everybody, and something of each kind, on a site that takes HTTPS only."""
    made = set_scene(drafted)
    settings.SECURE_SSL_REDIRECT = True
    return made


def graded(browser: Client, path: str, method: str = "GET", **more: Any) -> Answer:
    """What an address answers over HTTPS, and where it leads by plain HTTP."""
    response = browser.generic(method, path, **{"headers": BEHIND | more.pop("headers", {})} | more)
    by_http = browser.generic(method, path)
    by_http.close()
    scripts = scripts_of(response)
    response.close()
    return Answer(
        dict(response.headers), response.cookies, scripts, by_http.headers.get("Location", ""), ORIGIN, "testserver"
    )


class Scripts(HTMLParser):
    """The attributes of each script of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append({name: value or "" for name, value in attrs})


def scripts_of(response: HttpResponseBase) -> Sequence[dict[str, str]]:
    if not response.headers.get("Content-Type", "").startswith("text/html"):
        return []
    reader = Scripts()
    reader.feed("".join(re.findall(r"<script\b[^>]*>", b"".join(response).decode())))
    return reader.found


def browser_of(scene: Scene, who: str) -> Client:
    """The browser of one of them, on its way through the proxy."""
    browser = Client(raise_request_exception=False)
    browser.cookies = deepcopy(scene.browsers[who].cookies)
    return browser


def bad(answers: dict[str, Answer]) -> dict[str, tuple[int, dict[str, int]]]:
    """The answers that are not given all the points that they could have, with what each rule gave."""
    found = {name: modifiers_of(answer) for name, answer in answers.items()}
    wanted = {name: FULL if answer.cookies else WITHOUT_COOKIES for name, answer in answers.items()}
    return {name: (score(answers[name]), given) for name, given in found.items() if given != wanted[name]}


def in_both_languages(paths: set[str]) -> set[str]:
    return {re.sub(r"^/(fr|en)/", f"/{language}/", path) for path in paths for language in ("fr", "en")}


@pytest.mark.parametrize("who", ["anonymous", "owner", "superuser"])
def test_every_page_and_file_has_all_points(scene: Scene, who: str) -> None:
    browser = browser_of(scene, who)
    paths = in_both_languages({*scene.paths.values()} - PROBES)
    assert len(paths) > 230
    assert bad({path: graded(browser, path) for path in sorted(paths)}) == {}


def test_every_refusal_has_all_points(scene: Scene, settings: Settings) -> None:
    settings.ROOT_URLCONF = "tests.test_errors"
    anonymous, strict = browser_of(scene, "anonymous"), Client(enforce_csrf_checks=True)
    page = address(scene.draft, "TECH/")
    answers = {
        "400, another host": graded(anonymous, "/en/", headers={"host": "evil.example"}),
        "400, too many fields": graded(
            anonymous, "/en/start/", "POST", **form("&".join(f"a{n}=" for n in range(1001)))
        ),
        "403, no token": graded(strict, "/en/start/", "POST", **form("role=devops")),
        "403, not open": graded(anonymous, "/en/refused/"),
        "403, staff without the right": graded(browser_of(scene, "clerk"), "/admin/profiles/user/"),
        "404": graded(anonymous, "/en/nope/"),
        "404 without a language": graded(anonymous, "/wp-login.php"),
        "404, of somebody else": graded(anonymous, page),
        "404, a file that is not there": graded(anonymous, "/static/nope.css"),
        **{f"405, {method}": graded(browser_of(scene, "owner"), page, method) for method in ("PUT", "PROPFIND")},
        "500": graded(anonymous, "/en/broken/"),
    }
    assert bad(answers) == {}


def test_too_many_attempts_are_refused_with_all_points(scene: Scene) -> None:
    browser = browser_of(scene, "anonymous")
    answers = [browser.post("/en/accounts/signup/", headers=BEHIND) for _ in range(21)]
    assert [answer.status_code for answer in answers[-2:]] == [200, 429]
    assert bad({"429": graded(browser, "/en/accounts/signup/", "POST", **form(""))}) == {}


def test_a_site_without_a_catalogue_says_so_with_all_points(production: None, db: None, settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    browser = Client()
    assert browser.get("/en/", headers=BEHIND).status_code == 503
    assert bad({"503": graded(browser, "/en/")}) == {}


def test_what_sets_a_cookie_has_all_points(scene: Scene) -> None:
    browser = browser_of(scene, "anonymous")
    password = {"login": "nobody@example.org", "password": "not the password"}
    answers = {
        "a start": graded(browser, "/en/start/", "POST", **form("role=devops&grade=junior")),
        "a token of a form": graded(browser, "/en/start/"),
        "a language": graded(browser, "/admin/language/", "POST", **form("language=en")),
        "a sign-in": graded(browser, "/en/accounts/login/", "POST", **form(urlencode(password))),
    }
    assert bad(answers) == {}
    named = {name for answer in answers.values() for name in answer.cookies}
    assert named == {"assessments", "__Host-csrf", "__Host-language"}  # the first is named before a test can say HTTPS


def form(body: str) -> dict[str, str]:
    return {"data": body, "content_type": "application/x-www-form-urlencoded"}


def test_every_static_file_has_all_points(scene: Scene) -> None:
    browser = browser_of(scene, "anonymous")
    found = {f"/static/{name}" for finder in get_finders() for name, _ in finder.list([])}
    assert len(found) > 100
    assert bad({path: graded(browser, path) for path in sorted(found)}) == {}


@pytest.mark.parametrize("path", sorted(PROBES))
def test_a_probe_has_all_points_but_for_the_redirect_that_it_must_not_have(scene: Scene, path: str) -> None:
    answer = graded(browser_of(scene, "anonymous"), path)
    assert modifiers_of(answer) == WITHOUT_COOKIES | {"redirection": -20}


# The calculation itself

GOOD = Answer(
    {
        "Content-Security-Policy": "default-src 'none'; script-src 'self'; form-action 'self'; frame-ancestors 'none'",
        "Referrer-Policy": "same-origin",
        "Strict-Transport-Security": "max-age=63072000",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Resource-Policy": "same-origin",
    },
    SimpleCookie("session=1; Secure; HttpOnly; SameSite=Lax"),
)


def test_a_good_answer_has_135_points() -> None:
    assert (modifiers_of(GOOD), score(GOOD)) == (FULL, 135)


def test_an_answer_with_nothing_has_none() -> None:
    assert score(Answer({}, redirect="")) == 100 - 25 - 20 - 20 - 5 - 20


@pytest.mark.parametrize(
    ("name", "rule", "left"),
    [
        ("Content-Security-Policy", "content-security-policy", 75),
        ("Referrer-Policy", "referrer-policy", 130),
        ("Strict-Transport-Security", "strict-transport-security", 80),
        ("X-Content-Type-Options", "x-content-type-options", 130),
        ("Cross-Origin-Resource-Policy", "cross-origin-resource-policy", 125),
    ],
)
def test_a_header_that_is_taken_away_costs_points(name: str, rule: str, left: int) -> None:
    answer = replace(GOOD, headers={given: value for given, value in GOOD.headers.items() if given != name})
    assert score(answer) == left
    assert modifiers_of(answer)[rule] < FULL[rule] or name == "X-Content-Type-Options"


POLICY = GOOD.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("policy", "modifier"),
    [
        ("", -25),
        (POLICY, 10),
        (POLICY.replace("'none'", "'self'", 1), 5),
        (POLICY.replace("form-action 'self'", "form-action *"), 5),
        (POLICY.replace("form-action 'self'; ", ""), 5),
        (f"{POLICY}; style-src 'self' 'unsafe-inline'", 0),
        (f"{POLICY}; img-src http:", -10),
        (f"{POLICY}; style-src 'unsafe-eval'", -10),
        (f"{POLICY}; font-src http://cdn.example", -20),
        (f"{POLICY}; object-src *", -20),
        (POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"), -20),
        (POLICY.replace("script-src 'self'", "script-src data:"), -20),
        (f"{POLICY}; script-src 'unsafe-inline'", 10),  # a second directive of one name says nothing
        ("script-src 'self'", -20),  # anything may be an object
    ],
)
def test_a_policy_is_judged_by_its_worst_part(policy: str, modifier: int) -> None:
    answer = replace(GOOD, headers=GOOD.headers | {"Content-Security-Policy": policy})  # type: ignore[operator]
    assert modifiers_of(answer)["content-security-policy"] == modifier


@pytest.mark.parametrize(
    ("cookie", "header", "modifier"),
    [
        ("", "max-age=63072000", 0),
        ("session=1; Secure; HttpOnly; SameSite=Lax", "max-age=63072000", 5),
        ("session=1; Secure; HttpOnly", "max-age=63072000", 0),
        ("colour=1; SameSite=Lax", "max-age=63072000", -5),
        ("colour=1; SameSite=Lax", "", -20),
        ("session=1; HttpOnly; SameSite=Lax", "max-age=63072000", -10),
        ("session=1; HttpOnly; SameSite=Lax", "", -40),
        ("session=1; Secure; SameSite=Lax", "max-age=63072000", -30),
        ("csrf=1; Secure; HttpOnly", "max-age=63072000", -20),
        ("colour=1; Secure; SameSite=Whatever", "max-age=63072000", -20),
        ("colour=1; SameSite=None", "max-age=63072000", -20),
    ],
)
def test_a_cookie_is_judged_by_what_it_lets_happen(cookie: str, header: str, modifier: int) -> None:
    answer = replace(GOOD, headers={"Strict-Transport-Security": header}, cookies=SimpleCookie(cookie))
    assert modifiers_of(answer)["cookies"] == modifier


@pytest.mark.parametrize(
    ("rule", "header", "value", "modifier"),
    [
        ("strict-transport-security", "Strict-Transport-Security", "max-age=86400", -10),
        ("strict-transport-security", "Strict-Transport-Security", "includeSubDomains", -20),
        ("strict-transport-security", "Strict-Transport-Security", "max-age=63072000, max-age=63072000", -20),
        ("referrer-policy", "Referrer-Policy", "unsafe-url", -5),
        ("referrer-policy", "Referrer-Policy", "nobody", -5),
        ("referrer-policy", "Referrer-Policy", "no-referrer, strict-origin", 5),
        ("x-content-type-options", "X-Content-Type-Options", "sniff", -5),
        ("cross-origin-resource-policy", "Cross-Origin-Resource-Policy", "same-site", 10),
        ("cross-origin-resource-policy", "Cross-Origin-Resource-Policy", "cross-origin", 0),
        ("cross-origin-resource-policy", "Cross-Origin-Resource-Policy", "everybody", -5),
        ("cross-origin-resource-sharing", "Access-Control-Allow-Origin", ORIGIN, 0),
    ],
)
def test_a_header_is_judged_by_its_value(rule: str, header: str, value: str, modifier: int) -> None:
    answer = replace(GOOD, headers=GOOD.headers | {header: value})  # type: ignore[operator]
    assert modifiers_of(answer)[rule] == modifier


def test_an_answer_that_any_site_may_read_as_its_visitor_costs_half() -> None:
    shared = {"Access-Control-Allow-Origin": ORIGIN, "Access-Control-Allow-Credentials": "true"}
    assert score(replace(GOOD, headers=GOOD.headers | shared)) == 50  # type: ignore[operator]


@pytest.mark.parametrize(("value", "modifier"), [("", -20), ("SAMEORIGIN", 0), ("anywhere", -20)])
def test_without_a_policy_the_older_header_keeps_it_out_of_frames(value: str, modifier: int) -> None:
    assert modifiers_of(Answer({"X-Frame-Options": value}))["x-frame-options"] == modifier


@pytest.mark.parametrize(
    ("location", "modifier"),
    [
        ("https://testserver/en/", 0),
        ("", -20),
        ("http://testserver/en/", -20),
        ("https://elsewhere.example/", -5),
        ("https://testserver.evil.example/", -5),
    ],
)
def test_plain_http_leads_to_https_of_the_same_host(location: str, modifier: int) -> None:
    assert modifiers_of(replace(GOOD, redirect=location))["redirection"] == modifier


@pytest.mark.parametrize(
    ("scripts", "modifier"),
    [
        ([], 0),
        ([{"src": "/static/js/save.js"}], 0),
        ([{"src": "/static/js/save.js", "integrity": "sha384-x"}], 5),
        ([{"src": "https://cdn.example/x.js", "integrity": "sha384-x"}], 5),
        ([{"src": "https://cdn.example/x.js"}, {"src": "/static/js/save.js"}], -5),
        ([{"src": "//cdn.example/x.js", "integrity": "sha384-x"}], -20),
        ([{"src": "http://cdn.example/x.js"}], -50),
    ],
)
def test_a_script_from_elsewhere_is_judged_by_how_it_comes(scripts: list[dict[str, str]], modifier: int) -> None:
    assert modifiers_of(replace(GOOD, scripts=scripts))["subresource-integrity"] == modifier

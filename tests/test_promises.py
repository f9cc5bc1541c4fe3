"""What SECURITY.md and docs/threat-model.md promise of the whole site, where no test of one page could hold it."""

import re
from copy import deepcopy

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client

from assessment.models import CatalogueVersion
from profiles.models import User
from tests.addresses import BODIES, Scene, set_scene
from tests.people import everything_stored
from tests.processes import ROOT, manage

ENTITLED = ("owner", "signed in", "superuser")  # between them they may send every form there is


@pytest.fixture
def scene(drafted: CatalogueVersion) -> Scene:
    """Everybody, and something of each kind."""
    return set_scene(drafted)


def browser_of(scene: Scene, who: str, *, strict: bool = False) -> Client:
    browser = Client(enforce_csrf_checks=strict)
    browser.cookies = deepcopy(scene.browsers[who].cookies)
    return browser


# Every address


@pytest.mark.parametrize("who", ENTITLED)
def test_no_address_takes_a_form_without_its_token(scene: Scene, who: str) -> None:
    browser, before = browser_of(scene, who, strict=True), everything_stored()
    kind = "application/x-www-form-urlencoded"
    got = {name: browser.post(path, BODIES.get(name, ""), content_type=kind) for name, path in scene.paths.items()}
    assert {name: answer.status_code for name, answer in got.items() if answer.status_code not in (403, 404, 405)} == {}
    assert everything_stored() == before


@pytest.mark.parametrize("who", ["owner", "superuser"])
def test_every_answer_says_what_it_is_and_gives_itself_to_no_other_site(scene: Scene, who: str) -> None:
    browser = browser_of(scene, who)
    for path in scene.paths.values():
        answer = browser.get(path, headers={"origin": "https://elsewhere.example"})
        assert [name for name in answer.headers if name.startswith("Access-Control-")] == [], path
        assert not {"Server", "X-Powered-By"} & answer.headers.keys(), path
        kind = answer.headers.get("Content-Type", "")
        assert not b"".join(answer) or re.fullmatch(r"text/\w+;.*charset=\"?utf-8\"?|(?!text)\w+/[\w.+-]+", kind), path


@pytest.mark.parametrize("name", ["icon.svg", "css/base.css", "js/assessment.js", "admin/css/base.css"])
def test_every_static_text_says_its_charset(client: Client, name: str) -> None:
    answer = client.get(f"/static/{name}")
    assert answer.status_code == 200
    assert b"".join(answer)
    assert "charset=utf-8" in answer.headers["Content-Type"].replace('"', "")


def test_a_file_to_take_away_is_never_shown_as_a_page(scene: Scene) -> None:
    files = [path for name, path in scene.paths.items() if name.endswith(("-file", "-csv", "-data"))]
    assert len(files) > 8
    for path in files:
        answers = [browser_of(scene, who).get(path) for who in ENTITLED]
        (taken,) = {
            answer.headers["Content-Disposition"].split(";")[0] for answer in answers if answer.status_code == 200
        } or {"attachment"}
        assert taken == "attachment", path


def test_no_address_echoes_what_it_is_sent(scene: Scene) -> None:
    browser, before = browser_of(scene, "superuser"), everything_stored()
    for path in scene.paths.values():
        answer = browser.generic("TRACE", path, "x=marker-of-an-echo", headers={"x-marker": "marker-of-an-echo"})
        assert b"marker-of-an-echo" not in b"".join(answer), path
    assert everything_stored() == before


@pytest.mark.parametrize(
    "path",
    [
        "/.git/config",
        "/.env",
        "/manage.py",
        "/var/secret-key",
        "/var/careerquiz.sqlite3",
        "/static/",
        "/static/css/",
        "/static/../manage.py",
        "/static/%2e%2e/manage.py",
        "/static//etc/passwd",
        "/media/",
        "/docs/threat-model.md",
        "/__debug__/",
    ],
)
def test_no_file_of_ours_but_those_of_the_pages_is_served(client: Client, db: None, path: str) -> None:
    assert client.get(path).status_code == 404


# The site as it is made


def test_a_new_site_has_no_account(db: None) -> None:
    assert User.objects.count() == 0


def test_every_cookie_is_bound_to_the_host() -> None:
    names = (
        "from django.conf import settings as s; from assessment.links import COOKIE;"
        "print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.LANGUAGE_COOKIE_NAME, COOKIE)"
    )
    status, out, err = manage("shell", "--no-imports", "-c", names, HTTPS="on")
    assert (status, err) == (0, "")
    assert out.split() == ["__Host-session", "__Host-csrf", "__Host-language", "__Host-assessments"]


def test_the_key_of_a_session_is_drawn_at_random_and_cannot_be_chosen(db: None) -> None:
    def key_of(session: SessionStore) -> str:
        session.create()
        return str(session.session_key)

    keys = [key_of(SessionStore()) for _ in range(50)]
    assert len({*keys}) == 50
    assert all(re.fullmatch("[0-9a-z]{32}", key) for key in keys)  # 165 bits
    assert key_of(SessionStore("chosen-by-somebody-else-entirely")) != "chosen-by-somebody-else-entirely"


# What is written


def test_scripts_write_texts_and_never_markup_and_keep_nothing() -> None:
    forbidden = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|setTimeout\(\s*[\"'`]"
        r"|localStorage|sessionStorage|indexedDB|document\.cookie|postMessage|\bhttps?://"
    )
    sources = sorted((ROOT / "static" / "js").glob("*.js"))
    assert sources
    assert {source.name: re.findall(forbidden, source.read_text(encoding="utf-8")) for source in sources} == {
        source.name: [] for source in sources
    }


def test_no_template_marks_a_text_as_safe() -> None:
    unsafe = re.compile(r"\|\s*safe(?:seq)?\b|autoescape off")
    found = [str(path) for path in (ROOT / "templates").rglob("*.*") if unsafe.search(path.read_text(encoding="utf-8"))]
    assert [path for path in found if not path.endswith(".txt")] == []  # a mail in plain text holds no markup

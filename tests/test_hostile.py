"""Requests that no browser of a person would send: none may break a page or tell of our insides."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from wsgiref.util import setup_testing_defaults

import pytest
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.http import HttpResponseBase
from django.test import Client
from pytest_django import Settings

from assessment.models import Assessment, CatalogueVersion
from careerquiz.wsgi import application
from tests.people import address, begin, finish, submit

FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data; boundary=x"
PAGE, REVIEW, DELETE = (
    "/en/assessments/{draft}/TECH/",
    "/en/assessments/{draft}/review/",
    "/en/assessments/{draft}/delete/",
)
SHARES, NOTES = "/en/assessments/{finished}/shares/", "/en/assessments/{finished}/notes/"
REPORT, JSON_FILE = "/en/assessments/{finished}/report/", "/en/assessments/{finished}/report.json"
INSIDES = re.compile(
    r"Traceback|[a-z](Error|Exception|DoesNotExist)\b|\b(SELECT|INSERT|UPDATE|DELETE) |psycopg|sqlite|site-packages"
    r"|\bdjango\b|assessment_assessment|careerquiz\.|\.py\b|" + re.escape(str(settings.BASE_DIR))
)


CLEAN = (200, 301, 302, 304, 400, 403, 404, 405, 413, 414, 429, 431)


@dataclass(frozen=True)
class Attack:
    """One request. `body` of a POST is sent as it is."""

    name: str
    path: str = PAGE
    method: str = "GET"
    body: bytes = b""
    kind: str = FORM
    headers: dict[str, str] = field(default_factory=dict)


def get(name: str, path: str, **headers: str) -> Attack:
    return Attack(name, path, headers=headers)


def post(name: str, body: bytes, path: str = PAGE, kind: str = FORM, **headers: str) -> Attack:
    return Attack(name, path, "POST", body, kind, headers)


BASE64 = "Content-Transfer-Encoding: base64\r\n"


def part(disposition: str, content: bytes = b"3", more: str = "") -> bytes:
    head = f"--x\r\nContent-Disposition: {disposition}\r\n{more}\r\n"
    return head.encode() + content + b"\r\n--x--\r\n"


ODD_TEXTS = {
    "nul": "%00",
    "newline": "%0d%0aSet-Cookie:%20a=b",
    "half a pair": "%ED%A0%80",
    "not utf-8": "%ff%fe",
    "overlong": "%c0%af",
    "markup": "%3Cscript%3Ealert(1)%3C/script%3E",
    "template": "%7B%7B7*7%7D%7D%7B%25debug%25%7D",
    "sql": "%27%20OR%201=1;--",
    "format": "%25s%25(x)s%7B0.__class__%7D",
    "5,000 digits": "9" * 5000,
    "number": "1e999",
    "not a number": "nan",
    "far": "..%2f..%2f..%2fetc%2fpasswd",
    "right to left": "%E2%80%AE%E2%81%A6",
    "outside the first plane": "%F0%9F%92%A9" * 400,
}
PLACES = {
    "competency": "/en/assessments/{draft}/$/",
    "uuid": "/en/assessments/$/TECH/",
    "token": "/en/resume/$/",
    "role in the path": "/en/roles/$/",
    "role to start with": "/en/start/?role=$",
    "role to read against": REPORT + "?role=$",
    "grade of the file": JSON_FILE + "?grade=$",
    "language": "/$/",
    "dialect of the file": "/en/assessments/{finished}/report.csv?dialect=$",
    "notes of the file": "/en/assessments/{finished}/report.pdf?notes=$",
    "token of a shared report": "/en/shared/$/",
    "overview": "/en/overview/?role=$&grade=$&month=$&order=$",
    "file of the overview": "/en/overview.csv?dialect=$",
    "nowhere": "/en/$",
    "sign-in": "/en/accounts/login/?next=$",
    "sign-up": "/en/accounts/signup/?email=$&next=$",
    "key of an address": "/en/accounts/confirm-email/$/",
    "key of a password": "/en/accounts/password/reset/key/$-$/",
    "page of the list": "/en/assessments/?page=$",
    "role in time": "/en/assessments/progress/?role=$&page=$",
    "two to compare": "/en/assessments/compare/?before=$&after={finished}",
    "order and levels of the plan": "/en/assessments/{finished}/plan/?order=$&done=$&reach-T1=$&reach-$=3",
    "token of a second view": "/en/views/$/",
    "page of a second view": "/en/views/$/$/",
    "sign-in of the administration": "/admin/login/?next=$",
    "administration": "/admin/$/",
    "page of the draft": "/admin/catalogue/$",
    "version": "/admin/catalogue/versions/$/catalogue",
    "preview of a role": "/en/preview/roles/$/",
    "preview of a page": "/en/preview/roles/devops/$/",
    "preview of a skill": "/en/preview/skills/$/",
}
FORMS = {
    "/en/accounts/signup/": "email display_name password1 next",
    "/en/accounts/login/": "login password next",
    "/en/accounts/password/reset/": "email",
    "/en/accounts/2fa/passkeys/login/": "credential",
    "/en/assessments/{draft}/name/": "title",
    "/en/assessments/{finished}/plan/": "pick-C1 interest-C1 step-C1 until-C1 done-C1 shown-C1 order pick-$",
    "/en/assessments/{finished}/views/": "name asker until",
}
FIELDS = ("skill-T1", "note-T1", "take-back", "skill-$", "note-$", "csrfmiddlewaretoken")


def everywhere(text: str, odd: str) -> list[Attack]:
    """An odd text in each place of an address, and in each field of a form."""
    places = [get(f"{text} as {place}", path.replace("$", odd)) for place, path in PLACES.items()]
    rest = f"&go={odd}&shown-T1={odd}&shown-note-T1={odd}"
    fields = [post(f"{text} in {name}", f"{name.replace('$', odd)}={odd}{rest}".encode()) for name in FIELDS]
    target, choice = f"role={odd}&grade={odd}".encode(), f"language={odd}&next={odd}".encode()
    posts = [post(f"{text} to start", target, "/en/start/"), post(f"{text} to speak", choice, "/admin/language/")]
    share = f"name={odd}&shows={odd}&until={odd}".encode()
    posts += [post(f"{text} to share", share, SHARES), post(f"{text} to share notes", b"shared=" + odd.encode(), NOTES)]
    for path, names in FORMS.items():
        body = "&".join(f"{name.replace('$', odd)}={odd}" for name in names.split())
        posts.append(post(f"{text} to {path}", body.encode(), path))
    return [*places, *fields, *posts]


HEADERS = {
    "host": ["evil.example", "", "testserver:99999", "[::1", "a b", "x" * 9000, "testserver@evil", "..", "é"],
    "cookie": [
        "assessments=" + "." * 9000,
        "assessments=" + ".".join("A" * 32 for _ in range(300)),
        'assessments="\\000"',
        "assessments=\xff\xfe",
        "session=x",
        "session=" + "a" * 9000,
        "csrf=\x7f; csrf=x",
        "language=../../etc/passwd",
        "language=" + "fr-" * 3000,
        "messages=[1]",
        ";;;===;;;",
        "a",
    ],
    "accept": ["", ";", "*", "text/html;q=x", "application/json;q=nan", "/", "a" * 9000, "text/html;;;=", ",,,"],
    "accept-language": ["x" * 9000, "fr;q=1e999", ";;;", "fr-" * 900, "*;q=0", "\x7f", "en;q=nan"],
    "referer": ["http://[", "", "javascript:alert(1)"],
    "x-forwarded-proto": ["https", "https,http", ""],
    "x-forwarded-host": ["evil.example"],
    "x-requested-with": ["XMLHttpRequest"],
    "x-csrftoken": ["x" * 9000],
    "if-modified-since": ["x", "Thu, 99 Jan 99999 99:99:99 GMT"],
    "if-none-match": ["x", "*"],
    "range": ["bytes=0-0,1-1,2-2", "bytes=9-1", "x"],
    "content-length": ["-1", "x", "9" * 50],
    "authorization": ["Basic ///", "Bearer x"],
    "x-http-method-override": ["DELETE"],
}
ORIGINS = [
    post(f"origin {origin!r}", b"note-T1=x&skill-T1=3", origin=origin)
    for origin in (
        "http://[",
        "http://a]b",
        "null",
        "",
        "http://testserver:99999999",
        "//",
        "http://\u2177.example",
        "x" * 9000,
    )
]
BODIES = [
    post("2,000 fields", "&".join(f"f{n}=1" for n in range(2000)).encode()),
    post("1,001 answers", "&".join(f"skill-X{n}=1" for n in range(1001)).encode()),
    post("999 unknown skills", "&".join(f"skill-X{n}=1" for n in range(999)).encode()),
    post("one field 5,000 times", b"&".join([b"skill-T1=3"] * 900)),
    post("3 MB", b"note-T1=" + b"x" * 3_000_000),
    post("3 MB to finish", b"a=" + b"x" * 3_000_000, REVIEW),
    post("3 MB to start", b"role=" + b"x" * 3_000_000, "/en/start/"),
    post("2 MB note", b"note-T1=" + b"x" * 2_000_000),
    post("2 MB of signs", b"note-T1=" + b"%00" * 600_000),
    post("only separators", b"&&&===&&&;;;"),
    post("bytes", bytes(range(256))),
    post("no body, 3 MB promised", b"", **{"content-length": "3000000"}),
    post("json", json.dumps({"skill-T1": 3}).encode(), kind="application/json"),
    post("deep json", b"[" * 100_000, kind="application/json"),
    post("xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', kind="text/xml"),
    post("no kind", b"skill-T1=3", kind=""),
    post("odd kind", b"skill-T1=3", kind="/;;=\x7f"),
    post("long kind", b"skill-T1=3", kind="multipart/form-data; boundary=" + "x" * 9000),
]
IN_PARTS = [
    post("parts without a boundary", b"--x", kind="multipart/form-data"),
    post("parts with an empty boundary", b"--\r\n\r\n", kind="multipart/form-data; boundary="),
    post("parts with an odd boundary", b"--\xff", kind="multipart/form-data; boundary=\xff"),
    post("parts cut short", part('form-data; name="skill-T1"')[:-12], kind=PARTS),
    post("a part without a name", part("form-data"), kind=PARTS),
    post("a part without a head", b"--x\r\n\r\n3\r\n--x--\r\n", kind=PARTS),
    post("a part with a long head", part('form-data; name="a"', more="X: " + "y" * 9000 + "\r\n"), kind=PARTS),
    post("a file for an answer", part('form-data; name="skill-T1"; filename="../../x"'), kind=PARTS),
    post("a file of 3 MB", part('form-data; name="note-T1"; filename="x"', b"x" * 3_000_000), kind=PARTS),
    post("a file with an odd name", part("form-data; name=\"a\"; filename*=x''%00", b"x"), kind=PARTS),
    post(
        "broken base64",
        part('form-data; name="note-T1"', b"!!!!!", BASE64),
        kind=PARTS,
    ),
    post(
        "102 files",
        b"".join(part(f'form-data; name="f"; filename="{n}"')[:-7] for n in range(102)) + b"--x--\r\n",
        kind=PARTS,
    ),
    post("a part of surrogates", part('form-data; name="note-T1"', b"\xed\xa0\x80"), kind=PARTS),
]
BODIES += [
    post("surrogates heard as json", b"note-T1=%ED%A0%80", accept="application/json"),
    post("an unknown page heard as json", b"skill-G1=3&note-T1=" + b"x" * 5000, accept="application/json"),
    post("1,001 words in the address", b"skill-T1=3", PAGE + "?" + "&".join(f"a{n}=1" for n in range(1001))),
]
ADDRESSES = [
    get("1,001 words in the address", REPORT + "?" + "&".join(f"a{n}=1" for n in range(1001))),
    get("1,001 words to start with", "/en/start/?" + "&".join(f"a{n}=1" for n in range(1001))),
    get("200 kB in the address", "/en/start/?role=" + "x" * 200_000),
    get("lists in the address", REPORT + "?role[]=mlops&role[a]=b&grade=junior"),
    get("another host by two slashes", "//evil.example/%2f.."),
    get("another host after the language", "/en//evil.example"),
    get("another host by a backslash", "/%5cevil.example"),
    get("another host to sign in", "/admin/login/?next=//evil.example"),
    get("dots", "/en/../../../etc/passwd"),
    get("static dots", "/static/../careerquiz/settings.py"),
    get("static nul", "/static/%00"),
    get("half an escape", "/en/%"),
    get("a wrong escape", "/en/%zz/"),
    get("upper case", "/EN/START/"),
    get("other letters that look the same", "/en/st%EF%BD%81rt/"),
    get("a long path", "/en/" + "a/" * 4000),
    get("many slashes", "/en/" + "/" * 4000),
    get("git", "/.git/config"),
    get("env", "/.env"),
    get("php", "/index.php?s=phpinfo()"),
]
METHODS = [
    Attack(f"{method} {path}", path, method, b"skill-T1=3")
    for method in ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "X" * 500, "G\x7f")
    for path in ("/en/", "/en/start/", PAGE, JSON_FILE, "/livez")
]
ERASING = [post("odd text to erase", b"%00=%00", DELETE + "?next=//evil.example", origin="http://[")]
TABLE: dict[str, list[Attack]] = {
    **{text: everywhere(text, odd) for text, odd in ODD_TEXTS.items()},
    **{
        name: [get(f"{name}: {value!r}", path, **{name: value}) for value in values for path in ("/en/", PAGE, "/")]
        for name, values in HEADERS.items()
    },
    "origin": ORIGINS,
    "bodies": BODIES,
    "parts": IN_PARTS,
    "addresses": ADDRESSES,
    "methods": METHODS,
    "erasing": ERASING,
}


@dataclass
class Victim:
    """A person with a draft and a report, whose browser or whose cookies the attacker has."""

    draft: Assessment
    finished: Assessment
    token: str

    def send(self, attack: Attack, *, csrf: bool) -> HttpResponseBase:
        browser = Client(raise_request_exception=False, enforce_csrf_checks=csrf)
        browser.cookies["assessments"] = self.token
        path = (
            attack.path.format(draft=self.draft.uuid, finished=self.finished.uuid)
            if "{" in attack.path
            else attack.path
        )
        method, body = attack.method, attack.body
        return browser.generic(method, path, body, content_type=attack.kind, headers=attack.headers)

    def pages_work(self) -> bool:
        """Whether the person still reaches what was there, unless it was erased on purpose."""
        browser = Client()
        browser.cookies["assessments"] = self.token
        paths = [address(found, page) for found, page in ((self.draft, "TECH/"), (self.finished, "report/"))]
        return [browser.get(path).status_code for path in paths] in ([200, 200], [404, 200], [302, 200])


@pytest.fixture
def victim(published: CatalogueVersion, settings: Settings) -> Victim:
    settings.OVERVIEW_PUBLIC = True
    browser = Client()
    made = Victim(begin(browser), finish(browser), "")
    submit(browser, made.draft, "TECH", {"T1": 3}, **{"note-T1": "mine"})
    made.token = browser.cookies["assessments"].value
    return made


def test_the_table_is_long() -> None:
    assert sum(map(len, TABLE.values())) > 400


@pytest.mark.parametrize("attacks", TABLE.values(), ids=TABLE)
def test_no_request_breaks_a_page_or_tells_of_our_insides(victim: Victim, attacks: list[Attack]) -> None:
    for attack in attacks:
        for csrf in (False, True):
            response = victim.send(attack, csrf=csrf)
            assert response.status_code in CLEAN, attack.name
            assert "evil.example" not in response.headers.get("Location", "").split("?")[0], attack.name
            told = b"".join(response) if response.status_code >= 400 else b""
            assert INSIDES.findall(told.decode()) == [], attack.name
    assert victim.pages_work()


# What reaches us before the first line of our own: Django reads a form in the letters that a header names.

LETTERS = (
    "base64",
    "undefined",
    "idna",
    "unicode_escape",
    "raw_unicode_escape",
    "punycode",
    "rot13",
    "zlib",
    "utf-7",
    "x",
)
ESCAPED = part('form-data; name="note-T1"', b"\\ud800")


def through_the_server(method: str, path: str, cookie: str, kind: str = "", body: bytes = b"") -> int:
    """The status that the application behind a server answers."""
    return answer_of_the_server(method, path, cookie, body=body, CONTENT_TYPE=kind)[0]


def answer_of_the_server(
    method: str, path: str, cookie: str, *, body: bytes = b"", **variables: str
) -> tuple[int, bytes]:
    """The status and the page that the application behind a server answers; `variables` are those of CGI."""
    heard: list[str] = []

    def start(status: str, headers: list[tuple[str, str]], fault: Any = None, /) -> Callable[[bytes], object]:
        heard.append(status)
        return len

    environ: dict[str, Any] = {"REQUEST_METHOD": method, "HTTP_HOST": "testserver", "HTTP_COOKIE": cookie}
    environ["PATH_INFO"], _, environ["QUERY_STRING"] = path.partition("?")
    setup_testing_defaults(environ)
    environ |= {"CONTENT_LENGTH": str(len(body)), "wsgi.input": BytesIO(body)} | variables
    with undisturbed_connections():
        answer = application(environ, start)
        told = b"".join(answer)
        answer.close()  # type: ignore[attr-defined]  # a server closes what it has sent
    return int(heard[0].split()[0]), told


@contextmanager
def undisturbed_connections() -> Iterator[None]:
    """The connection of a test stays open, as it does with Django's own client."""
    both = (request_started, request_finished)
    for signal in both:
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in both:
            signal.connect(close_old_connections)


@pytest.mark.parametrize("letters", LETTERS)
def test_a_form_in_other_letters_is_no_fault_of_ours(victim: Victim, letters: str) -> None:
    path, cookie = address(victim.draft, "TECH/"), f"assessments={victim.token}"
    for kind, body in ((FORM, b"note-T1=%5Cud800"), (PARTS, ESCAPED)):
        for query in ("", "a=%5Cud800"):
            for named in (
                f"{kind}; charset={letters}",
                f'{kind};CharSet ="{letters}"',
                f"{kind};charset*=x''{letters}",
            ):
                assert through_the_server("POST", f"{path}?{query}", cookie, named, body) in (200, 302, 400, 403)
    assert victim.pages_work()


@pytest.mark.parametrize("key", ["aaaaaaaa\\000", "\\000", "aaaaaaaa\\377", "aaaaaaaa\\012", "aaaaaaa\\0\\00000"])
def test_an_escaped_character_in_the_session_cookie_is_no_session(victim: Victim, key: str) -> None:
    cookie = f'session="{key}"; assessments={victim.token}'
    paths = (address(victim.draft, "TECH/"), "/en/", "/admin/", "/admin/login/")
    assert [through_the_server("GET", path, cookie) for path in paths] == [200, 200, 302, 302]

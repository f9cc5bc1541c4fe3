"""Requests that no browser of an editor would send, by somebody who may do everything: none breaks a page."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client

from assessment.catalogue.check import check, is_unfinished
from assessment.catalogue.file import canonical
from assessment.models import CatalogueVersion
from assessment.models.drafting import SECTIONS, draft_document, mark
from profiles.models import User
from tests.editors import CATALOGUE, fill_draft, form_of, grid_of, list_of, page_of
from tests.examples import full_document
from tests.people import build_and_publish, enter
from tests.test_hostile import CLEAN, INSIDES, ODD_TEXTS, PARTS, part

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
NUMBERS = {
    "zero": "0",
    "minus one": "-1",
    "32 bits": "2147483648",
    "64 bits": "9223372036854775808",
    "128 bits": "340282366920938463463374607431768211456",
    "a fraction": "1.5",
    "another script": "%D9%A1",
    "a list": "1,2,3",
    "yes": "true",
    "a date": "2025-01-31",
    "no date": "9999-99-99",
}
ODD = ODD_TEXTS | NUMBERS
FOR_LISTS = NUMBERS | {
    name: ODD_TEXTS[name]
    for name in (
        "nul",
        "newline",
        "half a pair",
        "not utf-8",
        "markup",
        "sql",
        "5,000 digits",
        "number",
        "not a number",
    )
}
HISTORY, VERSIONS = "/admin/assessment/cataloguechange/", "/admin/assessment/catalogueversion/"
PEOPLE, GROUPS = "/admin/profiles/user/", "/admin/auth/group/"
SKILLS, SALARIES = "/admin/assessment/draftskill/", "/admin/assessment/draftsalary/"
PLACES = [
    *(f"{CATALOGUE}{page}" for page in ("compare/?old=$&new=1", "compare/?old=1&new=$", "draft/$", "import/$/")),
    *(f"{CATALOGUE}versions/{page}" for page in ("$/catalogue", "$/draft/", "1/$")),
    *(f"/en/preview/{page}" for page in ("roles/$/", "roles/maker/$/", "roles/$/HAND/", "skills/$/")),
    *(f"{SKILLS}{page}" for page in ("$/", "$/change/", "$/delete/", "$/history/")),
    *(f"/admin/assessment/draftrole/{page}" for page in ("$/requirements/", "$/change/")),
    *(f"{VERSIONS}{page}" for page in ("$/change/", "$/delete/", "$/history/")),
    f"{HISTORY}$/change/",
    "/admin/r/1/$/",
    "/admin/r/$/1/",
    "/admin/autocomplete/?app_label=$&model_name=draftskill&field_name=competency",
]
SENT_TO = [
    place for place in PLACES if place.endswith(("/draft/", "/change/", "/delete/", "import/$/", "/requirements/"))
]
ASKED = {
    SKILLS: [
        *("q", "p", "o", "all", "e", "_popup", "_to_field", "missing", "origin", "origin__exact", "retired__exact"),
        *("competency__id__exact", "competency__id__in", "competency", "mission__code", "requirements__weight__exact"),
        *("requirements__weight__isnull", "requirements__role__id__exact", "requirements__role__id__isnull", "code"),
        *("code__regex", "name_fr__contains", "pk__in", "competency__skills__anchor_0_fr", "nowhere__id__exact"),
    ],
    SALARIES: ["q", "status", "status__exact", "role__id__exact", "grade__id__exact", "country", "o"],
    HISTORY: [
        *("q", "p", "o", "section", "section__exact", "action__exact", "kind__exact", "by__id__exact", "by__isnull"),
        *(
            "by__password__startswith",
            "at__year",
            "at__month",
            "at__day",
            "at__gte",
            "code",
            "fields__name",
            "note__iregex",
        ),
    ],
    VERSIONS: ["q", "p", "o", "published_by__id__exact", "document__contains"],
    GROUPS: ["q", "o", "permissions__id__exact"],
    PEOPLE: ["q", "groups__id__exact", "is_staff__exact", "password__startswith"],
}


@pytest.fixture
def root(db: None) -> Client:
    """Somebody who may everything, a version, and the same catalogue in the draft."""
    build_and_publish(full_document())
    fill_draft(full_document())
    client = Client(raise_request_exception=False, headers={"Accept-Language": "en"})
    enter(client, User.objects.create_superuser("root@example.org"))
    return client


def assert_harmless(response: HttpResponseBase, what: str) -> None:
    """Answered, without a word about our insides, and with nothing of the request as markup."""
    assert response.status_code in (*CLEAN, 409), what
    assert urlsplit(response.headers.get("Location", "")).netloc == "", what
    body = response.content.decode(errors="replace")  # type: ignore[attr-defined]
    assert response.status_code < 400 or INSIDES.findall(body) == [], what
    assert "<script>alert" not in body, what


def assert_as_before() -> None:
    """The draft still has the shape of a catalogue, and nothing was published but what it holds."""
    assert [fault for fault in check(draft_document()) if not is_unfinished(fault)] == []
    assert {version.document for version in CatalogueVersion.objects.all()} <= {
        canonical(document).decode() for document in (full_document(), draft_document())
    }


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_no_odd_text_in_an_address_breaks_a_page(root: Client, odd: str) -> None:
    for place in PLACES:
        assert_harmless(root.get(place.replace("$", odd)), place)
    for place in SENT_TO:
        assert_harmless(root.post(place.replace("$", odd)), f"sent to {place}")
    assert draft_document() == full_document()


@pytest.mark.parametrize("odd", FOR_LISTS.values(), ids=FOR_LISTS)
def test_no_odd_filter_search_order_or_page_breaks_a_list(root: Client, odd: str) -> None:
    for page, names in ASKED.items():
        for name in names:
            assert_harmless(root.get(f"{page}?{name}={odd}"), f"{page}?{name}=")
    assert_harmless(root.get(f"{grid_of('maker')}?competency={odd}"), "the grid")
    assert_harmless(root.get(f"{page_of('skills', 'A')}?_changelist_filters={odd}"), "the page of a skill")


@pytest.mark.parametrize(
    "words",
    [
        "x" * 200_000,  # refused by its length alone; the others are looked for
        "x" * 7_000,
        "a+" * 3_500,
        "%22" * 2_300,
        "'" * 7_000,
        "%25" * 2_300,
        "_" * 7_000,
        "a+%22b+c%22+" * 600,
    ],
    ids=["200 kB", "a word", "words", "quotes", "apostrophes", "per cent", "underscores", "both"],
)
def test_a_long_search_breaks_no_list(root: Client, words: str) -> None:
    for page in ASKED:
        assert_harmless(root.get(f"{page}?q={words}"), page)


@pytest.mark.parametrize("page", ASKED)
def test_many_words_in_an_address_break_no_list(root: Client, page: str) -> None:
    many = "&".join(f"a{number}=1" for number in range(1001))
    assert_harmless(root.get(f"{page}?{many}"), page)
    assert_harmless(root.get(f"{page}?{'&'.join(['q=a'] * 900)}"), page)
    assert_harmless(root.get(f"{page}?o={'.'.join(['1'] * 5000)}"), page)


# Forms


def forms(root: Client) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every form of the room as a browser would send it."""
    for name in SECTIONS:
        for address in (page_of(name, KEYS[name]), f"{list_of(name)}add/", f"{list_of(name)}order/"):
            if root.get(address).status_code == 200:
                yield address, form_of(root, address)
    yield grid_of("maker"), form_of(root, grid_of("maker"))
    yield f"{CATALOGUE}impact/", {"note": "Because.", "shown": mark(draft_document())}
    yield f"{CATALOGUE}import/", {"file": ""}
    yield "/admin/language/", {"language": "fr", "next": CATALOGUE}
    yield "/admin/login/?next=/admin/", {"username": "root@example.org", "password": "x", "next": "/admin/"}


KEYS = {
    "levels": "3",
    "missions": "RUN",
    "competencies": "HAND",
    "skills": "A",
    "grades": "new",
    "roles": "boss",
    "salaries": "maker new FR offers",
}
TYPED = {
    "nul": "\x00",
    "newlines": "a\r\nb\nc\x85\u2028",
    "half a pair": "\ufffd",
    "markup": "<script>alert(1)</script>",
    "template": "{{ 7|add:7 }}{% debug %}",
    "sql": "' OR 1=1;--",
    "a formula": '=HYPERLINK("http://evil.example")',
    "5,000 digits": "9" * 5000,
    "a large number": "1e999",
    "minus": "-1",
    "32 bits": "2147483648",
    "64 bits": "9223372036854775808",
    "not a number": "nan",
    "a list": '["A", "B"]',
    "long": "x" * 100_000,
    "outside the first plane": "💩" * 400,
    "right to left": "\u202e\u2066abc",
    "nothing": "",
}


@pytest.mark.parametrize("odd", TYPED.values(), ids=TYPED)
def test_no_odd_text_in_all_fields_breaks_a_form_or_is_stored_wrongly(root: Client, odd: str) -> None:
    for address, data in forms(root):
        texts = [name for name in data if name not in ("shown", "csrfmiddlewaretoken")]
        assert_harmless(undone(root, address, data | dict.fromkeys(texts, odd)), address)


@pytest.mark.parametrize("name_of_odd", ["nul", "64 bits"])
def test_no_odd_text_in_one_field_breaks_a_form_or_is_stored_wrongly(root: Client, name_of_odd: str) -> None:
    odd = TYPED[name_of_odd]
    for address, data in forms(root):
        for name in data:
            assert_harmless(undone(root, address, data | {name: odd}), f"{name} of {address}")


def undone(root: Client, address: str, data: dict[str, Any]) -> HttpResponseBase:
    """The answer to a form; what it stored is looked at, and undone."""
    with transaction.atomic():
        response = root.post(address, data)
        if response.status_code == 302:
            assert_as_before()
        transaction.set_rollback(True)
    return response


@pytest.mark.parametrize(
    "odd", ["a[]", "order", "weight-A", "code", "_save", "post", "csrfmiddlewaretoken", "%00", "x" * 5000]
)
def test_no_odd_field_breaks_a_form(root: Client, odd: str) -> None:
    for address, data in forms(root):
        assert_harmless(undone(root, address, data | {odd: ["1", "2", "3"]}), address)


BODIES = {
    "1,001 fields": (b"&".join(b"f%d=1" % number for number in range(1001)), "application/x-www-form-urlencoded"),
    "3 MB": (b"name_fr=" + b"x" * 3_000_000, "application/x-www-form-urlencoded"),
    "bytes": (bytes(range(256)), "application/x-www-form-urlencoded"),
    "json": (b'{"name_fr": 1}', "application/json"),
    "deep json": (b"[" * 100_000, "application/json"),
    "no boundary": (b"--x", "multipart/form-data"),
    "102 files": (
        b"".join(part(f'form-data; name="f"; filename="{n}"')[:-7] for n in range(102)) + b"--x--\r\n",
        PARTS,
    ),
    "1,001 parts": (b"".join(part(f'form-data; name="f{n}"')[:-7] for n in range(1001)) + b"--x--\r\n", PARTS),
    "a file for a text": (part('form-data; name="name_fr"; filename="x"', b"text"), PARTS),
    "a text for a file": (part('form-data; name="file"', b"text"), PARTS),
    "a file of letters unknown": (part("form-data; name=\"file\"; filename*=x''%00", b"text"), PARTS),
    "a name in escapes": (part("form-data; name=\"file\"; filename*=unicode_escape''%5Cud800.csv", b"text"), PARTS),
    "a name that is half a pair": (part("form-data; name=\"file\"; filename*=utf-8''%ED%A0%80.csv", b"text"), PARTS),
    "a name in base64": (part("form-data; name=\"file\"; filename*=base64''YQ==", b"text"), PARTS),
    "a file twice": (
        part('form-data; name="file"; filename="a"', b"text")[:-7]
        + part('form-data; name="file"; filename="b"', b"text"),
        PARTS,
    ),
    "broken base64": (
        part('form-data; name="file"; filename="a"', b"!!!", "Content-Transfer-Encoding: base64\r\n"),
        PARTS,
    ),
    "an odd kind": (part('form-data; name="file"; filename="a"', b"text", "Content-Type: ///;;==\x7f\r\n"), PARTS),
    "cut short": (part('form-data; name="file"; filename="a"', b"text")[:-9], PARTS),
    "3 MB of a text": (part('form-data; name="note"', b"x" * 3_000_000), PARTS),
}


@pytest.mark.parametrize(("body", "kind"), BODIES.values(), ids=BODIES)
def test_no_odd_body_breaks_a_form(root: Client, body: bytes, kind: str) -> None:
    for address, _data in forms(root):
        assert_harmless(root.generic("POST", address, body, content_type=kind), address)
    assert draft_document() == full_document()


def test_what_somebody_is_told_of_a_page_that_is_not_there_names_nothing_of_ours(root: Client) -> None:
    for address in ("/admin/nowhere/", f"{CATALOGUE}nowhere", "/admin/assessment/assessment/", "/admin/jsi18n/x"):
        response = root.get(address)
        assert response.status_code == 404
        assert_harmless(response, address)


# What every page of the administration says to a browser

SAFE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def test_every_page_of_the_room_tells_a_browser_what_it_may(root: Client) -> None:
    pages = [CATALOGUE, *(f"{CATALOGUE}{page}/" for page in ("check", "impact", "import")), "/admin/", "/admin/login/"]
    pages += [address for name in SECTIONS for address in (list_of(name), page_of(name, KEYS[name]))]
    pages += [grid_of("maker"), HISTORY, VERSIONS, f"{CATALOGUE}compare/?old=1&new=1", "/en/preview/skills/A/"]
    for page in [*pages, "/admin/nowhere/"]:
        response = root.get(page)
        assert {name: response.headers[name] for name in SAFE} == SAFE, page
        policy = dict(rule.partition(" ")[::2] for rule in response.headers["Content-Security-Policy"].split("; "))
        assert (policy["default-src"], policy["script-src"], policy["frame-ancestors"]) == (
            "'none'",
            "'self'",
            "'none'",
        )
        assert "unsafe" not in response.headers["Content-Security-Policy"]
        assert "no-store" in response.headers["Cache-Control"], page
        assert b" style=" not in response.content, page
        assert b" onclick=" not in response.content, page

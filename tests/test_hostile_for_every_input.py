"""Every address and every field there is, under attack: what is new is found by itself and attacked with the rest."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from io import StringIO
from itertools import cycle
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import connection, models, transaction
from django.http import HttpResponseBase
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.catalogue.file import canonical
from assessment.forms import MOST_NOTE_CHARACTERS, UNKEPT, VALUES, note_error, plain_note
from assessment.models import Assessment, CatalogueVersion, SecondView
from tests.addresses import BODIES, Scene, addresses, set_scene
from tests.editors import one_of, send_file
from tests.examples import document, tiny_document
from tests.people import MOVING, Element, address, begin, read, saved
from tests.planted import text_fields
from tests.test_hostile import CLEAN, FORM, INSIDES, ODD_TEXTS, PARTS, Attack, Victim, answer_of_the_server, victim

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
__all__ = ["victim"]
BUSY = (409,)  # of files about too few people
TYPED = {
    "nul": "\x00",
    "lines": "a\r\nb\nc\x85\u2028d",
    "half a pair": "\ud800",
    "markup": "<script>alert(1)</script>",
    "template": "{{ 7|add:7 }}{% debug %}",
    "sql": "' OR 1=1;--",
    "a formula": '=HYPERLINK("http://evil.example")',
    "5,000 digits": "9" * 5000,
    "64 bits": "9223372036854775808",
    "minus": "-1",
    "not a number": "nan",
    "out of range": "1e999",
    "long": "x" * 100_000,
    "outside the first plane": "💩" * 400,
    "right to left": "\u202e\u2066abc",
    "only what is not seen": "\u200b\u2060 ",
    "deep": "[" * 9_000,
    "an object": '{"__class__": {"a": [1, 2]}}',
    "a date": "9999-12-31",
    "nothing": "",
}
WHO = ("owner", "signed in", "superuser")


@dataclass(frozen=True)
class Filled:
    """A form of a page as a browser would send it."""

    who: str
    path: str
    method: str
    fields: dict[str, str]

    @property
    def kind(self) -> tuple[str, str, tuple[str, ...]]:
        """What it has in common with forms of other rows, of which one is attacked."""
        return re.sub(r"[0-9a-f-]{32,}|/\d+/", "#", self.path), self.method, tuple(sorted(map(sort_of, self.fields)))


def sort_of(name: str) -> str:
    """The name of a field without the skill or the row it is about."""
    return re.sub(r"-[A-Z]+\d+$|\d+", "#", name)


def forms_of(who: str, path: str, page: Element) -> Iterator[Filled]:
    for form in page.each("form"):
        action = form.attributes.get("action") or path
        yield Filled(who, action, form.attributes.get("method", "get").lower(), dict(fields_of(form)))


def fields_of(form: Element) -> Iterator[tuple[str, str]]:
    """The fields of a form and what a person might send in each."""
    for element in [*form.each("input"), *form.each("textarea"), *form.each("select"), *form.each("button")]:
        if name := element.attributes.get("name"):
            yield name, value_in(element)


def value_in(element: Element) -> str:
    if element.name == "textarea":
        return element.value
    if element.name == "select":
        values = [option.attributes.get("value", "") for option in element.each("option")]
        return next(filter(None, values), "")
    usual = {"date": "2027-01-31", "email": "ada@example.org", "text": "Ada", "password": "x" * 15, "number": "1"}
    return element.attributes.get("value") or usual.get(element.attributes.get("type", "text"), "on")


@pytest.fixture
def scene(drafted: CatalogueVersion) -> Scene:
    """Everybody, and something of each kind."""
    made = set_scene(drafted)
    for browser in made.browsers.values():
        browser.raise_request_exception = False
    return made


def every_form(scene: Scene) -> list[Filled]:
    """Every form that somebody is shown, once, with whoever was shown it first."""
    found: dict[Any, Filled] = {}
    for who in WHO:
        for path in scene.paths.values():
            for form in shown_to(scene, who, path):
                found.setdefault(form.kind, form)
    return list(found.values())


def shown_to(scene: Scene, who: str, path: str) -> list[Filled]:
    response = undone(scene, who, "GET", path)
    is_page = response.status_code == 200 and response.headers["Content-Type"].startswith("text/html")
    return list(forms_of(who, path, read(response))) if is_page else []


class Written:
    """The tables that are written to, but for who is there, the log and the counts of attempts."""

    def __init__(self) -> None:
        self.tables: set[str] = set()

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        found = re.match(r'(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM) "?(\w+)"?', sql)
        if found and found[1] not in MOVING:
            self.tables.add(found[1])
        return execute(sql, params, many, context)


def undone(scene: Scene, who: str, method: str, path: str, sent: tuple[bytes, str] = (b"", FORM)) -> HttpResponseBase:
    """The answer to a request, of which nothing remains; what it stored is looked at before."""
    browser = Client(raise_request_exception=False)
    browser.cookies = deepcopy(scene.browsers[who].cookies)
    written = Written()
    with transaction.atomic():
        with connection.execute_wrapper(written):
            response = browser.generic(method, path, sent[0], content_type=sent[1])
        assert_harmless(response, f"{who}: {method} {path[:200]} {sent[0][:500]!r}")
        assert response.status_code < 400 or not written.tables, (path, sent[0])
        assert [fault for table in written.tables for fault in unsound(table)] == [], (path, sent[0])
        transaction.set_rollback(True)
    return response


def encoded(fields: dict[str, str]) -> bytes:
    """A form as it is sent; half a pair as no browser would send it."""
    return "&".join(f"{quoted(name)}={quoted(value)}" for name, value in fields.items()).encode()


def quoted(text: str) -> str:
    return quote(text.encode("utf-8", "surrogatepass"), safe="")


def assert_harmless(response: HttpResponseBase, what: str) -> None:
    """Answered, without a word about our insides, with nothing sent as markup, and leading nowhere else."""
    assert response.status_code in CLEAN + BUSY, what
    assert urlsplit(response.headers.get("Location", "")).netloc in ("", "testserver"), what
    if response.status_code >= 400:
        assert INSIDES.findall(b"".join(response).decode()) == [], what
    elif not response.streaming and response.headers.get("Content-Type", "").startswith("text/html"):
        assert b"<script>alert" not in response.content, what  # type: ignore[attr-defined]


def unsound(table: str) -> list[str]:
    """What is in a table that its columns, or the forms in front of it, would refuse."""
    model = next((model for model in apps.get_models() if model._meta.db_table == table), None)
    rows = model.objects.all() if model else ()  # type: ignore[attr-defined]
    return [f"{table} {fault}" for row in rows for fault in (*faults_of(row), *faults_of_answers(row))]


def faults_of(row: models.Model) -> Iterator[str]:
    for field in text_fields(type(row)):
        value = getattr(row, field.name)
        if UNKEPT.search(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)):
            yield f"{field.name} holds a character that cannot be kept"
        try:
            field.clean(value, row)
        except ValidationError as error:
            if value not in (None, "", {}, []):
                yield f"{field.name}: {error.messages}"


def faults_of_answers(row: models.Model) -> Iterator[str]:
    if isinstance(row, Assessment | SecondView):
        yield from (f"answer {value!r}" for value in row.answers.values() if value not in VALUES.values())
    if isinstance(row, Assessment):
        yield from (f"note {note[:20]!r}" for note in row.notes.values() if note_error(note))


# Every field


def test_no_odd_text_in_a_form_breaks_it_or_is_kept_wrongly(scene: Scene) -> None:
    forms, odd = every_form(scene), cycle(TYPED.values())
    assert len(forms) > 60
    for form in forms:
        attack(scene, form, dict.fromkeys(form.fields, next(odd)))
        for name in {sort_of(name): name for name in form.fields}.values():
            attack(scene, form, form.fields | {name: next(odd)})
        attack(scene, form, {"__proto__[]": "1", "": "", "é": "x"})


def attack(scene: Scene, form: Filled, fields: dict[str, str]) -> None:
    undone(scene, form.who, form.method.upper(), *sent(form, fields))


def sent(form: Filled, fields: dict[str, str]) -> tuple[str, tuple[bytes, str]]:
    """The path and the body of a form with these fields; a form that asks has them in its path."""
    if form.method == "post":
        return form.path, (encoded(fields), FORM)
    return f"{form.path.split('?')[0]}?{encoded({name: value[:300] for name, value in fields.items()}).decode()}", (
        b"",
        FORM,
    )


# Every address


@pytest.mark.parametrize("who", ["owner", "superuser"])
def test_no_odd_part_query_or_body_of_an_address_breaks_it(scene: Scene, who: str) -> None:
    texts, bodies = cycle(ODD_TEXTS.values()), cycle(ODD_BODIES)
    for path in scene.paths.values():
        parts = path.strip("/").split("/")
        for number in range(1, len(parts)):
            undone(scene, who, "GET", "/" + "/".join([*parts[:number], next(texts)[:900], *parts[number + 1 :]]) + "/")
        odd = next(texts)[:200]
        undone(scene, who, "GET", f"{path.split('?')[0]}?{'&'.join(f'{name}={odd}' for name in ASKED)}&{odd}={odd}")
        undone(scene, who, "POST", path, next(bodies))


# Every name in a query string that a view or a form of ours reads.
ASKED = [
    "role",
    "grade",
    "month",
    "order",
    "dialect",
    "page",
    "notes",
    "plan",
    "before",
    "after",
    "done",
    "out",
    "next",
]
ASKED += [
    "reach-T1",
    "q",
    "o",
    "p",
    "e",
    "origin",
    "missing",
    "competency",
    "_changelist_filters",
    "_popup",
    "old",
    "new",
]
ODD_BODIES: list[tuple[bytes, str]] = [
    (b"[" * 50_000, "application/json"),
    (b'{"a": NaN, "b": 1e999}', "application/json"),
    (b"\xff\xfe\x00", FORM),
    (b"--x\r\nContent-Disposition: form-data\r\n\r\n\xff\r\n--x", PARTS),
    (b'--x\r\nContent-Disposition: form-data; name="a"; filename="\xff"\r\n\r\n\xff\r\n--x--\r\n', PARTS),
]


@pytest.mark.parametrize("ticked", ["nan", "", "-1", "9" * 19, "٣", "1 OR 1=1"])
def test_what_is_the_number_of_no_row_was_not_ticked(scene: Scene, ticked: str) -> None:
    for path in ("/admin/profiles/user/", "/admin/auth/group/"):
        fields = {"action": "delete_selected", "_selected_action": ticked, "post": "yes"}
        assert undone(scene, "superuser", "POST", path, (encoded(fields), FORM)).status_code == 400


def test_no_address_is_left_out(scene: Scene) -> None:
    assert set(scene.paths) == {name for name, _route in addresses()}
    assert set(BODIES) <= set(scene.paths)


# The good part of what comes in is kept

SOME = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=25, deadline=None
)
MORE = settings(SOME, max_examples=150)
ODD_VALUE = st.sampled_from([*TYPED.values(), "6", "3.0", "NA", "٣", " 3", "true"]) | st.text(max_size=9)
CHOSEN = st.sampled_from(list(VALUES)) | ODD_VALUE
NOTED = st.text(max_size=40) | st.sampled_from([*TYPED.values(), "x" * MOST_NOTE_CHARACTERS, "x" * 2001])


@SOME
@given(st.data())
def test_of_a_page_of_answers_the_good_are_kept_and_no_other(
    client: Client, published: CatalogueVersion, data: st.DataObject
) -> None:
    with transaction.atomic():
        draft = begin(client)
        codes = [skill.code for skill in draft.pages[0][1]]
        chosen = {code: data.draw(CHOSEN) for code in codes}
        noted = {code: data.draw(NOTED) for code in codes}
        fields = {f"skill-{code}": value for code, value in chosen.items()}
        body = encoded(fields | {f"note-{code}": note for code, note in noted.items()})
        response = client.generic("POST", address(draft, "TECH/"), body, content_type=FORM)
        answers = {code: VALUES[value] for code, value in chosen.items() if value in VALUES}
        notes = {code: plain_note(as_read(note)) for code, note in noted.items()}
        assert saved(draft) == (answers, {code: note for code, note in notes.items() if note and not note_error(note)})
        all_good = len(answers) == len(codes) and not any(map(note_error, notes.values()))
        assert response.status_code == (302 if all_good else 200)
        transaction.set_rollback(True)


def as_read(text: str) -> str:
    """A text as a form reads its bytes, which are no UTF-8 where half a pair is."""
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


# As the server calls us: bytes, not what a browser makes of them

METHOD = st.sampled_from(["GET", "POST", "HEAD", "PUT", "get", "", "\x7f"])
LATIN = st.text(st.characters(max_codepoint=255, exclude_characters="\r\n"), max_size=60)
SEGMENT = st.sampled_from(["en", "fr", "admin", "start", "assessments", "views", "shared", "resume", "roles", "devops"])
PATH = st.lists(SEGMENT | LATIN, max_size=5).map(lambda parts: "/" + "/".join(parts) + "/")
NAMES = ["HTTP_ACCEPT", "HTTP_ACCEPT_LANGUAGE", "HTTP_HOST", "HTTP_REFERER", "HTTP_ORIGIN", "HTTP_X_FORWARDED_FOR"]
NAMES += ["HTTP_USER_AGENT", "HTTP_X_REQUESTED_WITH", "HTTP_RANGE", "HTTP_IF_NONE_MATCH", "HTTP_ACCEPT_ENCODING"]
NAMES += ["CONTENT_TYPE", "CONTENT_LENGTH", "HTTP_X_CSRFTOKEN", "REMOTE_ADDR", "HTTP_COOKIE"]
COOKIES = st.builds("session={}; csrf={}; assessments={}; language={}".format, LATIN, LATIN, LATIN, LATIN)
HEADERS = st.dictionaries(
    st.sampled_from(NAMES), LATIN | st.sampled_from([FORM, PARTS, "9" * 30]) | COOKIES, max_size=5
)


@MORE
@given(METHOD, st.builds("{}?{}".format, PATH, LATIN), HEADERS, st.binary(max_size=200))
def test_no_bytes_that_a_server_passes_on_break_us(
    victim: Victim, method: str, path: str, headers: dict[str, str], body: bytes
) -> None:
    status, told = answer_of_the_server(method, path, headers.pop("HTTP_COOKIE", ""), body=body, **headers)
    assert status in CLEAN
    assert status < 400 or INSIDES.findall(told.decode()) == []


PART_NAMES = st.sampled_from(["skill-T1", "note-T1", "skill-C1", "go", "shown-T1", "x"]) | LATIN
ENCODINGS = st.sampled_from(
    ["", "Content-Transfer-Encoding: base64\r\n", "Content-Type: text/plain; charset=utf-7\r\n"]
)
PART = st.builds(
    lambda name, more, content: (
        f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n{more}\r\n'.encode("latin-1") + content + b"\r\n"
    ),
    PART_NAMES,
    ENCODINGS,
    st.binary(max_size=40) | st.sampled_from([b"3", b"na", b"9", b"\xed\xa0\x80"]),
)


@SOME
@given(st.lists(PART, max_size=6), st.sampled_from([b"--x--\r\n", b"", b"--x"]))
def test_no_parts_break_a_page_or_store_what_is_no_answer(victim: Victim, parts: list[bytes], end: bytes) -> None:
    with transaction.atomic():
        attack = Attack("parts", method="POST", body=b"".join(parts) + end, kind=PARTS)
        assert_harmless(victim.send(attack, csrf=False), str(parts))
        assert unsound("assessment_assessment") == []
        transaction.set_rollback(True)


# Files and documents

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4),
    max_leaves=12,
)
KEYS = sorted(tiny_document())


@st.composite
def spoilt(draw: st.DrawFn) -> bytes:
    """A catalogue in which one thing is something else, or a file that is none."""
    document = deepcopy(tiny_document())
    place: Any = document
    key: Any = draw(st.sampled_from(KEYS))
    while isinstance(place[key], dict | list) and place[key] and draw(st.booleans()):
        place = place[key]
        key = draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
    place[key] = draw(JSON)
    whole = json.dumps(document).encode()
    return draw(st.sampled_from([whole, whole[:-9], b"\xef\xbb\xbf" + whole, b"PK\x03\x04" + whole]) | st.binary())


@SOME
@given(spoilt(), st.sampled_from(["a.json", "a.csv", "a.xlsx", "a.zip", "a", "../a\x00.json"]))
def test_no_file_breaks_the_import_or_becomes_the_catalogue(
    drafted: CatalogueVersion, content: bytes, name: str
) -> None:
    editor = one_of("editors", "publishers")
    editor.raise_request_exception = False
    with transaction.atomic():
        assert_harmless(send_file(editor, content, name), repr(content))
        assert CatalogueVersion.objects.count() == 1
        transaction.set_rollback(True)


@SOME
@given(spoilt(), JSON)
def test_no_file_breaks_a_command(tmp_path_factory: pytest.TempPathFactory, content: bytes, answers: Any) -> None:
    folder = tmp_path_factory.mktemp("files")
    good, bad, said = folder / "good.json", folder / "bad.json", folder / "said.json"
    good.write_bytes(canonical(document()))
    bad.write_bytes(content)
    said.write_text(json.dumps(answers))
    assert_one_kind_of_end("check_catalogue", str(bad))
    assert_one_kind_of_end("load_catalogue", str(bad), "--publish")
    for catalogue in (good, bad):
        assert_one_kind_of_end(*gap_report_of(catalogue, said))
        assert_one_kind_of_end(*gap_report_of(catalogue, bad))


def gap_report_of(catalogue: Path, answers: Path) -> list[str]:
    target = ["--role", "devops", "--grade", "junior"]
    return ["gap_report", "--catalogue", str(catalogue), *target, "--answers", str(answers)]


def assert_one_kind_of_end(*command: str) -> None:
    """A command does its work, or says in words of ours why not."""
    try:
        call_command(*command, stdout=StringIO())
    except CommandError:
        return

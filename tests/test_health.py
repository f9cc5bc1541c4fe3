import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpResponseBase
from django.test import Client, RequestFactory

from assessment.models import CatalogueVersion
from tests.people import address, begin, build_and_publish, edited_document, enter, every_page, finish, read


@pytest.mark.parametrize("path", ["/livez", "/readyz"])
def test_a_site_that_is_well_says_ok_and_is_asked_each_time(client: Client, db: None, path: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.content, response.headers["Content-Type"]) == (200, b"ok\n", "text/plain")
    assert "no-store" in response.headers["Cache-Control"]


def test_being_alive_needs_no_database(client: Client) -> None:
    assert client.get("/livez").status_code == 200


def test_a_database_that_is_not_migrated_is_not_ready(client: Client, db: None) -> None:
    ((app, newest),) = MigrationExecutor(connection).loader.graph.leaf_nodes("assessment")
    MigrationRecorder(connection).record_unapplied(app, newest)
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"not ready\n")


def test_a_database_that_is_gone_is_not_ready(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*args: object) -> None:
        raise InterfaceError("connection already closed")

    monkeypatch.setattr("careerquiz.views.MigrationExecutor", gone)
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"not ready\n")


@pytest.mark.parametrize("path", ["/livez", "/readyz", "/favicon.ico", "/robots.txt"])
def test_a_head_is_answered_like_a_get_without_its_body(client: Client, db: None, path: str) -> None:
    got, headed = client.get(path), client.head(path)
    assert (headed.status_code, headed.content) == (got.status_code, b"")


def test_the_icon_is_where_browsers_look_for_it(client: Client, db: None) -> None:
    response = client.get("/favicon.ico")
    assert (response.status_code, response.headers["Location"]) == (302, "/static/icon.svg")
    icon = client.get("/static/icon.svg")
    assert (icon.status_code, icon.headers["Content-Type"]) == (200, "image/svg+xml")
    assert b"".join(icon).startswith(b"<svg")  # read to its end, so that it is closed


def test_robots_are_kept_from_what_is_about_a_person(client: Client, db: None) -> None:
    response = client.get("/robots.txt")
    assert (response.status_code, response.headers["Content-Type"]) == (200, "text/plain")
    lines = response.content.decode().splitlines()
    assert lines[0] == "User-agent: *"
    assert {"Disallow: /*/assessments/", "Disallow: /*/resume/", "Disallow: /admin/"} <= set(lines)


# Headers

POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "script-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}


def policy(response: HttpResponseBase) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in response.headers["Content-Security-Policy"].split(";"))
    return {name: sources for name, _, sources in parts}


GUARDS = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
}


def assert_guarded(response: HttpResponseBase) -> None:
    """What every answer carries; "frame-ancestors" is what keeps it out of frames."""
    assert policy(response) == POLICY
    assert {name: response.headers[name] for name in GUARDS} == GUARDS


def test_the_policy_allows_nothing_unsafe() -> None:
    assert "unsafe" not in " ".join(POLICY.values())
    assert "*" not in " ".join(POLICY.values())


def test_every_page_is_guarded_and_has_no_inline_style_script_or_foreign_file(
    client: Client, published: CatalogueVersion
) -> None:
    finished = finish(client)
    draft = begin(client)
    build_and_publish(edited_document())
    for path in [*every_page(draft, finished).values(), address(draft, "nope/")]:
        response = client.get(path)
        assert_guarded(response)
        assert response.headers["X-Frame-Options"] == "DENY"
        page = read(response)
        everything = list(page._inside())
        assert [e for e in everything if e.name in ("style", "base", "iframe", "object", "embed")] == []
        inline = [name for e in everything for name in e.attributes if name == "style" or name.startswith("on")]
        assert inline == []
        sources = [e.attributes.get("src", "") for e in everything if e.name in ("script", "img")]
        sources += [e.attributes["href"] for e in everything if e.name == "link"]
        assert sources != []
        assert [source for source in sources if not source.startswith("/static/")] == []


@pytest.mark.parametrize("path", ["/livez", "/robots.txt", "/favicon.ico", "/", "/nope", "/static/icon.svg"])
def test_every_other_answer_is_guarded_too(client: Client, db: None, path: str) -> None:
    response = client.get(path)
    assert_guarded(response)
    b"".join(response)  # read to its end, so that a file is closed


def test_refusals_are_guarded_too(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    assert_guarded(client.get("/en/", headers={"host": "evil.example"}))
    assert_guarded(client.put("/en/"))
    assert_guarded(client.post(address(draft, "TECH/"), {"note-T1": "x" * 3_000_000}))
    assert_guarded(Client(enforce_csrf_checks=True).post("/en/start/"))


def test_a_file_and_the_answer_to_the_script_are_guarded_too(client: Client, published: CatalogueVersion) -> None:
    assert_guarded(client.get(address(finish(client), "report.json")))
    assert_guarded(client.post(address(begin(client), "TECH/"), headers={"accept": "application/json"}))


def test_the_administration_is_guarded_too(client: Client, published: CatalogueVersion) -> None:
    assert_guarded(client.get("/admin/login/"))
    enter(client, get_user_model().objects.create_superuser("root@example.org"))
    paths = ["/admin/", "/admin/profiles/user/", "/admin/profiles/user/add/", "/admin/assessment/catalogueversion/"]
    for path in paths:
        response = client.get(path)
        assert response.status_code == 200
        assert_guarded(response)


def test_personal_pages_are_neither_kept_nor_indexed(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    draft = begin(client)
    pages = [address(draft, page) for page in ("TECH/", "review/", "later/", "delete/", "report/")]
    pages += [address(finished, page) for page in ("TECH/", "report/", "report.json", "report/?role=mlops", "delete/")]
    for path in pages:
        response = client.get(path)
        assert "no-store" in response.headers["Cache-Control"]
        assert "private" in response.headers["Cache-Control"]
        assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    for page in ("TECH/", "review/", "delete/"):
        response = client.post(address(draft, page))
        assert "no-store" in response.headers["Cache-Control"]
        assert response.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_redirects_and_errors_are_not_kept(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    for path in ("/", "/en/nope/", f"/en/resume/{'x' * 32}", address(draft, "nope/")):
        assert "no-store" in client.get(path).headers["Cache-Control"]


def test_what_is_kept_of_a_file_that_is_sent_is_nothing() -> None:
    request = RequestFactory().post("/", {"a": SimpleUploadedFile("large", b"x" * 3_000_000)})
    (kept,) = request.FILES.getlist("a")
    assert kept.read() == b""

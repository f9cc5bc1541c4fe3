import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from assessment.models import CatalogueVersion
from careerquiz import urls
from tests.people import begin, enter, read

LANGUAGES = ("fr", "en")


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("marker-of-a-fault")


def refused(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


broken.login_required = refused.login_required = False  # type: ignore[attr-defined]  # what login_not_required sets

urlpatterns = [path("en/broken/", broken), path("en/refused/", refused), *urls.urlpatterns]
handler400, handler500 = urls.handler400, urls.handler500


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "page",
    [
        "nope/",
        "assessments/1/TECH/",
        "assessments/00000000-0000-0000-0000-000000000000/report/",
        "resume/x/",
        "roles/nope/",
    ],
)
def test_nothing_at_an_address_is_a_page_of_ours_that_leads_back(
    client: Client, published: CatalogueVersion, page: str, language: str
) -> None:
    response = client.get(f"/{language}/{page}")
    found = read(response)
    assert response.status_code == 404
    assert found.the("html").attributes["lang"] == language
    assert [link.attributes["href"] for link in found.the("main").each("a")] == [f"/{language}/"]


def test_nothing_at_an_address_without_a_language_is_404_too(client: Client, db: None) -> None:
    response = client.get("/wp-login.php")
    assert response.status_code == 404
    assert read(response).the("h1").words


def test_a_page_without_its_last_slash_leads_to_the_page(client: Client, published: CatalogueVersion) -> None:
    response = client.get("/en/start")
    assert (response.status_code, response.headers["Location"]) == (301, "/en/start/")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_read_is_a_page_of_ours(client: Client, published: CatalogueVersion, language: str) -> None:
    response = client.post(f"/{language}/start/", {f"field-{number}": "" for number in range(1001)})
    found = read(response)
    assert response.status_code == 400
    assert found.the("html").attributes["lang"] == language
    assert [link.attributes["href"] for link in found.the("main").each("a")] == [f"/{language}/"]


@pytest.mark.parametrize("host", ["evil.example", "testserver.evil.example", "[::1", "a b", "testserver:x"])
def test_another_host_is_a_page_of_ours(client: Client, db: None, host: str) -> None:
    response = client.get("/en/", headers={"host": host})
    assert response.status_code == 400
    assert host.encode() not in response.content
    assert read(response).the("h1").words


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_without_its_token_is_a_page_of_ours_that_leads_back_to_the_form(
    published: CatalogueVersion, language: str
) -> None:
    response = Client(enforce_csrf_checks=True).post(f"/{language}/start/?role=mlops", {"role": "devops"})
    found = read(response)
    assert response.status_code == 403
    assert found.the("html").attributes["lang"] == language
    assert [link.attributes["href"] for link in found.the("main").each("a")] == [f"/{language}/start/?role=mlops"]


@pytest.mark.urls("tests.test_errors")
def test_what_is_not_open_is_a_page_of_ours(client: Client, db: None) -> None:
    response = client.get("/en/refused/")
    assert response.status_code == 403
    assert [link.attributes["href"] for link in read(response).the("main").each("a")] == ["/en/"]


@pytest.mark.urls("tests.test_errors")
def test_a_fault_is_said_in_both_languages_and_tells_nothing_of_itself(db: None) -> None:
    client = Client(raise_request_exception=False)
    response = client.get("/en/broken/")
    page = read(response)
    assert response.status_code == 500
    assert [heading.words != "" for heading in page.each("h1")] == [True, True]
    assert (page.the("html").attributes["lang"], page.the("main").each("div")[0].attributes["lang"]) == ("fr", "en")
    for secret in (b"marker-of-a-fault", b"RuntimeError", b"Traceback", b"tests"):
        assert secret not in response.content


@pytest.mark.urls("tests.test_errors")
@pytest.mark.parametrize("method", ["get", "post", "put", "delete", "head"])
def test_a_fault_has_the_headers_of_every_page(db: None, method: str) -> None:
    response = getattr(Client(raise_request_exception=False), method)("/en/broken/")
    assert response.status_code == 500
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_staff_without_a_right_are_told_so_by_a_page_of_ours(client: Client, published: CatalogueVersion) -> None:
    enter(client, get_user_model().objects.create_user("staff@example.org", is_staff=True))
    response = client.get("/admin/profiles/user/")
    assert response.status_code == 403
    assert read(response).the("h1").words


@pytest.mark.parametrize("method", ["put", "delete", "patch", "options", "trace"])
def test_a_method_that_no_page_knows_is_405(client: Client, published: CatalogueVersion, method: str) -> None:
    draft = begin(client)
    paths = ["/en/", "/en/start/", "/en/privacy/", f"/en/assessments/{draft.uuid}/TECH/", "/livez"]
    assert [getattr(client, method)(path).status_code for path in paths] == [405] * 5

"""Taking away: every form of any version and of the draft, with its name, its kind, and the bytes of its writer."""

import hashlib
import json
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from assessment.catalogue.file import build, codes_of, write
from assessment.exchange.files import WRITERS, read_any
from assessment.models import CatalogueVersion, DraftSkill
from profiles.models import User
from tests.editors import CATALOGUE, fill_draft, one_of, page_of, save
from tests.examples import document, full_document, tiny_skill
from tests.people import build_and_publish, edited_document, enter, everything_stored, read

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
VERSIONS = "/admin/assessment/catalogueversion/"
ENDINGS = {form: writer.ending for form, writer in WRITERS.items()}
SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


def taken(client: Client, address: str) -> HttpResponse:
    response = client.get(f"{CATALOGUE}{address}")
    assert response.status_code == 200, response.content
    return response  # type: ignore[return-value]


def head_of(response: HttpResponse) -> tuple[str, str]:
    return response.headers["Content-Type"], response.headers["Content-Disposition"]


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("form", WRITERS)
def test_a_version_is_taken_away_in_every_form(drafted: CatalogueVersion, form: str, number: int) -> None:
    build_and_publish(edited_document())
    version = CatalogueVersion.objects.get(number=number)
    response = taken(one_of("analysts"), f"versions/{number}/{form}")
    named = f'attachment; filename="careerquiz-{number}-{form}.{ENDINGS[form]}"'
    assert head_of(response) == (WRITERS[form].content_type, named)
    held = [document(), edited_document()][number - 1]
    assert response.content == WRITERS[form].write(held, version.published, number)


def test_a_package_of_a_version_says_when_that_was_published(published: CatalogueVersion) -> None:
    then = datetime(2025, 1, 31, 12, tzinfo=UTC)
    catalogue = build(edited_document())
    columns = {"document": write(catalogue).decode(), "sha256": catalogue.sha256, "codes": codes_of(edited_document())}
    CatalogueVersion.objects.create(number=2, published=then, **columns)
    assert made_at(taken(one_of("analysts"), "versions/2/case").content) == then


def test_the_catalogue_file_of_a_version_has_its_hash(published: CatalogueVersion) -> None:
    content = taken(one_of("editors"), "versions/1/catalogue").content
    assert hashlib.sha256(content).hexdigest() == published.sha256
    assert content.decode() == published.document


def test_a_version_gives_the_same_file_whenever_it_is_taken(published: CatalogueVersion) -> None:
    for form in WRITERS:
        first, second = (taken(one_of(group), f"versions/1/{form}").content for group in ("editors", "analysts"))
        assert first == second


@pytest.mark.parametrize("form", WRITERS)
def test_the_draft_is_taken_away_in_every_form(drafted: CatalogueVersion, form: str) -> None:
    fill_draft(edited_document())
    response = taken(one_of("analysts"), f"draft/{form}")
    named = f'attachment; filename="careerquiz-draft-{form}.{ENDINGS[form]}"'
    assert head_of(response) == (WRITERS[form].content_type, named)
    at = made_at(response.content) if form == "case" else drafted.published
    assert response.content == WRITERS[form].write(edited_document(), at, None)


def made_at(package: bytes) -> datetime:
    """When a package says that it was made."""
    at = parse_datetime(json.loads(package)["CFDocument"]["lastChangeDateTime"])
    assert at is not None
    return at


@pytest.mark.parametrize("form", WRITERS)
def test_what_is_taken_away_and_sent_back_changes_nothing(drafted: CatalogueVersion, form: str) -> None:
    for address in (f"draft/{form}", f"versions/1/{form}"):
        assert read_any(taken(one_of("editors"), address).content, document()).document == document()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_draft_with_errors_is_no_package_yet_and_leads_to_its_check(drafted: CatalogueVersion, language: str) -> None:
    DraftSkill.objects.filter(code="T1").update(anchor_3_fr="")
    client = one_of("analysts")
    response = client.get(f"{CATALOGUE}draft/case", headers={"Accept-Language": language})
    assert (response.status_code, response.headers["Location"]) == (302, f"{CATALOGUE}check/")
    page = read(client.get(f"{CATALOGUE}check/", headers={"Accept-Language": language}))
    assert [line.attributes["class"] for line in page.the("ul", class_="messagelist").each("li")] == ["error"]
    unfinished = [form for form in WRITERS if client.get(f"{CATALOGUE}draft/{form}").status_code == 200]
    assert unfinished == [form for form in WRITERS if form != "case"]


def test_a_version_stays_a_package_whatever_the_draft_holds(drafted: CatalogueVersion) -> None:
    DraftSkill.objects.filter(code="T1").update(anchor_3_fr="")
    assert len(json.loads(taken(one_of("analysts"), "versions/1/case").content)["CFItems"]) > 60


@pytest.mark.parametrize(
    "address",
    [
        *("versions/0/catalogue", "versions/2/catalogue", "versions/1/nothing", "versions/1/json", "draft/nothing"),
        *("versions/99999999999999999999/catalogue", f"versions/{'9' * 5000}/catalogue", "versions/1/draft"),
        *("versions/9223372036854775808/case", "versions/2147483648/case", "draft/catalogue.json"),
    ],
)
def test_what_is_not_there_is_not_found(drafted: CatalogueVersion, address: str) -> None:
    assert one_of("editors").get(f"{CATALOGUE}{address}").status_code == 404


def test_the_page_of_a_version_leads_to_each_of_its_files(published: CatalogueVersion) -> None:
    page = read(one_of("analysts").get(f"{VERSIONS}{published.pk}/change/"))
    found = [link.attributes["href"] for link in page.each("a") if "/versions/1/" in link.attributes["href"]]
    assert found == [f"{CATALOGUE}versions/1/{form}" for form in WRITERS]


@pytest.mark.parametrize("address", [f"{of}/{form}" for of in ("draft", "versions/1") for form in WRITERS])
def test_a_file_is_nobody_elses_to_guess_to_keep_or_to_show(drafted: CatalogueVersion, address: str) -> None:
    response = taken(one_of("analysts"), address)
    assert {name: response.headers[name] for name in SAFE} == SAFE
    assert "'none'" in response.headers["Content-Security-Policy"]
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["Content-Disposition"].startswith("attachment; ")


def test_without_the_right_there_is_nothing_to_take(drafted: CatalogueVersion, client: Client) -> None:
    enter(client, User.objects.create_user("ada@example.org", is_staff=True))
    for address in ("draft/catalogue", "draft/case", "versions/1/catalogue", "versions/7/catalogue"):
        assert client.get(f"{CATALOGUE}{address}").status_code == 403


def test_taking_away_changes_nothing(drafted: CatalogueVersion) -> None:
    client = one_of("editors")
    before = everything_stored()
    for form in WRITERS:
        for address in (f"draft/{form}", f"versions/1/{form}"):
            assert taken(client, address).content
            assert client.head(f"{CATALOGUE}{address}").status_code == 200
            assert client.post(f"{CATALOGUE}{address}").status_code == 405
    assert everything_stored() == before


@pytest.mark.parametrize("form", WRITERS)
def test_a_file_asks_as_often_for_2_skills_as_for_200(form: str) -> None:
    client, found = one_of("editors"), []
    for number, skills in ((1, 2), (2, 200)):
        draft = full_document()
        draft["skills"] += [tiny_skill(f"X{at}", "HEAD") for at in range(skills - 2)]
        CatalogueVersion.objects.publish(build(draft))
        fill_draft(draft)
        for address in (f"draft/{form}", f"versions/{number}/{form}"):
            with CaptureQueriesContext(connection) as captured:
                taken(client, address)
            found.append(len(captured))
    # session, person, factor, rights twice; the draft in nine and when it changed, or the version
    assert found == [15, 6, 15, 6]


def test_the_same_draft_is_the_same_file_whenever_it_is_taken_away(
    drafted: CatalogueVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor, address = one_of("editors"), f"{CATALOGUE}draft/case"
    first = editor.get(address).content
    later = timezone.now() + timedelta(hours=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert editor.get(address).content == first
    save(editor, page_of("skills", "T1"), name_en="Another name")
    assert editor.get(address).content != first

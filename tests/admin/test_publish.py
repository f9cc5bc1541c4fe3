"""Publishing: the draft that was shown becomes the next version, by those who may, and nothing that is old changes."""

import json
from functools import partial
from typing import Any

import pytest
from django.http import HttpResponseBase
from django.test import Client

from assessment.catalogue.file import build, canonical, codes_of
from assessment.models import Assessment, CatalogueChange, CatalogueVersion, DraftSkill
from assessment.models.drafting import draft_document, mark
from profiles.models import User
from tests.databases import at_once
from tests.editors import CATALOGUE, changes_on, fill_draft, form_of, one_of, page_of, save
from tests.examples import GONE, changed, full_document
from tests.people import (
    Element,
    address,
    begin,
    build_and_publish,
    edited_document,
    enter,
    everything_stored,
    finish,
    read,
    saved,
    section,
)

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
PAGE = f"{CATALOGUE}impact/"
VERSIONS = "/admin/assessment/catalogueversion/"
LANGUAGES = ("fr", "en")


def opened(client: Client, language: str = "en") -> Element:
    response = client.get(PAGE, headers={"Accept-Language": language})
    assert response.status_code == 200
    return read(response)


def buttons(page: Element) -> list[Element]:
    return section(page, "publish").each("button")


def note_of(page: Element) -> str:
    return page.the("textarea", name="note").value.removeprefix("\n")


def publish(client: Client, **fields: Any) -> HttpResponseBase:
    """Open the page, write a note, and press the button."""
    return save(client, PAGE, **{"note": "Because.", **fields})


def forge(client: Client, **fields: Any) -> HttpResponseBase:
    """Send the form without having seen it."""
    data = {"note": "Forged.", "shown": mark(draft_document()), **fields}
    return client.post(PAGE, data)


def numbers() -> list[int]:
    return list(CatalogueVersion.objects.order_by("number").values_list("number", flat=True))


@pytest.fixture
def edited(drafted: CatalogueVersion) -> CatalogueVersion:
    """The shipped catalogue, published; in the draft it is edited."""
    fill_draft(edited_document())
    return drafted


@pytest.fixture
def publisher() -> Client:
    return one_of("publishers", name="Petra")


def test_publishing_makes_the_next_version_of_what_was_changes_on(edited: CatalogueVersion, publisher: Client) -> None:
    response = publish(publisher, note="Raised what is asked.\r\nSee the minutes.")
    assert (response.status_code, response.headers["Location"]) == (302, VERSIONS)
    version = CatalogueVersion.objects.get(number=2)
    assert version.document == canonical(edited_document()).decode()
    assert (version.sha256, version.codes) == (build(edited_document()).sha256, codes_of(edited_document()))
    assert (version.note, str(version.published_by)) == ("Raised what is asked.\r\nSee the minutes.", "Petra")
    (change,) = CatalogueChange.objects.filter(action="publish", by=version.published_by)
    assert (change.code, change.note, change.at >= version.published) == ("2", version.note, True)
    assert read(publisher.get(VERSIONS)).each("li", class_="success") != []


def test_what_is_published_is_the_draft_still(edited: CatalogueVersion, publisher: Client) -> None:
    publish(publisher)
    assert draft_document() == edited_document()
    page = opened(publisher)
    assert (changes_on(page), buttons(page)) == ([], [])


def test_the_first_version_is_published_from_a_draft_alone(publisher: Client) -> None:
    fill_draft(full_document())
    page = opened(publisher)
    assert {change[0] for change in changes_on(page)} == {"added"}
    assert len(section(page, "does").each("li")) == 1
    assert publish(publisher).status_code == 302
    assert CatalogueVersion.objects.get().document == canonical(full_document()).decode()


@pytest.mark.parametrize("note", ["", "   \n ", GONE])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_note_is_required(edited: CatalogueVersion, publisher: Client, note: Any, language: str) -> None:
    data = {"shown": mark(draft_document())} | ({} if note is GONE else {"note": note})
    response = publisher.post(PAGE, data, headers={"Accept-Language": language})
    page = read(response)
    assert (response.status_code, numbers()) == (200, [1])
    row = page.the("div", class_="form-row")
    area, error = row.the("textarea", id="id_note"), row.the("ul", class_="errorlist")
    assert area.attributes["aria-invalid"] == "true"
    assert error.attributes["id"] in area.attributes["aria-describedby"].split()
    assert page.the("div", role="alert").the("a", href="#id_note").words == error.words


def test_a_note_that_is_too_long_is_refused_and_kept_to_be_shortened(
    edited: CatalogueVersion, publisher: Client
) -> None:
    response = publish(publisher, note="x" * 2001)
    assert (response.status_code, numbers(), note_of(read(response))) == (200, [1], "x" * 2001)
    assert publish(publisher, note="x" * 2000).status_code == 302


@pytest.mark.parametrize("shown_mark", ["", GONE, "0" * 32, "x" * 5000, "\x00"])
def test_a_form_that_does_not_say_what_was_shown_publishes_nothing(
    edited: CatalogueVersion, publisher: Client, shown_mark: Any
) -> None:
    data = {"note": "Because."} | ({} if shown_mark is GONE else {"shown": shown_mark})
    response = publisher.post(PAGE, data)
    assert (response.status_code, numbers()) == (200, [1])
    page = read(response)
    assert page.each("div", role="alert") != []
    assert note_of(page) == "Because."


def test_a_change_between_looking_and_publishing_is_told_and_nothing_is_published(
    edited: CatalogueVersion, publisher: Client
) -> None:
    sent = form_of(publisher, PAGE) | {"note": "Long thoughts."}
    editor = one_of("editors")
    assert save(editor, page_of("skills", "T1"), name_en="Changed meanwhile").status_code == 302
    response = publisher.post(PAGE, sent)
    page = read(response)
    assert (response.status_code, numbers(), note_of(page)) == (200, [1], "Long thoughts.")
    assert page.each("div", role="alert") != []
    assert any(("en: Changed meanwhile" in cells[0]) for _, code, cells in changes_on(page) if code == "T1")
    again = form_of(publisher, PAGE) | {"note": note_of(page)}
    assert publisher.post(PAGE, again).status_code == 302
    assert CatalogueVersion.objects.get(number=2).document == canonical(draft_document()).decode()


def test_the_page_that_told_of_a_change_can_be_sent_at_once(edited: CatalogueVersion, publisher: Client) -> None:
    page = read(forge(publisher, shown="0" * 32))
    fields = {box.attributes["name"]: box.attributes["value"] for box in section(page, "publish").each("input")}
    assert fields["shown"] == mark(draft_document())
    assert publisher.post(PAGE, {"shown": fields["shown"], "note": note_of(page)}).status_code == 302


def test_sending_the_same_form_twice_publishes_once_and_says_so(edited: CatalogueVersion, publisher: Client) -> None:
    sent = form_of(publisher, PAGE) | {"note": "Because."}
    assert publisher.post(PAGE, sent).status_code == 302
    response = publisher.post(PAGE, sent)
    assert (response.status_code, numbers()) == (200, [1, 2])
    assert read(response).each("div", role="alert") != []


def test_what_is_published_already_is_not_published_again(drafted: CatalogueVersion, publisher: Client) -> None:
    page = opened(publisher)
    assert (changes_on(page), buttons(page)) == ([], [])
    assert forge(publisher).status_code == 200
    assert numbers() == [1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_errors_stand_in_the_way_even_of_a_forged_form(
    drafted: CatalogueVersion, publisher: Client, language: str
) -> None:
    DraftSkill.objects.filter(code="T1").update(anchor_3_fr="")
    page = opened(publisher, language)
    assert (buttons(page), section(page, "publish").each("textarea")) == ([], [])
    assert section(page, "publish").the("a").attributes["href"] == f"{CATALOGUE}check/"
    assert len(section(page, "does").each("li")) == 1
    before = everything_stored()
    response = forge(publisher, note="Kept all the same.")
    assert (response.status_code, note_of(read(response))) == (200, "Kept all the same.")
    assert everything_stored() == before


def test_errors_are_counted_in_the_singular_and_in_the_plural(drafted: CatalogueVersion) -> None:
    editor, said = one_of("editors"), []
    for codes in (["T1"], ["T1", "T2"]):
        DraftSkill.objects.filter(code__in=codes).update(anchor_3_fr="")
        said.append(section(opened(editor), "publish").each("p")[0].words)
    assert said[0].replace("1", "2") != said[1]


@pytest.mark.parametrize("group", ["editors", "analysts"])
def test_who_may_not_publish_sees_the_page_without_the_button_and_a_forged_form_changes_nothing(
    edited: CatalogueVersion, group: str
) -> None:
    client = one_of(group)
    assert buttons(opened(client)) == []
    before = everything_stored()
    assert [forge(client).status_code, forge(client, note="").status_code] == [403, 403]
    assert everything_stored() == before


def test_a_superuser_may_publish(edited: CatalogueVersion, client: Client) -> None:
    enter(client, User.objects.create_superuser("root@example.org"))
    assert publish(client).status_code == 302
    assert numbers() == [1, 2]


def test_reading_the_page_changes_nothing(edited: CatalogueVersion, publisher: Client) -> None:
    before = everything_stored()
    opened(publisher)
    publisher.head(PAGE)
    assert [publisher.put(PAGE).status_code, publisher.delete(PAGE).status_code] == [405, 405]
    assert everything_stored() == before


# What it leaves alone, and what it does


def test_an_old_report_stays_byte_for_byte_and_a_new_assessment_asks_what_is_new(
    edited: CatalogueVersion, publisher: Client, client: Client
) -> None:
    finished = finish(client)
    files = [address(finished, f"report.json{target}") for target in ("", "?role=mlops&grade=senior")]
    before = [client.get(file).content for file in files]
    publish(publisher)
    assert [client.get(file).content for file in files] == before
    assert json.loads(before[0])["catalogue"] == {"sha256": edited.sha256, "version": 1}
    new = begin(client)
    assert new.version.number == 2
    asked = {skill.code for _, skills in new.pages for skill in skills}
    assert ({"T9"} <= asked, asked & {"T5", "G4"}) == (True, set())


def test_an_assessment_in_progress_continues_on_its_version(
    edited: CatalogueVersion, publisher: Client, client: Client
) -> None:
    draft = begin(client)
    before = client.get(address(draft, "TECH/")).content
    publish(publisher)
    assert strip(client.get(address(draft, "TECH/")).content) == strip(before)
    sent = {"skill-T5": "3", "go": "next"}
    assert client.post(address(draft, "TECH/"), sent).status_code == 302
    assert saved(draft)[0] == {"T5": 3}
    assert Assessment.objects.get(pk=draft.pk).version == edited


def strip(page: bytes) -> list[bytes]:
    """The lines of a page without the token that each has anew."""
    return [line for line in page.splitlines() if b"csrfmiddlewaretoken" not in line]


def publish_at_once(client: Client, sent: dict[str, Any]) -> int:
    return client.post(PAGE, sent).status_code


@pytest.mark.usefixtures("separate_connections")
def test_of_two_who_publish_at_once_one_is_told() -> None:
    build_and_publish(full_document())
    fill_draft(changed({"skills.0.name.en": "Another"}))
    both = [one_of("publishers", name=name) for name in ("Petra", "Paul")]
    sent = [form_of(client, PAGE) | {"note": f"{number}"} for number, client in enumerate(both)]
    found = at_once(*(partial(publish_at_once, *pair) for pair in zip(both, sent, strict=True)))
    assert sorted(found) == [200, 302]
    assert numbers() == [1, 2]
    assert CatalogueChange.objects.filter(action="publish").count() == 2

import re
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.http import HttpResponseBase
from django.test import Client

from assessment.models import Assessment, CatalogueVersion
from assessment.scoring import Answers
from tests.examples import document, shipped
from tests.people import (
    Element,
    address,
    answer,
    begin,
    build_and_publish,
    enter,
    everything_stored,
    filled,
    finish,
    read,
    saved,
    submit,
    token_of,
)

LANGUAGES = ("fr", "en")
VALUES = ["0", "1", "2", "3", "4", "5", "na", "dk"]
TECH = ["T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8"]
FEW: Answers = {"T1": 3, "T2": "na", "T3": "dk", "G1": 0, "C1": 5, "P1": 1}


def opened(client: Client, assessment: Assessment, code: str = "TECH", language: str = "en") -> Element:
    response = client.get(address(assessment, f"{code}/", language))
    assert response.status_code == 200
    return read(response)


def sent(client: Client, assessment: Assessment, data: dict[str, str], code: str = "TECH") -> HttpResponseBase:
    return client.post(address(assessment, f"{code}/"), data)


def chosen(page: Element) -> dict[str, str]:
    boxes = page.each("input", type="radio", checked="")
    return {box.attributes["name"].removeprefix("skill-"): box.attributes["value"] for box in boxes}


def notes(page: Element) -> dict[str, str]:
    areas = {area.attributes["name"].removeprefix("note-"): area.value for area in page.each("textarea")}
    return {code: note for code, note in areas.items() if note}


# What a page shows


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ["devops", "mlops"])
def test_each_page_asks_the_skills_of_its_competency_by_all_six_sentences(
    client: Client, published: CatalogueVersion, role: str, language: str
) -> None:
    draft = begin(client, role)
    for competency, skills in shipped().pages(role):
        page = opened(client, draft, competency.code, language)
        questions = page.each("fieldset", class_="question")
        assert [question.attributes["id"] for question in questions] == [skill.code for skill in skills]
        for question, skill in zip(questions, skills, strict=True):
            assert question.the("legend").words == " ".join(skill.name.said_in(language).split())
            scale = question.the("div", class_="scale").each("label")
            assert [label.words for label in scale] == [
                " ".join(f"{level.name.said_in(language)} {anchor.said_in(language)}".split())
                for level, anchor in zip(shipped().levels, skill.anchors, strict=True)
            ]


@pytest.mark.parametrize(("role", "pages"), [("devops", 4), ("mlops", 5)])
def test_a_role_has_a_page_for_each_competency(
    client: Client, published: CatalogueVersion, role: str, pages: int
) -> None:
    draft = begin(client, role)
    numbers = [
        re.findall(r"\d+", opened(client, draft, group.code).the("title").words) for group, _ in shipped().pages(role)
    ]
    assert numbers == [[str(number), str(pages)] for number in range(1, pages + 1)]


def test_the_two_other_answers_stand_apart_from_the_scale(client: Client, published: CatalogueVersion) -> None:
    question = opened(client, begin(client)).the("fieldset", id="T1")
    values = [
        [box.attributes["value"] for box in question.the("div", class_=part).each("input")]
        for part in ("scale", "apart")
    ]
    assert values == [VALUES[:6], VALUES[6:]]


def test_nothing_is_chosen_beforehand_and_nothing_is_mandatory(client: Client, published: CatalogueVersion) -> None:
    page = opened(client, begin(client))
    assert (chosen(page), notes(page)) == ({}, {})
    assert [e for name in ("input", "textarea") for e in page.each(name) if "required" in e.attributes] == []


def test_every_field_has_a_label(client: Client, published: CatalogueVersion) -> None:
    page = opened(client, begin(client))
    labelled = {label.attributes.get("for") for label in page.each("label")}
    assert {area.attributes["id"] for area in page.each("textarea")} <= labelled
    inside = [label.each("input", type="radio") for label in page.each("label", class_="choice")]
    assert [len(boxes) for boxes in inside] == [1] * 8 * 8


def test_enter_goes_on(client: Client, published: CatalogueVersion) -> None:
    page = opened(client, begin(client))
    first = next(b for b in page.each("button") if b.attributes.get("form") == "answers")
    assert (first.attributes["name"], first.attributes["value"]) == ("go", "next")


def test_the_page_says_how_many_skills_are_answered(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    answer(client, draft, FEW)
    page = opened(client, draft, "PM")
    assert re.findall(r"\d+", page.the("span", id="answered").words) == ["6", "24"]
    assert re.findall(r"\d+", page.the("p", class_="eyebrow").words) == ["2", "4", "6", "24"]


def test_the_secret_link_is_on_the_page_unfolded_until_something_is_answered(
    client: Client, published: CatalogueVersion
) -> None:
    draft = begin(client)
    link = f"http://testserver/en/resume/{token_of(client)}/"
    first = opened(client, draft).the("details", class_="panel no-print")
    assert ("open" in first.attributes, first.the("input", id="link").attributes["value"]) == (True, link)
    submit(client, draft, "TECH", {"T1": 3})
    later = opened(client, draft).the("details", class_="panel no-print")
    assert ("open" in later.attributes, later.the("input", id="link").attributes["value"]) == (False, link)


def test_what_is_in_an_account_shows_no_link(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    owner = get_user_model().objects.create_user("ada@example.org")
    Assessment.objects.update(owner=owner)
    enter(client, owner)
    page = opened(client, draft)
    assert page.each("input", id="link") == []
    assert token_of(client) not in client.get(address(draft, "TECH/")).content.decode()


@pytest.mark.parametrize("code", ["ML", "NOPE", "tech", "T1", "TECH ", "review.", "%00", "%0A", "é", "x" * 3000])
def test_a_competency_that_the_role_does_not_have_is_404(
    client: Client, published: CatalogueVersion, code: str
) -> None:
    draft = begin(client)
    assert client.get(address(draft, f"{code}/")).status_code == 404
    assert client.post(address(draft, f"{code}/"), {"skill-T1": "3"}).status_code == 404
    assert saved(draft) == ({}, {})


# What the role requires is nowhere


def other_requirements(levels: dict[str, int], weight: int) -> CatalogueVersion:
    """The shipped catalogue, asking these levels with this weight of every skill."""
    changed = document()
    for role in changed["roles"]:
        for need in role["requirements"].values():
            need["weight"], need["levels"] = weight, levels
    return build_and_publish(changed)


def without_csrf(content: bytes) -> bytes:
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", content)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("target", [("devops", "junior"), ("mlops", "confirmed"), ("devops", "senior")])
def test_the_pages_are_the_same_bytes_whatever_the_role_requires(
    client: Client, published: CatalogueVersion, language: str, target: tuple[str, str]
) -> None:
    role, grade = target
    low = other_requirements({"junior": 0, "confirmed": 1, "senior": 1}, 1)
    high = other_requirements({"junior": 4, "confirmed": 5, "senior": 5}, 3)
    draft = begin(client, role, grade)
    answer(client, draft, FEW)
    submit(client, draft, "COM", {"C2": 2}, **{"note-C2": "mine"})
    pages = [*(f"{group.code}/" for group, _ in shipped().pages(role)), "review/", "later/", "delete/"]
    seen = []
    for version in (published, low, high):
        Assessment.objects.update(version=version)
        seen.append([without_csrf(client.get(address(draft, page, language)).content) for page in pages])
    assert seen[0] == seen[1] == seen[2]


def test_the_pages_before_the_first_question_say_nothing_of_what_is_required(
    client: Client, published: CatalogueVersion
) -> None:
    seen = [without_csrf(client.get(path).content) for path in ("/en/", "/en/start/?role=mlops")]
    other_requirements({"junior": 4, "confirmed": 5, "senior": 5}, 3)
    assert [without_csrf(client.get(path).content) for path in ("/en/", "/en/start/?role=mlops")] == seen


def test_the_answer_to_the_script_is_the_same_whatever_the_role_requires(
    client: Client, published: CatalogueVersion
) -> None:
    draft = begin(client)
    before = saved_by_script(client, draft, {"skill-T1": "3"})
    Assessment.objects.update(version=other_requirements({"junior": 4, "confirmed": 5, "senior": 5}, 3), answers={})
    assert saved_by_script(client, draft, {"skill-T1": "3"}) == before


# Saving


@pytest.mark.parametrize(
    ("code", "go", "destination"),
    [
        ("TECH", "back", "/en/"),
        ("TECH", "next", "/en/assessments/{}/PM/"),
        ("PM", "back", "/en/assessments/{}/TECH/"),
        ("PRO", "next", "/en/assessments/{}/review/"),
        ("PM", "later", "/en/assessments/{}/later/"),
        ("PM", "fr", "/fr/assessments/{}/PM/"),
        ("PM", "en", "/en/assessments/{}/PM/"),
        ("PM", None, "/en/assessments/{}/PM/"),
        ("PM", "", "/en/assessments/{}/PM/"),
        ("PM", "https://example.org/", "/en/assessments/{}/PM/"),
    ],
)
def test_every_submit_saves_whatever_the_button(
    client: Client, published: CatalogueVersion, code: str, go: str | None, destination: str
) -> None:
    draft = begin(client)
    skill = next(skills[0].code for group, skills in shipped().pages("devops") if group.code == code)
    data = {f"skill-{skill}": "4", f"note-{skill}": "mine"} | ({} if go is None else {"go": go})
    response = sent(client, draft, data, code)
    assert (response.status_code, response.headers["Location"]) == (302, destination.format(draft.uuid))
    assert saved(draft) == ({skill: 4}, {skill: "mine"})


@pytest.mark.parametrize("value", VALUES)
def test_each_of_the_eight_answers_is_kept_as_it_is_and_shown_again(
    client: Client, published: CatalogueVersion, value: str
) -> None:
    draft = begin(client)
    sent(client, draft, {"skill-T1": value})
    assert saved(draft) == ({"T1": int(value) if value.isdigit() else value}, {})
    assert chosen(opened(client, draft)) == {"T1": value}


def test_a_page_sent_empty_saves_nothing_and_goes_on(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    response = sent(client, draft, filled(opened(client, draft)) | {"go": "next"})
    assert response.headers["Location"] == address(draft, "PM/")
    assert saved(draft) == ({}, {})


def test_when_it_was_changed_is_kept(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    submit(client, draft, "TECH", {"T1": 3})
    assert Assessment.objects.get().changed > draft.changed
    assert Assessment.objects.get().started == draft.started


def test_an_answer_is_taken_back_with_its_note_kept(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    sent(client, draft, {"skill-T1": "4", "skill-T2": "1", "note-T1": "mine"})
    page = opened(client, draft)
    button = page.the("fieldset", id="T1").the("button", name="take-back")
    response = sent(client, draft, filled(page) | {"take-back": button.attributes["value"]})
    assert (response.status_code, response.headers["Location"]) == (302, address(draft, "TECH/#T1"))
    assert saved(draft) == ({"T2": 1}, {"T1": "mine"})
    assert chosen(opened(client, draft)) == {"T2": "1"}


@pytest.mark.parametrize("code", ["NOPE", "G1", "", "T1\r\nX-Header: 1", "//example.org"])
def test_taking_back_what_is_not_on_the_page_changes_nothing(
    client: Client, published: CatalogueVersion, code: str
) -> None:
    draft = begin(client)
    answer(client, draft, FEW)
    response = sent(client, draft, {"take-back": code})
    assert response.headers["Location"].split("#")[0] == address(draft, "TECH/")
    assert saved(draft) == (FEW, {})


# Two tabs


def test_a_stale_tab_writes_nothing_back(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    sent(client, draft, {"skill-T1": "1", "skill-T2": "2", "note-T1": "old"})
    stale = filled(opened(client, draft))
    sent(client, draft, filled(opened(client, draft)) | {"skill-T1": "5", "note-T1": "new", "note-T2": "more"})
    sent(client, draft, stale | {"go": "next"})
    assert saved(draft) == ({"T1": 5, "T2": 2}, {"T1": "new", "T2": "more"})


def test_a_stale_tab_does_not_bring_back_what_was_taken_back(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    sent(client, draft, {"skill-T1": "1"})
    stale = filled(opened(client, draft))
    sent(client, draft, filled(opened(client, draft)) | {"take-back": "T1"})
    sent(client, draft, stale | {"go": "next"})
    assert saved(draft) == ({}, {})


def test_two_tabs_lose_nothing_of_each_other(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    one, two = filled(opened(client, draft)), filled(opened(client, draft))
    sent(client, draft, one | {"skill-T1": "1", "note-T1": "one"})
    sent(client, draft, two | {"skill-T2": "2", "note-T2": "two"})
    assert saved(draft) == ({"T1": 1, "T2": 2}, {"T1": "one", "T2": "two"})


def test_of_two_changes_of_a_skill_the_later_wins(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    one, two = filled(opened(client, draft)), filled(opened(client, draft))
    sent(client, draft, one | {"skill-T1": "1", "note-T1": "one"})
    sent(client, draft, two | {"skill-T1": "2", "note-T1": "two"})
    assert saved(draft) == ({"T1": 2}, {"T1": "two"})


def test_an_answer_changed_back_to_what_was_shown_stays_as_the_other_tab_left_it(
    client: Client, published: CatalogueVersion
) -> None:
    draft = begin(client)
    sent(client, draft, {"skill-T1": "1"})
    stale = filled(opened(client, draft))
    sent(client, draft, filled(opened(client, draft)) | {"skill-T1": "5"})
    sent(client, draft, stale | {"skill-T1": "1"})
    assert saved(draft) == ({"T1": 5}, {})


def test_tabs_of_two_pages_lose_nothing_of_each_other(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    tech, pm = filled(opened(client, draft)), filled(opened(client, draft, "PM"))
    sent(client, draft, tech | {"skill-T1": "1"})
    sent(client, draft, pm | {"skill-G1": "2"}, "PM")
    assert saved(draft) == ({"T1": 1, "G1": 2}, {})


# Notes


def test_a_note_of_several_lines_comes_back_as_it_was_typed_and_is_not_taken_for_changed(
    client: Client, published: CatalogueVersion
) -> None:
    draft = begin(client)
    sent(client, draft, filled(opened(client, draft)) | {"note-T1": "  first\r\n\r\n second \r\n"})
    assert saved(draft) == ({}, {"T1": "first\n\n second"})
    page = opened(client, draft)
    assert notes(page) == {"T1": "first\n\n second"}
    stale = filled(page)
    sent(client, draft, {"note-T1": "from the other tab"})
    sent(client, draft, stale | {"go": "next"})
    assert saved(draft) == ({}, {"T1": "from the other tab"})


def test_a_note_is_taken_away_by_emptying_it(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    sent(client, draft, {"note-T1": "mine", "skill-T1": "2"})
    sent(client, draft, filled(opened(client, draft)) | {"note-T1": " \r\n "})
    assert saved(draft) == ({"T1": 2}, {})


def test_a_note_is_never_markup(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    note = "</textarea><script>alert(1)</script>{{ x }}{% y %}&amp;\"'"
    sent(client, draft, {"note-T1": note})
    page = opened(client, draft)
    assert notes(page) == {"T1": note}
    assert [script for script in page.each("script") if "src" not in script.attributes] == []


def test_the_details_of_a_note_are_open_where_there_is_one(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    sent(client, draft, {"note-T2": "mine"})
    page = opened(client, draft)
    folded = {code: "open" in page.the("fieldset", id=code).the("details").attributes for code in TECH}
    assert folded == dict.fromkeys(TECH, False) | {"T2": True}


@pytest.mark.parametrize("note", ["x" * 2000, "é" * 2000, "\U0001f600" * 2000, "x\r\n" * 999 + "xx"])
def test_a_note_of_2000_characters_is_kept(client: Client, published: CatalogueVersion, note: str) -> None:
    draft = begin(client)
    assert sent(client, draft, {"note-T1": note}).status_code == 302
    assert saved(draft) == ({}, {"T1": note.replace("\r\n", "\n")})


# What cannot be kept


def assert_refused(response: HttpResponseBase, field: str) -> Element:
    """The page again, with a message beside the field with this id and in a summary that leads to it."""
    page = read(response)
    assert response.status_code == 200
    described = [e for e in page._inside() if e.attributes.get("aria-describedby") == f"{field}-error"]
    assert [e.attributes["id"] for e in described] == [field]
    message = page.the("p", id=f"{field}-error").words
    summary = page.the("div", role="alert")
    assert [link.attributes["href"] for link in summary.each("a")] == [f"#{field}"]
    assert message in summary.words
    return page


@pytest.mark.parametrize("value", ["9", "-1", "6", "2.0", "03", "", "NA", " 3", "³", "x" * 100_000, "\x00", "nan"])
def test_an_answer_that_is_none_is_refused_and_the_rest_is_kept(
    client: Client, published: CatalogueVersion, value: str
) -> None:
    draft = begin(client)
    sent(client, draft, {"skill-T1": "2"})
    data = filled(opened(client, draft)) | {"skill-T1": value, "skill-T2": "4", "note-T1": "one", "note-T2": "two"}
    page = assert_refused(sent(client, draft, data | {"go": "next"}), "T1")
    assert saved(draft) == ({"T1": 2, "T2": 4}, {"T1": "one", "T2": "two"})
    assert (chosen(page), notes(page)) == ({"T1": "2", "T2": "4"}, {"T1": "one", "T2": "two"})


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("x" * 2001, "x" * 2001),
        ("y" * 5000, "y" * 5000),
        ("nul\x00here", "nulhere"),
        ("bell\x07 esc\x1b", "bell esc"),
        ("</textarea>\x7f", "</textarea>"),
    ],
)
def test_a_note_that_cannot_be_kept_is_refused_with_what_was_typed_and_the_rest_is_kept(
    client: Client, published: CatalogueVersion, note: str, shown: str
) -> None:
    draft = begin(client)
    sent(client, draft, {"note-T1": "old"})
    data = filled(opened(client, draft)) | {"skill-T1": "5", "note-T1": note, "skill-T2": "4", "note-T2": "two"}
    page = assert_refused(sent(client, draft, data | {"go": "later"}), "note-T1")
    assert saved(draft) == ({"T1": 5, "T2": 4}, {"T1": "old", "T2": "two"})
    assert (chosen(page), notes(page)) == ({"T1": "5", "T2": "4"}, {"T1": shown, "T2": "two"})


def test_a_refused_answer_that_came_without_its_note_leaves_the_note(
    client: Client, published: CatalogueVersion
) -> None:
    draft = begin(client)
    sent(client, draft, {"note-T1": "old"})
    page = read(sent(client, draft, {"skill-T1": "9"}))
    assert notes(page) == {"T1": "old"}
    sent(client, draft, filled(page) | {"go": "next"})
    assert saved(draft) == ({}, {"T1": "old"})


def test_a_refused_note_is_kept_once_it_is_put_right_on_the_page_that_came_back(
    client: Client, published: CatalogueVersion
) -> None:
    draft = begin(client)
    page = read(sent(client, draft, filled(opened(client, draft)) | {"note-T1": "x" * 2001}))
    response = sent(client, draft, filled(page) | {"note-T1": "short", "go": "next"})
    assert response.status_code == 302
    assert saved(draft) == ({}, {"T1": "short"})


@pytest.mark.parametrize("name", ["skill-G1", "note-G1", "skill-M1", "skill-NOPE", "skill-", "note-\x00", "skill-<b>"])
def test_a_skill_of_another_page_or_of_none_is_refused_and_the_rest_is_kept(
    client: Client, published: CatalogueVersion, name: str
) -> None:
    draft = begin(client)
    response = sent(client, draft, {name: "3", "skill-T1": "3", "go": "next"})
    assert response.status_code == 200
    assert len(read(response).the("div", role="alert").each("li")) == 1
    assert saved(draft) == ({"T1": 3}, {})


def test_the_title_says_that_something_is_wrong(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    right = opened(client, draft).the("title").words
    wrong = read(sent(client, draft, {"skill-T1": "9"})).the("title").words
    assert wrong.endswith(right)
    assert wrong != right


@pytest.mark.parametrize("names", ["skill-{}", "note-{}", "odd-{}"])
def test_a_form_of_2000_fields_changes_nothing(client: Client, published: CatalogueVersion, names: str) -> None:
    draft = begin(client)
    response = sent(client, draft, {"skill-T1": "3"} | {names.format(number): "3" for number in range(2000)})
    assert response.status_code == 400
    assert len(read(response).the("h1").words) > 0
    assert saved(draft) == ({}, {})


def test_a_body_of_3_megabytes_changes_nothing(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    response = sent(client, draft, {"skill-T1": "3", "note-T1": "x" * 3_000_000})
    assert response.status_code == 413
    assert saved(draft) == ({}, {})


def test_a_file_instead_of_an_answer_is_passed_over(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    body = b'--x\r\nContent-Disposition: form-data; name="skill-T1"; filename="a"\r\n\r\n3\r\n--x--\r\n'
    client.generic("POST", address(draft, "TECH/"), body, content_type="multipart/form-data; boundary=x")
    assert saved(draft) == ({}, {})


# The script that saves each choice


def saved_by_script(client: Client, assessment: Assessment, data: dict[str, str]) -> object:
    response = client.post(address(assessment, "TECH/"), data, headers={"accept": "application/json"})
    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/json")
    return response.json()


def test_the_script_saves_and_hears_what_now_counts_as_shown(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    page = filled(opened(client, draft))
    heard = saved_by_script(client, draft, page | {"skill-T1": "3", "note-T2": "mine"})
    stored = filled(opened(client, draft))
    assert heard == {
        "shown": {"shown-T1": "3", "shown-note-T2": stored["shown-note-T2"]},
        "answered": 1,
        "refused": False,
        "last": {},
    }
    assert saved(draft) == ({"T1": 3}, {"T2": "mine"})


def test_what_the_script_heard_makes_the_page_as_if_it_were_fresh(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    page = filled(opened(client, draft)) | {"skill-T1": "3", "note-T1": "mine"}
    heard = saved_by_script(client, draft, page)
    assert isinstance(heard, dict)
    sent(client, draft, {"skill-T1": "5", "note-T1": "from the other tab"})
    sent(client, draft, page | heard["shown"])
    assert saved(draft) == ({"T1": 5}, {"T1": "from the other tab"})


def test_the_script_hears_that_something_was_refused_and_the_rest_is_kept(
    client: Client, published: CatalogueVersion
) -> None:
    draft = begin(client)
    heard = saved_by_script(client, draft, {"skill-T1": "9", "skill-T2": "1", "skill-G1": "1"})
    assert heard == {"shown": {"shown-T2": "1"}, "answered": 1, "refused": True, "last": {}}
    assert saved(draft) == ({"T2": 1}, {})


def test_the_script_is_led_to_the_report_of_a_finished_assessment(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    response = client.post(
        address(finished, "TECH/"), {"skill-T1": "0"}, headers={"accept": "application/json"}, follow=True
    )
    assert response.redirect_chain == [(address(finished, "report/"), 302)]


def test_the_page_has_every_field_that_the_script_fills(client: Client, published: CatalogueVersion) -> None:
    page = opened(client, begin(client))
    form = page.the("form", id="answers")
    assert {"data-save", "data-saved", "data-unsaved", "data-refused"} <= set(form.attributes)
    assert "TIME" in form.attributes["data-saved"]
    assert "NUMBER" in page.the("span", id="answered").attributes["data-text"]
    hidden = {box.attributes["name"] for box in form.each("input", type="hidden")}
    assert {f"{kind}-{code}" for kind in ("shown", "shown-note") for code in TECH} <= hidden


# Closed


@pytest.mark.parametrize(
    "data", [{}, {"skill-T1": "0"}, {"take-back": "T1"}, {"note-T1": "late", "go": "back"}, {"skill-T1": "9"}]
)
def test_a_post_to_a_finished_assessment_changes_nothing_and_leads_to_the_report(
    client: Client, published: CatalogueVersion, data: dict[str, str]
) -> None:
    finished = finish(client)
    before = everything_stored()
    response = sent(client, finished, data)
    assert (response.status_code, response.headers["Location"]) == (302, address(finished, "report/"))
    assert everything_stored() == before


def test_a_page_of_a_finished_assessment_leads_to_the_report(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    response = client.get(address(finished, "TECH/", "fr"))
    assert (response.status_code, response.headers["Location"]) == (302, address(finished, "report/", "fr"))


def test_a_stranger_sees_nothing_and_changes_nothing(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    stranger = Client()
    begin(stranger)
    assert stranger.get(address(draft, "TECH/")).status_code == 404
    assert sent(stranger, draft, {"skill-T1": "3"}).status_code == 404
    assert saved(draft) == ({}, {})


# Forms without a token


def strict_browser(client: Client, published: CatalogueVersion) -> tuple[Client, Assessment]:
    """A browser whose forms need their token, with a draft."""
    draft = begin(client)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    return strict, draft


def test_a_form_with_its_token_is_taken(client: Client, published: CatalogueVersion) -> None:
    strict, draft = strict_browser(client, published)
    assert sent(strict, draft, filled(opened(strict, draft)) | {"skill-T1": "3"}).status_code == 302
    assert saved(draft) == ({"T1": 3}, {})


@pytest.mark.parametrize("token", [None, "", "x", "0" * 64, "é\x00"])
def test_our_own_form_with_a_stale_token_gets_its_text_back(
    client: Client, published: CatalogueVersion, token: str | None
) -> None:
    strict, draft = strict_browser(client, published)
    data = filled(opened(strict, draft)) | {"note-T1": "<b>long</b>\r\nthought", "note-T2": "two"}
    data.pop("csrfmiddlewaretoken")
    data |= {} if token is None else {"csrfmiddlewaretoken": token}
    response = strict.post(address(draft, "TECH/"), data, headers={"origin": "http://testserver"})
    page = read(response)
    assert response.status_code == 403
    assert [area.value.replace("\r\n", "\n") for area in page.each("textarea")] == ["<b>long</b>\nthought", "two"]
    assert address(draft, "TECH/") in [link.attributes["href"] for link in page.each("a")]
    assert saved(draft) == ({}, {})


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null"},
        {"origin": "https://evil.example"},
        {"origin": "http://testserver.evil.example"},
        {"origin": "http://["},
        {"origin": "http://a]b"},
        {"referer": "http://testserver/en/"},
    ],
)
def test_the_form_of_another_site_gets_a_kind_page_without_its_text(
    client: Client, published: CatalogueVersion, headers: dict[str, str]
) -> None:
    strict, draft = strict_browser(client, published)
    response = strict.post(address(draft, "TECH/"), {"note-T1": "planted", "skill-T1": "3"}, headers=headers)
    assert response.status_code == 403
    assert read(response).each("textarea") == []
    assert b"planted" not in response.content
    assert saved(draft) == ({}, {})


def test_a_submit_of_what_is_erased_meanwhile_is_404(
    client: Client, published: CatalogueVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft, edit = begin(client), Assessment.edit

    def erased_first(self: Assessment, *args: Any) -> bool:
        Assessment.objects.filter(pk=self.pk).erase()
        return edit(self, *args)

    monkeypatch.setattr(Assessment, "edit", erased_first)
    assert client.post(address(draft, "TECH/"), {"skill-T1": "3"}).status_code == 404


def test_from_any_page_one_can_go_and_read_over(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    response = client.post(address(draft, "TECH/"), {"skill-T1": "3", "go": "review"})
    assert response.headers["Location"] == address(draft, "review/")
    draft.refresh_from_db()
    assert draft.answers == {"T1": 3}


def test_a_submit_of_what_is_finished_meanwhile_changes_nothing_and_leads_to_the_report(
    client: Client, published: CatalogueVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft, edit = begin(client), Assessment.edit

    def finished_first(self: Assessment, *args: Any) -> bool:
        Assessment.objects.get(pk=self.pk).finish()
        return edit(self, *args)

    monkeypatch.setattr(Assessment, "edit", finished_first)
    response = client.post(address(draft, "TECH/"), {"skill-T1": "3"})
    assert response.headers["Location"] == address(draft, "report/")
    draft.refresh_from_db()
    assert draft.answers == {}

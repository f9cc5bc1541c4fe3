"""The impact page: what publishing changes and does to people; and publishing itself."""

import json
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from assessment.admin.desk import counts_of_drafts
from assessment.admin.places import value_label
from assessment.catalogue.compare import Effects, differences, effects
from assessment.catalogue.file import build
from assessment.catalogue.model import Grade, Role, Skill
from assessment.exchange.reading import Document
from assessment.models import CatalogueVersion, DraftSkill
from assessment.templatetags import admin_words
from tests.editors import CATALOGUE, changes_on, fill_draft, one_of
from tests.examples import document, full_document, shipped, tiny_skill
from tests.people import (
    Element,
    begin,
    build_and_publish,
    edited_document,
    finish,
    read,
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


def effects_of(page: Element) -> list[str]:
    """The sentences of what publishing does to people."""
    return [item.words for item in section(page, "does").each("li")]


@pytest.fixture
def edited(drafted: CatalogueVersion) -> CatalogueVersion:
    """The shipped catalogue, published; in the draft it is edited."""
    fill_draft(edited_document())
    return drafted


@pytest.fixture
def publisher() -> Client:
    return one_of("publishers", name="Petra")


# What changes


def test_a_changed_text_stands_beside_the_new_one_in_its_own_language(edited: CatalogueVersion) -> None:
    was, now = document()["skills"][1], edited_document()["skills"][1]
    (change,) = [change for change in changes_on(opened(one_of("editors"))) if change[1] == "T2"]
    assert (change[0], sorted(change[2])) == (
        "changed",
        sorted(
            [
                *((f"{code}: {was['name'][code]}", f"{code}: {now['name'][code]}") for code in LANGUAGES),
                *(
                    (f"{code}: {was['anchors'][code][level]}", f"{code}: {now['anchors'][code][level]}")
                    for code in LANGUAGES
                    for level in (2, 5)
                ),
            ]
        ),
    )


def test_a_changed_level_and_weight_stand_beside_the_new_ones(edited: CatalogueVersion) -> None:
    found = {code: (kind, cells) for kind, code, cells in changes_on(opened(one_of("editors")))}
    assert found["devops T1"] == ("changed", [(": 3", ": 4"), (": 4", ": 5")])
    with translation.override("en"):
        important, essential = (f": {value_label('requirements', 'weight', weight)}" for weight in (2, 3))
    assert found["devops C1"] == ("changed", [(important, essential)])
    assert found["devops G4"] == ("removed", [])
    assert found["devops T9"] == ("added", [(important,), (": 1",), (": 3",), (": 4",)])
    assert found["T5"][1][-1] == (": –", ": T9")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_difference_is_on_the_page_and_nothing_else(edited: CatalogueVersion, language: str) -> None:
    wanted = [(found.kind, found.code) for found in differences(document(), edited_document())]
    assert [change[:2] for change in changes_on(opened(one_of("editors"), language))] == wanted
    assert len(wanted) == 8


def test_items_that_came_went_and_moved_are_told_apart() -> None:
    build_and_publish(full_document())
    draft = full_document()
    draft["skills"] = [draft["skills"][1], tiny_skill("C") | {"mission": "RUN"}, draft["skills"][0]]
    draft["missions"].append({**draft["missions"][0], "code": "REST"})
    draft["roles"].pop()
    fill_draft(draft)
    found = changes_on(opened(one_of("editors")))
    assert [change[:2] for change in found] == [
        ("added", "REST"),
        ("added", "C"),
        ("moved", ""),
        ("removed", "boss"),
        ("removed", "boss B"),
    ]
    assert found[2][2] == [(": A, B", ": B, A")]
    assert ("fr: C (fr)",) in found[1][2]
    assert ("en: C5 en",) in found[1][2]


def test_a_figure_of_a_grade_whose_code_looks_like_a_language_is_in_none() -> None:
    found = json.loads(json.dumps(full_document()).replace('"new"', '"fr"').replace('"old"', '"ensign"'))
    build_and_publish(found)
    found["roles"][0]["requirements"]["A"]["levels"] = {"fr": 3, "ensign": 5}
    fill_draft(found)
    assert changes_on(opened(one_of("editors"))) == [("changed", "maker A", [(": 2", ": 3"), (": 4", ": 5")])]


def test_what_an_editor_wrote_is_shown_as_it_is_written(drafted: CatalogueVersion) -> None:
    DraftSkill.objects.filter(code="T1").update(name_en="<script>alert(1)</script> & “more”")
    ((kind, code, cells),) = changes_on(opened(one_of("editors")))
    assert (kind, code, cells[0][1]) == ("changed", "T1", "en: <script>alert(1)</script> & “more”")


# What it does

SAYINGS = [
    admin_words.rises,
    admin_words.falls,
    admin_words.asks,
    admin_words.forgoes,
    admin_words.weighs,
    admin_words.rewords,
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_what_publishing_does_to_people(edited: CatalogueVersion, language: str) -> None:
    lines = effects_of(opened(one_of("editors"), language))
    with translation.override(language):
        assert lines[:-1] == [
            " ".join(say(count).split()) for say, count in zip(SAYINGS, (4, 2, 2, 4, 2, 1), strict=True)
        ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_level_that_changes_is_listed_with_its_role_and_grade(edited: CatalogueVersion, language: str) -> None:
    found, new = effects(shipped(), build(edited_document())), build(edited_document())
    wanted = [
        (
            f"{named(new.role_by_code[change.role], language)}, {named(new.grade_by_code[change.grade], language)}",
            f"{change.skill} – {named(new.skill_by_code[change.skill], language)}",
            "–" if change.old is None else str(change.old),
            "–" if change.new is None else str(change.new),
        )
        for change in (*found.risen, *found.fallen, *found.asked_anew, *found.no_longer_asked)
    ]
    rows = section(opened(one_of("editors"), language), "does").the("table").each("tr")[1:]
    assert [(row.the("th").words, *(cell.words for cell in row.each("td"))) for row in rows] == wanted
    assert len(wanted) == 24


def test_a_role_and_a_grade_with_one_code_keep_their_own_names() -> None:
    draft = json.loads(json.dumps(full_document()).replace('"maker"', '"new"'))
    build_and_publish(draft)
    draft["roles"][0]["requirements"]["A"]["levels"]["new"] = 3
    fill_draft(draft)
    rows = section(opened(one_of("editors")), "does").the("table").each("tr")[1:]
    assert [row.the("th").words for row in rows] == ["maker name (en), new (en)", "boss name (en), new (en)"]


def named(item: Role | Grade | Skill, language: str) -> str:
    return " ".join(item.name.said_in(language).split())


def test_a_change_of_words_alone_does_little_to_people(drafted: CatalogueVersion) -> None:
    DraftSkill.objects.filter(code="T1").update(name_en="Another name")
    page = opened(one_of("editors"))
    assert (len(effects_of(page)), section(page, "does").each("table")) == (1, [])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("say", SAYINGS, ids=lambda say: str(say.__name__))
def test_a_count_is_said_in_the_singular_and_in_the_plural(say: Callable[[int], str], language: str) -> None:
    with translation.override(language):
        one, two, many = (say(count) for count in (1, 2, 1234))
    assert ("1" in one, "2" in two, "1234" in many) == (True, True, True)
    assert one.replace("1", "2") != two
    assert two.replace("2", "1234") == many


def test_no_effect_makes_no_sentence() -> None:
    assert admin_words.sentences(Effects((), (), (), (), (), ())) == []


def test_drafts_are_counted_by_the_version_they_continue_on(client: Client, edited: CatalogueVersion) -> None:
    assert counts_of_drafts() == []
    for _ in range(3):
        begin(Client())
    finish(client)
    CatalogueVersion.objects.publish(build(full_document()))
    begin(Client(), "maker", "new")
    assert counts_of_drafts() == [(1, 3), (2, 1)]
    three, one, finished = effects_of(opened(one_of("editors")))[-3:]
    assert [word for line in (three, one, finished) for word in line.split() if word.rstrip(".").isdigit()] == [
        *("3", "1."),
        *("1", "2."),
        "1",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_drafts_and_reports_are_said_in_the_singular_and_in_the_plural(
    client: Client, edited: CatalogueVersion, language: str
) -> None:
    editor, said = one_of("editors"), []
    for _ in range(3):
        said.append([line.replace("2", "1") for line in effects_of(opened(editor, language))[6:]])
        begin(Client())
        finish(Client())
    nobody, one, two = said
    assert (len(nobody), len(one), len(two)) == (1, 2, 2)
    assert [a != b for a, b in zip(one, two, strict=True)] == [True, True]


# How much it asks


def large(skills: int) -> Document:
    draft = full_document()
    draft["skills"] += [tiny_skill(f"X{number}", "HEAD") for number in range(skills - 2)]
    for role in draft["roles"]:
        role["requirements"] = {
            skill["code"]: {"weight": 1, "levels": {"new": 1, "old": 2}} for skill in draft["skills"]
        }
    return draft


def test_the_page_asks_as_often_for_2_skills_as_for_200(publisher: Client) -> None:
    found = []
    for skills in (2, 200):
        draft = large(skills)
        build_and_publish(draft)
        for number in range(skills):
            begin(Client(), "maker", "new") if number % 2 else None
        for skill in draft["skills"]:
            skill["name"]["fr"] += " bis"
        fill_draft(draft)
        opened(publisher)
        with CaptureQueriesContext(connection) as captured:
            assert len(changes_on(opened(publisher))) == skills
        found.append(len(captured))
    assert found == [17, 17]  # session, person, factor, rights twice; the version; the draft in nine; two counts

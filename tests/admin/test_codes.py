"""The codes of the draft: fixed once a version holds them, free before, and followed by what names them."""

import pytest
from django.test import Client

from assessment.catalogue.file import build
from assessment.models import CatalogueVersion, DraftSkill
from assessment.models.drafting import draft_document
from tests.admin.room import address_to_add, beside, last_changes, new_skill, now, opened
from tests.editors import fill_draft, one_of, page_of, save
from tests.examples import full_document, tiny_skill
from tests.people import read

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]


@pytest.fixture
def editor(db: None) -> Client:
    fill_draft(full_document())
    return one_of("editors")


@pytest.fixture
def four(db: None) -> Client:
    """A draft of the skills A to D, of which D is retired."""
    document = full_document()
    document["skills"] += [tiny_skill("C"), tiny_skill("D") | {"retired": True}]
    fill_draft(document)
    return one_of("editors")


def codes() -> list[str]:
    return [skill["code"] for skill in draft_document()["skills"]]


def test_the_code_of_a_published_skill_is_shown_and_stays_whatever_is_sent(editor: Client) -> None:
    CatalogueVersion.objects.publish(build(full_document()))
    page = opened(editor, page_of("skills", "A"))
    assert page.each("input", name="code") == []
    assert "A" in [div.words for div in page.each("div", class_="readonly")]
    assert save(editor, page_of("skills", "A"), code="Z", name_en="Renamed").status_code == 302
    assert (codes(), DraftSkill.objects.get(code="A").name_en) == (["A", "B"], "Renamed")


def test_a_code_stays_fixed_when_a_later_version_lacks_it(editor: Client) -> None:
    older = full_document()
    older["skills"].append(tiny_skill("C"))
    CatalogueVersion.objects.publish(build(older))
    CatalogueVersion.objects.publish(build(full_document()))
    editor.post(address_to_add("skills"), new_skill(editor, "C"))
    assert opened(editor, page_of("skills", "C")).each("input", name="code") == []


@pytest.mark.parametrize(
    ("section", "code", "fixed"),
    [
        ("missions", "RUN", True),
        ("competencies", "HAND", True),
        ("grades", "new", True),
        ("roles", "maker", True),
        ("skills", "FREE", False),
        ("salaries", "maker new FR offers", False),
    ],
)
def test_every_published_code_is_fixed_and_no_other(db: None, section: str, code: str, fixed: bool) -> None:
    CatalogueVersion.objects.publish(build(full_document()))
    document = full_document()
    document["skills"].append(tiny_skill("FREE"))
    fill_draft(document)
    client, before = one_of("editors"), draft_document()
    page = opened(client, page_of(section, code))
    assert (page.each("input", name="code") == []) == (fixed or section == "salaries")
    if fixed:
        save(client, page_of(section, code), code="ZZ" if section != "grades" else "zz")
        assert draft_document() == before


def test_a_code_is_free_before_and_what_names_it_follows(four: Client) -> None:
    DraftSkill.objects.filter(code="D").update(replaced_by=["C", "A"])
    since = now()
    assert save(four, page_of("skills", "A"), code="A-2_B").status_code == 302
    assert codes() == ["A-2_B", "B", "C", "D"]
    assert DraftSkill.objects.get(code="D").replaced_by == ["C", "A-2_B"]
    assert draft_document()["roles"][0]["requirements"].keys() == {"A-2_B", "B"}
    assert [change[:3] for change in last_changes(since)] == [
        ("added", "skills", "A-2_B"),
        ("changed", "skills", "D"),
        ("removed", "skills", "A"),
        ("added", "requirements", "maker A-2_B"),
        ("removed", "requirements", "maker A"),
    ]


def test_a_renamed_mission_or_grade_is_followed_too(editor: Client) -> None:
    assert save(editor, page_of("missions", "RUN"), code="WALK").status_code == 302
    assert save(editor, page_of("grades", "new"), code="young").status_code == 302
    assert save(editor, page_of("competencies", "HAND"), code="FOOT").status_code == 302
    assert save(editor, page_of("roles", "maker"), code="worker").status_code == 302
    found = draft_document()
    assert [skill["mission"] for skill in found["skills"]] == ["WALK", "WALK"]
    assert [skill["competency"] for skill in found["skills"]] == ["FOOT", "HEAD"]
    assert [role["missions"] for role in found["roles"]] == [["WALK"], ["WALK"]]
    assert found["roles"][0]["requirements"]["A"]["levels"] == {"young": 2, "old": 4}
    assert (found["roles"][1]["extends"], found["salaries"][0]["role"]) == ("worker", "worker")


@pytest.mark.parametrize("code", ["a", "1A", "", " ", "É", "A B", "A" * 33, "A\n", "<A>", "A\0", "Ａ"])
def test_a_wrong_code_is_refused_beside_it(editor: Client, code: str) -> None:
    before = draft_document()
    page = read(save(editor, page_of("skills", "A"), code=code))
    if code != "A\n":  # what a browser sends of one line has no end of line; Django takes it off
        assert beside(page, "code") != []
    assert draft_document() == before

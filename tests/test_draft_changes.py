"""The draft changes whole or not at all, by one person at a time; what was published and answered stays as it was."""

import copy
import io
import json
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from threading import Thread
from time import sleep
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from assessment.catalogue.check import check
from assessment.catalogue.compare import differences
from assessment.catalogue.file import build
from assessment.models import (
    CatalogueChange,
    CatalogueVersion,
    DraftCompetency,
    DraftGrade,
    DraftLevel,
    DraftMission,
    DraftRequirement,
    DraftRole,
    DraftSalary,
    DraftSkill,
)
from assessment.models.drafting import (
    SECTIONS,
    changing,
    draft_document,
    follow_rename,
    replace_draft,
)
from profiles.models import User
from tests.databases import at_once
from tests.editors import fill_draft, row_of
from tests.examples import (
    changed,
    document,
    full_document,
    shipped,
    steps,
    tiny_document,
    tiny_role,
    tiny_salary,
    tiny_skill,
)
from tests.people import address, edited_document, everything_stored, finish
from tests.test_draft import EMPTY

pytestmark = pytest.mark.django_db

Told = tuple[str, str, str, dict[str, tuple[Any, Any]]]  # kind, section, code, and old and new by name


def recorded() -> list[Told]:
    """What the history says, the first first."""
    return [(row.kind, row.section, row.code, values(row.fields)) for row in CatalogueChange.objects.order_by("pk")]


def told(old: dict[str, Any], new: dict[str, Any]) -> list[Told]:
    """What the history should say of a change."""
    return [
        (found.kind, found.section, found.code, values([asdict(field) for field in found.fields]))
        for found in differences(old, new)
    ]


def values(fields: list[dict[str, Any]]) -> dict[str, tuple[Any, Any]]:
    """Old and new by name."""
    assert len({field["name"] for field in fields}) == len(fields)
    return {field["name"]: (field["old"], field["new"]) for field in fields}


def renamed(found: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    """A document in which a code has another name wherever it stands; no text is that word alone."""
    other: dict[str, Any] = json.loads(json.dumps(found).replace(f'"{old}"', f'"{new}"'))
    return other


# Changing


def test_a_change_is_whole_or_not_at_all() -> None:
    fill_draft(full_document())
    before = everything_stored()
    with pytest.raises(ZeroDivisionError):
        half_done()
    assert everything_stored() == before


@changing(None, "edit")
def half_done() -> None:
    """Replace the draft, and fail."""
    replace_draft(document())
    assert draft_document() == document()
    raise ZeroDivisionError


def test_what_the_database_refuses_leaves_nothing_of_the_change_either() -> None:
    fill_draft(full_document())
    before = everything_stored()
    wrong = changed({"skills.1.name.fr": "changed", "roles.0.requirements.A.weight": 4})
    with pytest.raises(Exception, match="draft_requirement_weight"), changing(None, "edit"):
        replace_draft(wrong)
    assert everything_stored() == before


@pytest.mark.parametrize(
    ("old", "new"),
    [(EMPTY, document()), (document(), edited_document()), (document(), tiny_document()), (full_document(), EMPTY)],
    ids=["made", "edited", "another", "emptied"],
)
def test_what_a_change_did_is_in_the_history(old: dict[str, Any], new: dict[str, Any]) -> None:
    fill_draft(old)
    CatalogueChange.objects.all().delete()
    editor = User.objects.create_user("editor@example.org")
    with changing(editor, "edit", "why"):
        replace_draft(new)
    assert recorded() == told(old, new) != []
    assert set(CatalogueChange.objects.values_list("by", "action", "note")) == {(editor.pk, "edit", "why")}
    assert len(set(CatalogueChange.objects.values_list("at"))) == 1


def test_what_changes_nothing_is_not_in_the_history() -> None:
    fill_draft(document())
    before = everything_stored()
    with changing(None, "edit"):
        pass
    with changing(None, "edit"):
        DraftSkill.objects.filter(code="T1").update(name_en="Mine")
        DraftSkill.objects.filter(code="T1").update(name_en=document()["skills"][0]["name"]["en"])
    assert everything_stored() == before


def test_two_salaries_of_one_key_are_told_apart_in_the_history() -> None:
    twice = full_document() | {"salaries": [tiny_salary(), tiny_salary(low=1)]}
    fill_draft(twice)
    CatalogueChange.objects.all().delete()
    with changing(None, "edit"):
        DraftSalary.objects.filter(low=1).update(low=2)
    assert recorded() == [("changed", "salaries", "maker new FR offers", {"low": (1, 2)})]


# Renaming a code


@pytest.mark.parametrize(
    ("section", "old", "new"),
    [
        ("missions", "RUN", "SERVE"),
        ("competencies", "HAND", "HANDS"),
        ("skills", "B", "B-2"),
        ("grades", "new", "fresh"),
        ("roles", "maker", "builder"),
    ],
)
def test_a_new_code_is_followed_wherever_the_old_one_stood(section: str, old: str, new: str) -> None:
    retired = {"retired": True, "replaced_by": ["B", "A"]}
    found = full_document()
    found["skills"] += [tiny_skill("C") | retired, tiny_skill("D") | {"retired": True}]
    fill_draft(found)
    row: Any = row_of(section, old)
    row.code = new
    row.save()
    follow_rename(section, old, new)
    assert draft_document() == renamed(found, old, new) != found
    assert check(draft_document()) == []


@pytest.mark.parametrize(
    ("section", "code", "left"),
    [
        ("missions", "RUN", {"roles.0.missions": [], "roles.1.missions": []}),
        ("skills", "B", {"skills.0.replaced_by": ["A"]}),
        ("grades", "new", {f"roles.{place}.levels": {"old": 2} for place in ("0.requirements.A", "0.requirements.B")}),
        ("competencies", "HAND", {}),
        ("roles", "maker", {}),
    ],
)
def test_a_code_that_goes_is_named_no_longer(section: str, code: str, left: dict[str, Any]) -> None:
    both = {f"roles.0.requirements.{skill}.levels": {"new": 1, "old": 2} for skill in "AB"}
    found = changed(both | {"roles.1.requirements": {}, "skills.0.retired": True, "skills.0.replaced_by": ["B", "A"]})
    fill_draft(found)
    follow_rename(section, code, None)
    wanted = copy.deepcopy(found)
    put(wanted, left)
    assert draft_document() == wanted


def put(found: dict[str, Any], values: dict[str, Any]) -> None:
    """Other values at some paths of a document."""
    for path, value in values.items():
        *way, last = steps(path)
        inner: Any = found
        for step in way:
            inner = inner[step]
        inner[last] = value


def test_only_rows_that_name_the_code_are_written() -> None:
    fill_draft(full_document())
    for section in SECTIONS:
        with CaptureQueriesContext(connection) as queries:
            follow_rename(section, "nobody", "somebody")
            follow_rename(section, "nobody", None)
        assert [query["sql"] for query in queries if not query["sql"].startswith("SELECT")] == []


# What was published and answered stays


KEPT = ("assessment_catalogueversion ", "assessment_assessment ")


def kept() -> list[str]:
    """Every value that is stored of versions and assessments."""
    return [line for line in everything_stored().splitlines() if line.startswith(KEPT)]


def test_nothing_done_to_the_draft_touches_versions_assessments_or_reports(
    drafted: CatalogueVersion, client: Client
) -> None:
    assessment = finish(client, role="mlops")
    report = address(assessment, "report.json")
    before = kept(), client.get(report).content
    assert len(before[0]) == 2
    deeds: list[Callable[[], object]] = [
        partial(fill_draft, edited_document()),
        partial(DraftSkill.objects.filter(code="T1").update, code="T99", name_fr="Autre", anchor_3_en="Other"),
        partial(DraftGrade.objects.filter(code="confirmed").update, code="medium"),
        partial(DraftRequirement.objects.update, weight=1, levels={}),
        partial(DraftRole.objects.update, extends=None),
        *(model.objects.all().delete for model in (DraftRole, DraftSalary, DraftSkill, DraftGrade)),
        *(model.objects.all().delete for model in (DraftCompetency, DraftMission, DraftLevel)),
        partial(fill_draft, tiny_document()),
    ]
    for deed in deeds:
        deed()
        assert (kept(), client.get(report).content) == before
    assert CatalogueVersion.objects.get().catalogue == shipped()


def test_a_version_says_which_codes_it_holds_and_why_it_was_made() -> None:
    version = CatalogueVersion.objects.publish(build(full_document()), note="What and why")
    version.refresh_from_db()
    assert version.note == "What and why"
    assert version.codes == {
        "missions": ["RUN"],
        "competencies": ["HAND", "HEAD"],
        "skills": ["A", "B"],
        "grades": ["new", "old"],
        "roles": ["maker", "boss"],
    }
    assert CatalogueVersion.objects.publish(build(tiny_document())).note == ""


def test_a_code_that_any_version_holds_is_fixed(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    sections = ("levels", "missions", "competencies", "skills", "grades", "roles", "salaries")
    assert [section for section in sections if CatalogueVersion.objects.fixed_codes(section)] == []
    CatalogueVersion.objects.publish(build(full_document()))
    other = tiny_document(skills=[tiny_skill("A"), tiny_skill("C", "HEAD")], roles=[tiny_role("maker", C=(1, 1, 1))])
    CatalogueVersion.objects.publish(build(other))
    fill_draft(document())
    assert {section: CatalogueVersion.objects.fixed_codes(section) for section in sections} == {
        "levels": set(),
        "missions": {"RUN"},
        "competencies": {"HAND", "HEAD"},
        "skills": {"A", "B", "C"},
        "grades": {"new", "old"},
        "roles": {"maker", "boss"},
        "salaries": set(),
    }
    with django_assert_num_queries(1):
        CatalogueVersion.objects.fixed_codes("skills")


# Two people at once


def add_reference(editor: User, word: str) -> None:
    """Add a line to the references of a skill, as a page would: read, then write."""
    with changing(editor, "edit"):
        row = DraftSkill.objects.get(code="A")
        row.other = f"{row.other}\n{word}".strip()
        row.save()


def test_people_who_change_the_draft_at_once_take_turns(separate_connections: None) -> None:
    fill_draft(full_document())
    CatalogueChange.objects.all().delete()
    editors = [User.objects.create_user(f"editor-{number}@example.org") for number in range(6)]
    at_once(*(partial(add_reference, editor, f"word {editor.pk}") for editor in editors))
    words = DraftSkill.objects.get(code="A").other.split("\n")
    assert sorted(words) == sorted(f"word {editor.pk}" for editor in editors)
    found = list(CatalogueChange.objects.order_by("pk"))
    assert [(row.code, row.by and f"word {row.by.pk}") for row in found] == [("A", word) for word in words]
    assert [row.fields for row in found] == [
        [{"name": "references.other", "old": words[:number], "new": words[: number + 1]}] for number in range(6)
    ]


def test_of_two_documents_at_once_one_is_the_draft_whole(separate_connections: None) -> None:
    fill_draft(full_document())
    CatalogueChange.objects.all().delete()
    at_once(partial(fill_draft, document()), partial(fill_draft, tiny_document()))
    last = draft_document()
    first = tiny_document() if last == document() else document()
    assert last in (document(), tiny_document())
    assert recorded() == [*told(full_document(), first), *told(first, last)]


def waiting() -> bool:
    """Whether somebody waits for their turn; on SQLite they begin by waiting, and nothing can be asked meanwhile."""
    if connection.vendor == "sqlite":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted)")
        return bool(cursor.fetchone()[0])


def test_a_command_never_takes_away_what_an_editor_is_saving(separate_connections: None) -> None:
    call_command("load_catalogue", "--publish", stdout=io.StringIO())
    said: list[str] = []

    def load() -> None:
        try:
            call_command("load_catalogue", stdout=io.StringIO())
        except CommandError as error:
            said.append(str(error))
        connections.close_all()

    other = Thread(target=load)
    with changing(None, "edit"):
        DraftSkill.objects.filter(code="T1").update(name_en="Mine")
        other.start()
        for _ in range(600):
            if waiting():
                break
            sleep(0.1)
    other.join(timeout=60)
    assert DraftSkill.objects.get(code="T1").name_en == "Mine"
    assert [line.partition(";")[0] for line in said] == ["the draft holds changes that are not published"]

"""The history of the catalogue: what was done, by whom, old and new; and files that wait to be confirmed."""

import io
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from django.utils import timezone
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.compare import Difference, Field
from assessment.catalogue.file import build
from assessment.models import CatalogueChange, CatalogueVersion, DraftImport, DraftItem, DraftSkill
from assessment.models.drafting import changing, replace_draft
from assessment.models.history import account
from profiles.models import User
from tests.editors import fill_draft, row_of
from tests.examples import document, full_document, shipped, tiny_document
from tests.people import edited_document

pytestmark = pytest.mark.django_db


def editor(name: str = "ada") -> User:
    return User.objects.create_user(f"{name}@example.org")


def changes(**wanted: Any) -> list[dict[str, Any]]:
    """The rows of the history, the first first, without their keys and times."""
    found = CatalogueChange.objects.filter(**wanted).order_by("pk").values()
    return [{key: value for key, value in row.items() if key not in ("id", "at")} for row in found]


def difference(kind: Any = "changed", code: str = "T1", *fields: Field) -> Difference:
    return Difference(kind, "skills", code, None, fields)


# What is written down


def test_an_import_of_many_items_is_a_row_an_item_with_old_and_new() -> None:
    by = editor()
    with changing(by, "import", "skills.xlsx"):
        replace_draft(document())
    requirements = sum(len(role["requirements"]) for role in document()["roles"])
    sections = {section: len(items) for section, items in document().items() if section != "format"}
    assert Counter(row["section"] for row in changes()) == sections | {"requirements": requirements}
    assert {(row["by_id"], row["action"], row["kind"], row["note"]) for row in changes()} == {
        (by.pk, "import", "added", "skills.xlsx")
    }
    (level,) = changes(section="levels", code="3")
    found = document()["levels"][3]
    assert {field["name"]: (field["old"], field["new"]) for field in level["fields"]} == {
        "value": (None, 3),
        "name.fr": (None, found["name"]["fr"]),
        "name.en": (None, found["name"]["en"]),
        "anchor.fr": (None, found["anchor"]["fr"]),
        "anchor.en": (None, found["anchor"]["en"]),
        "origin": (None, found["origin"]),
    }


def test_an_edit_is_one_row_with_what_it_changed() -> None:
    by = editor()
    fill_draft(full_document())
    before = timezone.now()
    with changing(by, "edit"):
        DraftSkill.objects.filter(code="B").update(anchor_3_fr="Nouveau", sfia="PROG\nCFMG", retired=True)
    last = CatalogueChange.objects.of("skills", "B")[0]
    assert before <= last.at <= timezone.now()
    assert changes(pk=last.pk) == [
        {
            "by_id": by.pk,
            "action": "edit",
            "kind": "changed",
            "section": "skills",
            "code": "B",
            "fields": [
                {"name": "anchors.fr[3]", "old": "B3 fr", "new": "Nouveau"},
                {"name": "references.sfia", "old": [], "new": ["PROG", "CFMG"]},
                {"name": "retired", "old": None, "new": True},
            ],
            "note": "",
        }
    ]


def test_the_history_of_an_item_is_its_own_with_the_last_first() -> None:
    fill_draft(full_document())
    for name in ("one", "two"):
        with changing(None, "edit"):
            DraftSkill.objects.update(name_en=name)
    found = [change.fields for change in CatalogueChange.objects.of("skills", "A")]
    assert found[:2] == [
        [{"name": "name.en", "old": "one", "new": "two"}],
        [{"name": "name.en", "old": "A (en)", "new": "one"}],
    ]
    assert len(found) == 3
    assert list(CatalogueChange.objects.of("grades", "A")) == []


def test_the_history_outlives_the_item_and_the_person() -> None:
    by = editor()
    fill_draft(full_document())
    with changing(by, "edit"):
        DraftSkill.objects.filter(code="B").update(name_en="Mine")
        row_of("salaries", "maker new FR offers").delete()
    before = changes()
    assert [row["by_id"] for row in before[-2:]] == [by.pk, by.pk]
    fill_draft(tiny_document())
    DraftSkill.objects.all().delete()
    by.delete()
    assert changes()[: len(before)] == [row | {"by_id": None} for row in before]


@pytest.mark.parametrize("person", [None, AnonymousUser()])
def test_what_nobody_known_did_is_nobodys(person: Any) -> None:
    assert account(person) is None
    CatalogueChange.objects.record(person, "edit", [difference()])
    CatalogueVersion.objects.publish(build(tiny_document()), by=person)
    assert [row["by_id"] for row in changes()] == [None, None]
    assert CatalogueVersion.objects.get().published_by is None


def test_publishing_is_in_the_history() -> None:
    by = editor()
    CatalogueVersion.objects.publish(shipped(), by=by, note="What and why")
    CatalogueVersion.objects.publish(build(tiny_document()))
    blank = {"action": "publish", "kind": "", "section": "", "fields": []}
    assert changes() == [
        blank | {"by_id": by.pk, "code": "1", "note": "What and why"},
        blank | {"by_id": None, "code": "2", "note": ""},
    ]


def test_publishing_by_command_is_in_the_history() -> None:
    call_command("load_catalogue", "--publish", "--note=First", stdout=io.StringIO())
    (published,) = changes(action="publish")
    assert (published["by_id"], published["code"], published["note"]) == (None, "1", "First")
    assert {row["note"].rpartition("/")[2] for row in changes(action="import")} == {"shipped.json"}


# How it is told


@pytest.mark.parametrize(
    ("kind", "fields", "told"),
    [
        ("changed", [Field("name.fr", "Avant", "Après")], "Avant → Après"),
        (
            "changed",
            [Field("summary.fr", None, ""), Field("replaced_by", [], ["T9", "T8"])],
            "– → – · – → T9, T8",
        ),
        ("changed", [Field("weight", 3, 1), Field("name.en", "", "x"), Field("low", 0, None)], "3 → 1 · – → x · 0 → –"),
        ("changed", [Field(name, 1, 2) for name in "abcd"], "1 → 2 · 1 → 2 · 1 → 2 · …"),
        ("changed", [Field("anchor.fr", "é" * 300, "y" * 60)], f"{'é' * 59}… → {'y' * 60}"),
        (
            "added",
            [Field("code", None, "T9"), Field("name.fr", None, "Nom"), Field("extends", None, None)],
            "T9 · Nom · –",
        ),
        ("removed", [Field("code", "T9", None), Field("missions", ["RUN", "BUILD"], None)], "T9 · RUN, BUILD"),
        ("moved", [Field("order", ["A", "B"], ["B", "A"])], "A, B → B, A"),
        ("changed", [], "the file"),
    ],
)
def test_a_change_is_told_in_a_few_words(kind: Any, fields: list[Field], told: str) -> None:
    CatalogueChange.objects.record(None, "import", [difference(kind, "T1", *fields)], "the file")
    assert CatalogueChange.objects.get().summary == told


@pytest.mark.parametrize(("language", "told"), [("fr", "– → oui · oui → non"), ("en", "– → yes · yes → no")])
def test_yes_and_no_are_told_in_the_language_of_the_page(language: str, told: str) -> None:
    fields = [Field("retired", None, new=True), Field("retired", old=True, new=False)]
    CatalogueChange.objects.record(None, "edit", [difference("changed", "T1", *fields)])
    with override(language):
        assert CatalogueChange.objects.get().summary == told


def test_what_was_published_is_told_by_the_beginning_of_its_note() -> None:
    CatalogueVersion.objects.publish(build(tiny_document()), note="why " * 500)
    assert CatalogueChange.objects.get().summary == f"{'why ' * 50}"[:199] + "…"


PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(exclude_categories=["M"]))
LONG = st.text(st.characters(exclude_categories=["M"]), min_size=1, max_size=3).map(lambda text: text * 300)
VALUES = st.recursive(PLAIN | LONG, lambda inner: st.lists(inner) | st.dictionaries(LONG, inner), max_leaves=20)
FIELDS = st.lists(st.fixed_dictionaries({"name": st.text(), "old": VALUES, "new": VALUES}), max_size=6)


@given(st.sampled_from(["added", "removed", "changed", "moved", "", "x"]), FIELDS, LONG)
def test_whatever_changed_is_told_shortly(kind: str, fields: list[dict[str, Any]], note: str) -> None:
    summary = CatalogueChange(action="edit", kind=kind, section="skills", fields=fields, note=note).summary
    assert len(summary) <= 400


def test_a_change_has_a_name() -> None:
    fill_draft(tiny_document())
    CatalogueVersion.objects.publish(shipped())
    with override("en"):
        assert {str(change) for change in CatalogueChange.objects.all()} >= {"level 3: imported", "skill A: imported"}
        assert [str(change) for change in CatalogueChange.objects.all()[:1]] == ["1: published"]


# Files that wait


def hold(by: User, name: str = "a.json") -> DraftImport:
    return DraftImport.objects.hold(by, name=name, document=tiny_document(), draft_mark="0" * 32, left_out=["a line"])


def test_a_file_that_waits_is_kept_whole() -> None:
    by = editor()
    held = DraftImport.objects.get(pk=hold(by).pk)
    assert (held.by, held.name, held.document, held.draft_mark, held.left_out) == (
        by,
        "a.json",
        tiny_document(),
        "0" * 32,
        ["a line"],
    )
    assert str(held) == "a.json"


def test_what_nobody_confirmed_in_a_day_goes_when_the_next_file_comes() -> None:
    by, other = editor(), editor("bob")
    days = {"old": 1.01, "young": 0.99, "theirs, old": 300, "theirs, young": 0.5}
    for name in days:
        hold(other if name.startswith("theirs") else by, name)
    for name, age in days.items():
        DraftImport.objects.filter(name=name).update(at=timezone.now() - timedelta(days=age))
    fill_draft(edited_document())
    before = draft_rows()
    hold(by, "next")
    names = list(DraftImport.objects.order_by("pk").values_list("name", flat=True))
    assert names == ["young", "theirs, young", "next"]
    assert draft_rows() == before


def draft_rows() -> list[Any]:
    models: list[Any] = [*DraftItem.__subclasses__(), CatalogueChange, User]
    return [list(model.objects.values()) for model in models if not model._meta.abstract]


def test_files_that_wait_go_with_the_account() -> None:
    by, other = editor(), editor("bob")
    hold(by)
    kept = hold(other)
    by.delete()
    assert list(DraftImport.objects.all()) == [kept]

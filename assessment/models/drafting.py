"""The draft as a whole: read as one document, replaced by another, changed by one person at a time."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

from assessment.catalogue.check import FORMAT
from assessment.catalogue.compare import differences
from assessment.catalogue.file import canonical
from assessment.exchange.reading import Document
from assessment.models.draft import (
    DraftCompetency,
    DraftGrade,
    DraftItem,
    DraftLevel,
    DraftMission,
    DraftRequirement,
    DraftRole,
    DraftSalary,
    DraftSkill,
)
from assessment.models.history import Action, CatalogueChange, Who
from assessment.models.versions import CatalogueVersion

SECTIONS: Mapping[str, type[DraftItem]] = {
    model.section: model
    for model in (DraftLevel, DraftMission, DraftCompetency, DraftSkill, DraftGrade, DraftRole, DraftSalary)
}
RELATED = {
    "skills": ("competency", "mission"),
    "roles": ("extends",),
    "salaries": ("role", "grade"),
}
WAIT_YOUR_TURN = {
    "postgresql": "SELECT pg_advisory_xact_lock(7203115)",  # any number, as long as nothing else takes it
    "sqlite": "SELECT 1",  # it has locked already, when the transaction began
}


def draft_rows() -> dict[str, list[Any]]:
    """All rows of the draft by section, in order, in nine queries however many there are."""
    rows = {name: model.objects.select_related(*RELATED.get(name, ())) for name, model in SECTIONS.items()}
    rows["roles"] = rows["roles"].prefetch_related("requirements__skill")
    return {name: list(found) for name, found in rows.items()}


def document_from(rows: Mapping[str, list[Any]]) -> Document:
    """The document of these rows."""
    return {"format": FORMAT, **{section: [row.item() for row in rows[section]] for section in SECTIONS}}


def draft_document() -> Document:
    """The draft as a document, unfinished as it may be; all lists are empty while nobody has made a draft."""
    return document_from(draft_rows())


def mark(value: Any) -> str:
    """A short mark of what a page showed, for it to say so when it is sent back."""
    return hashlib.sha256(canonical({"value": value})).hexdigest()[:32]


def is_untouched(document: Document) -> bool:
    """Whether the draft holds nothing that is not published: it is empty, or the newest version to the letter."""
    current = CatalogueVersion.objects.current()
    sha256 = hashlib.sha256(canonical(document)).hexdigest()
    return not document["levels"] or bool(current and current.sha256 == sha256)


@contextmanager
def changing(by: Who, action: Action, note: str = "") -> Iterator[None]:
    """A change of the draft: whole or not at all, one at a time, and what it changed goes into the history."""
    with transaction.atomic():
        _alone()
        before = draft_document()
        yield
        found = differences(before, draft_document())
        CatalogueChange.objects.record(by, action, found, note)


def _alone() -> None:
    with connection.cursor() as cursor:
        cursor.execute(WAIT_YOUR_TURN[connection.vendor])


def replace_draft(document: Document) -> None:
    """Make the draft this document, whose only faults are unfinished ones; within `changing`. Rows keep their keys."""
    known: dict[str, dict[str, DraftItem]] = {}
    for section in ("levels", "missions", "competencies", "grades", "skills", "roles"):
        known[section] = _upsert(section, document[section], known)
    _extend(document["roles"], known["roles"])
    _require(document["roles"], known)
    _pay(document["salaries"], known)
    for section in ("roles", "skills", "grades", "competencies", "missions", "levels"):
        SECTIONS[section].objects.exclude(pk__in=[row.pk for row in known[section].values()]).delete()


def _upsert(section: str, items: list[Document], known: Mapping[str, Mapping[str, DraftItem]]) -> dict[str, DraftItem]:
    model = SECTIONS[section]
    key = "value" if section == "levels" else "code"
    columns = [field.name for field in model._meta.concrete_fields if field.name not in ("id", key)]
    rows = [model(**model.columns(item, known), order=order) for order, item in enumerate(items)]  # type: ignore[attr-defined]
    model.objects.bulk_create(rows, update_conflicts=True, unique_fields=[key], update_fields=columns)
    wanted = {row.key for row in rows}
    return {row.key: row for row in model.objects.all() if row.key in wanted}


def _extend(items: list[Document], roles: Mapping[str, DraftItem]) -> None:
    DraftRole.objects.update(extends=None)
    for item in items:
        if item["extends"]:
            DraftRole.objects.filter(pk=roles[item["code"]].pk).update(extends=roles[item["extends"]])


def _require(items: list[Document], known: Mapping[str, Mapping[str, Any]]) -> None:
    DraftRequirement.objects.all().delete()
    DraftRequirement.objects.bulk_create(
        DraftRequirement(role=known["roles"][role["code"]], skill=known["skills"][skill], **asked)
        for role in items
        for skill, asked in role["requirements"].items()
    )


def _pay(items: list[Document], known: Mapping[str, Mapping[str, Any]]) -> None:
    keys: dict[str, list[int]] = {}
    for former in DraftSalary.objects.select_related("role", "grade"):
        keys.setdefault(former.key, []).append(former.pk)
    rows = [DraftSalary(**DraftSalary.columns(item, known), order=order) for order, item in enumerate(items)]
    for row in rows:
        row.pk = keys[row.key].pop(0) if keys.get(row.key) else None
    DraftSalary.objects.all().delete()
    DraftSalary.objects.bulk_create(rows)


def follow_rename(section: str, old: str, new: str | None) -> None:
    """Let what names a code in a list or among keys name it by its new code, or no longer if there is none."""
    if section in FOLLOWERS:
        model, column = FOLLOWERS[section]
        for row in model.objects.all():
            renamed = _renamed(getattr(row, column), old, new)
            if renamed != getattr(row, column):
                setattr(row, column, renamed)
                row.save(update_fields=[column])


def _renamed(value: Any, old: str, new: str | None) -> Any:
    names = {code: new if code == old else code for code in value}
    if isinstance(value, dict):
        return {name: value[code] for code, name in names.items() if name}
    return [name for name in names.values() if name]


FOLLOWERS: Mapping[str, tuple[Any, str]] = {
    "grades": (DraftRequirement, "levels"),
    "missions": (DraftRole, "missions"),
    "skills": (DraftSkill, "replaced_by"),
}

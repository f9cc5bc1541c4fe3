"""What differs between two documents of a catalogue, value by value, and what publishing the new one does to people."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal, TypeVar

from assessment.catalogue.model import Catalogue, Requirement

T = TypeVar("T")
Document = dict[str, Any]  # of the shape that docs/catalogue-format.md tells, possibly of an unfinished draft
Key = tuple[str, int]  # the code of an item, and how many with the same code stand before it

SECTIONS = ("levels", "missions", "competencies", "skills", "grades", "roles", "requirements", "salaries")
UNORDERED = ("requirements",)  # the keys of an object: where they stand says nothing


@dataclass(frozen=True, slots=True)
class Field:
    """One value that differs; `old` or `new` is None where there was none.

    `name` is where it stands in its item: "name.fr", "anchors.fr[3]", "levels.junior", "references.esco". The values
    are plain: str, int, bool or a list of str.
    """

    name: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Difference:
    """What happened to one item of a section, or to the order of its items ("moved", with the one field "order").

    `code` is "T1"; of a level its value "3", of a requirement "devops T1", of a salary "devops junior FR offers", of a
    moved section "". `name` holds the item's name in both languages, if such an item has one.
    """

    kind: Literal["added", "removed", "changed", "moved"]
    section: str
    code: str
    name: dict[str, str] | None
    fields: tuple[Field, ...]


def differences(old: Document | None, new: Document) -> tuple[Difference, ...]:
    """Everything that differs, section by section: items in the new order, then removed ones, then another order.

    Items are the same if their codes are, salaries if role, grade, country and basis are. Requirements are a section
    of their own, not fields of their roles. Without an old document everything is added.
    """
    pairs = ((section, _items(old or {}, section), _items(new, section)) for section in SECTIONS)
    return tuple(chain.from_iterable(_of_section(*pair) for pair in pairs))


def fields_of(old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> tuple[Field, ...]:
    """Every value that differs between two states of one item, its code included; None stands for no item.

    The requirements of a role are values of it here: "requirements.T1.levels.junior".
    """
    was, now = dict(_leaves("", old or {})), dict(_leaves("", new or {}))
    found = (Field(name, was.get(name), now.get(name)) for name in now | was)
    return tuple(field for field in found if field.old != field.new)


def _leaves(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    """The values inside a value by their places. A list is one value, but for the six anchors of a skill."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _leaves(f"{name}.{key}".lstrip("."), inner)
    elif name.startswith("anchors."):
        yield from ((f"{name}[{level}]", text) for level, text in enumerate(value))
    else:
        yield name, value


def _of_section(section: str, old: dict[Key, Document], new: dict[Key, Document]) -> Iterator[Difference]:
    for key in new | old:
        was, now = old.get(key), new.get(key)
        if fields := fields_of(was, now):
            item = now or old[key]
            yield Difference(_kind(was, now), section, key[0], item.get("name"), fields)
    order = Field("order", _shared(old, new), _shared(new, old))
    if order.old != order.new and section not in UNORDERED:
        yield Difference("moved", section, "", None, (order,))


def _shared(items: Iterable[Key], others: Container[Key]) -> list[str]:
    """The codes of the items that are among the others too, in the order of the items."""
    return [key[0] for key in items if key in others]


def _kind(was: Document | None, now: Document | None) -> Literal["added", "removed", "changed"]:
    if was is None:
        return "added"
    return "removed" if now is None else "changed"


def _items(document: Document, section: str) -> dict[Key, Document]:
    """The items of a section. A draft may hold two salaries with one code for a while: the first is matched first."""
    found: dict[Key, Document] = {}
    seen: dict[str, int] = {}
    for code, item in _coded(document, section):
        seen[code] = seen.get(code, -1) + 1
        found[code, seen[code]] = item
    return found


def _coded(document: Document, section: str) -> Iterator[tuple[str, Document]]:
    if section == "requirements":
        yield from _requirements(document)
    for item in document.get(section, ()):
        yield _code(section, item), {key: value for key, value in item.items() if key != "requirements"}


def _code(section: str, item: Document) -> str:
    if section == "salaries":
        return " ".join(item[key] for key in ("role", "grade", "country", "basis") if item[key])
    return str(item["value"] if section == "levels" else item["code"])


def _requirements(document: Document) -> Iterator[tuple[str, Document]]:
    for role in document.get("roles", ()):
        for skill, asked in _ordered(role["requirements"], document["skills"]).items():
            yield f"{role['code']} {skill}", {**asked, "levels": _ordered(asked["levels"], document["grades"])}


def _ordered(found: Mapping[str, T], items: Iterable[Document]) -> dict[str, T]:
    """What is kept under the codes of items, in their order: the keys of an object have none of their own."""
    places = {item["code"]: place for place, item in enumerate(items)}
    return {code: found[code] for code in sorted(found, key=lambda code: places.get(code, len(places)))}


@dataclass(frozen=True, slots=True)
class LevelChange:
    """The level that a role requires of a skill at a grade: codes, and the level of old and new, None if not asked."""

    role: str
    skill: str
    grade: str
    old: int | None
    new: int | None

    @property
    def rise(self) -> int | None:
        """By how many levels more is required; None where the skill is asked in one of the two only."""
        return None if self.old is None or self.new is None else self.new - self.old

    @property
    def kind(self) -> Literal["risen", "fallen", "asked_anew", "no_longer_asked"]:
        """The part of Effects that the change belongs to."""
        if self.rise is None:
            return "asked_anew" if self.old is None else "no_longer_asked"
        return "risen" if self.rise > 0 else "fallen"


@dataclass(frozen=True, slots=True)
class WeightChange:
    """The weight of a skill in a role, 1 to 3; it is the same at every grade."""

    role: str
    skill: str
    old: int
    new: int


@dataclass(frozen=True)
class Effects:
    """What publishing a catalogue does to people, after inheritance, in the roles and grades that there were before.

    A person at the old requirement has a gap now where one has risen. `reworded` holds the codes of the skills whose
    anchors changed: an earlier answer may mean something else now.
    """

    risen: tuple[LevelChange, ...]
    fallen: tuple[LevelChange, ...]
    asked_anew: tuple[LevelChange, ...]
    no_longer_asked: tuple[LevelChange, ...]
    weights: tuple[WeightChange, ...]
    reworded: tuple[str, ...]


def effects(old: Catalogue, new: Catalogue) -> Effects:
    """Compare what each role requires in two catalogues, in the order of the new one."""
    levels: dict[str, list[LevelChange]] = defaultdict(list)
    for change in _level_changes(old, new):
        levels[change.kind].append(change)
    return Effects(
        risen=tuple(levels["risen"]),
        fallen=tuple(levels["fallen"]),
        asked_anew=tuple(levels["asked_anew"]),
        no_longer_asked=tuple(levels["no_longer_asked"]),
        weights=tuple(_weight_changes(old, new)),
        reworded=tuple(_reworded(old, new)),
    )


def _asked(old: Catalogue, new: Catalogue) -> Iterator[tuple[str, str, Requirement | None, Requirement | None]]:
    """The role, the skill, and what is required of it in each catalogue, for the roles that both have."""
    for role in (role.code for role in new.roles if role.code in old.role_by_code):
        was, now = old.requirements(role), new.requirements(role)
        yield from ((role, skill, was.get(skill), now.get(skill)) for skill in {**now, **was})


def _level_changes(old: Catalogue, new: Catalogue) -> Iterator[LevelChange]:
    grades = [grade.code for grade in new.grades if grade.code in old.grade_by_code]
    for role, skill, was, now in _asked(old, new):
        for grade in grades:
            old_level, new_level = _level(was, grade), _level(now, grade)
            if old_level != new_level:
                yield LevelChange(role, skill, grade, old_level, new_level)


def _level(asked: Requirement | None, grade: str) -> int | None:
    return asked.levels[grade] if asked else None


def _weight_changes(old: Catalogue, new: Catalogue) -> Iterator[WeightChange]:
    for role, skill, was, now in _asked(old, new):
        if was and now and was.weight != now.weight:
            yield WeightChange(role, skill, was.weight, now.weight)


def _reworded(old: Catalogue, new: Catalogue) -> Iterator[str]:
    for skill in new.skills:
        was = old.skill_by_code.get(skill.code)
        if was and was.anchors != skill.anchors:
            yield skill.code

"""What a CASE package makes of the draft: competencies and skills come or change, none goes (docs/case.md)."""

import copy
import hashlib
import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from assessment.catalogue.check import CODE, NAME, PARAGRAPH, SENTENCE, address, esco_address
from assessment.catalogue.model import LANGUAGES, LEVELS
from assessment.catalogue.shape import MISSING_TEXT, TOO_LONG, text
from assessment.exchange.case_package import (
    NO_PLACE,
    Criterion,
    Item,
    LeftOut,
    Link,
    NotAPackage,
    Package,
    Record,
    read_package,
)
from assessment.exchange.case_tree import NOT_HERE, Node, Tree, grow
from assessment.exchange.reading import Document, Reading, refused
from assessment.fault import Fault, gettext_noop

MOST_ITEMS = 1000
FULL = gettext_noop("the catalogue holds no more than %(most)d of them")
ONLY_GROUPS = gettext_noop("no skill stands directly under it")
NAMES_DIFFER = gettext_noop("the names of the levels differ from one criterion to the other")
EMPTY_DRAFT = gettext_noop("the draft needs its six levels, a mission and a competency before it can take in a package")
REFERENCES = {"esco": esco_address, "other": text(200)}  # what an address elsewhere may be, by its check


@dataclass
class _Draft:
    """The document on its way, with what the nodes of the package become in it."""

    document: Document
    tree: Tree
    left_out: LeftOut
    criteria: dict[Node, dict[str, Criterion]] = field(default_factory=dict)
    competencies: dict[Node, Record] = field(default_factory=dict)
    skills: dict[Node, Record] = field(default_factory=dict)

    def fitting(self, place: str, said: str, most: int) -> str:
        """The text, or "" if it is too long."""
        if len(said) <= most:
            return said
        self.left_out.add(place, TOO_LONG, length=len(said), most=most)
        return ""

    def record(self, section: str, code: str, new: Record) -> Record:
        """The item of a section that has the code; `new`, put last with this code, if there is none."""
        items = self.document[section]
        found: Record | None = next((item for item in items if item["code"] == code), None)
        if found is None:
            found = {"code": code, "name": {"fr": "", "en": ""}, "origin": "added", **new}
            items.append(found)
        return found


def read_case(data: bytes, draft: Document) -> Reading:
    """What the draft becomes with a package of CASE 1.0 or 1.1 taken in.

    A file that is no package is refused. `left_out` lists what the package holds and the draft does not take, in at
    most 1,000 lines and one that says how many more.
    """
    if len(draft["levels"]) != len(LEVELS) or not (draft["missions"] and draft["competencies"]):
        return refused(Fault("", EMPTY_DRAFT))
    try:
        package = read_package(data)
    except NotAPackage as error:
        return refused(*error.faults)
    coming = _Draft(copy.deepcopy(draft), grow(package), package.left_out)
    _sort_criteria(coming, package)
    _take_levels(coming, package)
    _take_items(coming)
    _take_links(coming, package)
    return Reading(coming.document, left_out=coming.left_out.listed())


# Levels


def _sort_criteria(coming: _Draft, package: Package) -> None:
    for criterion in package.criteria:
        item = coming.tree.item(criterion.item)
        if item is None:
            coming.left_out.add(criterion.place, NOT_HERE)
            continue
        told = coming.criteria.setdefault(coming.tree.by_item[item], {})
        if told.setdefault(item.language, criterion) is not criterion:
            coming.left_out.add(criterion.place, NO_PLACE)


def _take_levels(coming: _Draft, package: Package) -> None:
    for language in LANGUAGES:
        names, anchors = _level_names(coming, language), package.anchors.get(language, ())
        for level, name in zip(coming.document["levels"], names, strict=False):
            _say(level["name"], language, coming.fitting("CFRubrics", name, NAME))
        for level, anchor in zip(coming.document["levels"], anchors, strict=False):
            _say(level["anchor"], language, coming.fitting("CFRubrics", anchor, SENTENCE))


def _level_names(coming: _Draft, language: str) -> tuple[str, ...]:
    """The names on which all criteria in the language agree, if there are any."""
    found = {told[language].names for told in coming.criteria.values() if language in told}
    named = [names for names in found if any(names)]
    if len(named) > 1:
        coming.left_out.add("CFRubrics", NAMES_DIFFER)
    return named[0] if len(named) == 1 else ()


def _say(texts: dict[str, str], language: str, said: str) -> None:
    """Put a text in its place; none leaves what is there."""
    if said:
        texts[language] = said


# Competencies and skills


def _take_items(coming: _Draft) -> None:
    skills = dict.fromkeys(_skills(coming))
    groups = [node for node in coming.tree.nodes if node not in skills]
    for node, code in _coded(coming, _worth_taking(coming, groups), "competencies"):
        coming.competencies[node] = _competency(coming, node, code)
    for node, code in _coded(coming, skills, "skills"):
        coming.skills[node] = _skill(coming, node, code)


def _skills(coming: _Draft) -> list[Node]:
    """The nodes with no others under them; a node with others is a competency.

    What stands alone beside such groups is a competency too, unless the draft knows it as a skill.
    """
    nodes, known = coming.tree.nodes, _known(coming, "skills")
    ends = [node for node in nodes if not node.children]
    if len(ends) == len(nodes):
        return ends
    return [node for node in ends if node.parent or not known.isdisjoint(_codes(node))]


def _known(coming: _Draft, section: str) -> set[str]:
    return {item["code"] for item in coming.document[section]}


def _worth_taking(coming: _Draft, groups: Iterable[Node]) -> Iterator[Node]:
    """The groups, without those of groups alone that are new."""
    known = _known(coming, "competencies")
    for node in groups:
        if node.holds_only_groups and known.isdisjoint(_codes(node)):
            coming.left_out.add(_place(node), ONLY_GROUPS)
        else:
            yield node


def _place(node: Node) -> str:
    return next(iter(node.items.values())).place


def _coded(coming: _Draft, nodes: Iterable[Node], section: str) -> Iterator[tuple[Node, str]]:
    """Each node with a code of its own, as long as the section has room for those that are new."""
    known = _known(coming, section)
    made = (code for number in itertools.count(1) if (code := f"ITEM-{number}") not in known)
    used: set[str] = set()
    for node in nodes:
        code = next(code for code in itertools.chain(_codes(node), made) if code not in used)
        if code in known or len(coming.document[section]) < MOST_ITEMS:
            used.add(code)
            yield node, code
        else:
            coming.left_out.add(_place(node), FULL, most=MOST_ITEMS)


def _codes(node: Node) -> Iterator[str]:
    """The codes that a node may have: its own made fit, else one from its identifier, the same whenever it comes."""
    for item in node.items.values():
        if code := _fit(item.code):
            yield code
    for item in node.items.values():
        for key in item.keys[:1]:
            yield f"ITEM-{hashlib.sha256(key.encode()).hexdigest()[:8].upper()}"


def _fit(code: str) -> str:
    """A code as the catalogue writes them: "a.1" becomes "A-1", "1.2" becomes "ITEM-1-2"."""
    if re.fullmatch(CODE, code):
        return code
    plain = unicodedata.normalize("NFKD", code).encode("ascii", "ignore").decode().upper()
    joined = re.sub(r"[^A-Z0-9_]+", "-", plain).strip("-_")
    started = joined if re.match("[A-Z]", joined) else f"ITEM-{joined}"
    return started[:32] if joined else ""


def _competency(coming: _Draft, node: Node, code: str) -> Record:
    competency = coming.record("competencies", code, {"text": {"fr": "", "en": ""}})
    for language, item in node.items.items():
        said = _long_text(coming, item)
        _say(competency["name"], language, _name(item))
        _say(competency["text"], language, said)
        _miss_name(coming, item, kept=said)
        if item.ended:
            coming.left_out.add(f"{item.place}.statusEndDate", NO_PLACE)
    for criterion in coming.criteria.get(node, {}).values():
        coming.left_out.add(criterion.place, NO_PLACE)
    return competency


def _name(item: Item) -> str:
    return next((name for name in (item.statement, item.short) if 0 < len(name) <= NAME), "")


def _long_text(coming: _Draft, item: Item) -> str:
    """What a competency says beside its name: its notes, or a statement that is no name."""
    statement = "" if _name(item) == item.statement else item.statement
    place = f"{item.place}.{'notes' if item.notes else 'fullStatement'}"
    return coming.fitting(place, item.notes or statement, PARAGRAPH)


def _miss_name(coming: _Draft, item: Item, kept: str = "") -> None:
    """Say what of the name is missing, or of the statement that is none and is not kept elsewhere."""
    place = f"{item.place}.fullStatement"
    if item.statement and item.statement not in {_name(item), kept}:
        coming.fitting(place, item.statement, NAME)
    elif not (item.statement or item.short):
        coming.left_out.add(place, MISSING_TEXT)


def _skill(coming: _Draft, node: Node, code: str) -> Record:
    skill = coming.record("skills", code, _new_skill(coming, node))
    if node.parent in coming.competencies:
        skill["competency"] = coming.competencies[node.parent]["code"]
    for language, item in node.items.items():
        _say(skill["name"], language, _name(item))
        _miss_name(coming, item)
        if item.notes:
            coming.left_out.add(f"{item.place}.notes", NO_PLACE)
        if item.ended:
            skill["retired"] = True
    for language, criterion in coming.criteria.get(node, {}).items():
        _take_anchors(coming, skill["anchors"][language], criterion)
    return skill


def _take_anchors(coming: _Draft, anchors: list[str], criterion: Criterion) -> None:
    place = f"{criterion.place}.CFRubricCriterionLevels"
    for value, anchor in enumerate(criterion.anchors):
        anchors[value] = coming.fitting(place, anchor, SENTENCE) or anchors[value]


def _new_skill(coming: _Draft, node: Node) -> Record:
    """A skill with what the levels mean for any, or blank if the package tells what they mean for this one."""
    levels = [] if node in coming.criteria else coming.document["levels"]
    return {
        "competency": coming.document["competencies"][0]["code"],
        "mission": coming.document["missions"][0]["code"],
        "anchors": {
            language: [level["anchor"][language] for level in levels] or [""] * len(LEVELS) for language in LANGUAGES
        },
        "references": {"esco": [], "sfia": [], "dora": [], "other": []},
    }


# Associations


def _take_links(coming: _Draft, package: Package) -> None:
    for link in sorted(package.links, key=lambda link: link.order):
        take = TAKEN_LINKS.get(link.kind)  # the tree has taken the others
        if take and (reason := take(coming, link)):
            coming.left_out.add(link.place, reason)


def _relate(coming: _Draft, link: Link) -> str:
    """A skill and what lies outside the package: an ESCO address, or another on the web."""
    skill, target = _linked_skill(coming, link.origin), _outside(coming, link.destination)
    framework = _framework(target)
    if skill is None or framework is None or len(skill["references"][framework]) >= MOST_ITEMS:
        return NO_PLACE
    if target not in skill["references"][framework]:
        skill["references"][framework].append(target)
    return ""


def _outside(coming: _Draft, keys: tuple[str, ...]) -> str:
    """The address that a pointer means, one of ESCO as ESCO writes it; "" if it means an item or nothing."""
    if not keys or coming.tree.item(keys):
        return ""
    return keys[-1].replace("https://data.europa.eu/esco/", "http://data.europa.eu/esco/")


def _linked_skill(coming: _Draft, keys: tuple[str, ...]) -> Record | None:
    node = coming.tree.find(keys)
    return None if node is None else coming.skills.get(node)


def _framework(target: str) -> str | None:
    """The list of references that takes the address, if one does."""
    if any(address("", target)):
        return None
    return next((name for name, check in REFERENCES.items() if not any(check("", target))), None)


def _replace(coming: _Draft, link: Link) -> str:
    """A skill that others took the place of is retired."""
    skill, successor = _linked_skill(coming, link.origin), _linked_skill(coming, link.destination)
    if skill is None or successor is None or skill is successor:
        return NO_PLACE
    skill["retired"] = True
    if successor["code"] not in skill.setdefault("replaced_by", []):
        skill["replaced_by"].append(successor["code"])
    return ""


TAKEN_LINKS = {"isRelatedTo": _relate, "exactMatchOf": _relate, "replacedBy": _replace}

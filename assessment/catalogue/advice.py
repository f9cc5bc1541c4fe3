"""What an editor may want to look at again. None of it blocks: what does is for `check` to say."""

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import chain
from statistics import median
from typing import Any

from assessment.catalogue.model import LANGUAGES
from assessment.catalogue.shape import Errors
from assessment.fault import Fault, gettext_noop

Document = dict[str, Any]
Ladder = list[tuple[str, str]]  # the six texts of one thing in one language, each with its place

MOST_CHARACTERS = 140
ALIKE = 0.75
LEAST_SKILLS = 3
MOST_MEDIANS = 2


def advise(document: Document, published: Iterable[str] = ()) -> list[Fault]:
    """Everything to look at in a document of the right shape, which may be unfinished; places are those of `check`.

    `published` are the codes of the skills that candidates get today.
    """
    return list(chain(chain.from_iterable(rule(document) for rule in RULES), skills_kept(document, published)))


def skills_kept(document: Document, published: Iterable[str]) -> Errors:
    """A skill that is published is not deleted but retired."""
    known = {skill["code"] for skill in document["skills"]}
    for code in published:
        if code not in known:
            gone = gettext_noop("%(code)s is published and not in the draft: retired, reports could still name it")
            yield Fault("skills", gone, code=code)


def texts_alike(document: Document) -> Errors:
    """No two of six anchors are nearly the same: three words out of four in common, in the same order.

    A person cannot tell which of the two describes them. In the shipped catalogue the nearest two have two words out of
    five in common; a sentence of eight words of which one is changed has seven. The very same text is for `check`.
    """
    for ladder in _ladders(document):
        for later, (place, text) in enumerate(ladder):
            near = (level for level in range(later) if _is_alike(ladder[level][1], text))
            if (level := next(near, None)) is not None:
                yield Fault(place, gettext_noop("nearly the same text as level %(level)d"), level=level)


def texts_short(document: Document) -> Errors:
    """Six anchors are read at a glance: none is longer than 140 characters."""
    for place, text in chain.from_iterable(_ladders(document)):
        if len(text) > MOST_CHARACTERS:
            too_long = gettext_noop("%(length)d characters: beyond %(most)d an anchor is hard to take in")
            yield Fault(place, too_long, length=len(text), most=MOST_CHARACTERS)


def skills_asked(document: Document) -> Errors:
    """Every skill that is not retired is asked by a role."""
    asked = set(chain.from_iterable(role["requirements"] for role in document["roles"]))
    for place, skill in _active(document):
        if skill["code"] not in asked:
            yield Fault(place, gettext_noop("no role requires %(code)s"), code=skill["code"])


def requirements_count(document: Document) -> Errors:
    """No role requires a retired skill, since that has no effect."""
    retired = {skill["code"] for skill in document["skills"] if skill.get("retired")}
    for index, role in enumerate(document["roles"]):
        for skill in role["requirements"]:
            if skill in retired:
                without_effect = gettext_noop("%(code)s is retired: what is required of it has no effect")
                yield Fault(f"roles[{index}].requirements.{skill}", without_effect, code=skill)


def groups_even(document: Document) -> Errors:
    """The skills that a role asks, with those it inherits, are spread evenly over its competencies.

    With fewer than three skills the level of a competency is little more than one answer. A group of more than twice
    the median of the role's groups makes a long page, and outweighs the others in the readiness.
    """
    for index, role in enumerate(document["roles"]):
        groups = _groups(document, role)
        for competency, count in groups.items():
            if said := _uneven(count, median(groups.values())):
                yield Fault(f"roles[{index}].requirements", said, code=competency, count=count)


def _groups(document: Document, role: Document) -> dict[str, int]:
    """How many of the skills that a role asks each competency has, in the order of the competencies; never 0."""
    asked = _asked(document, role)
    counts = Counter(skill["competency"] for _, skill in _active(document) if skill["code"] in asked)
    return {item["code"]: counts[item["code"]] for item in document["competencies"] if item["code"] in counts}


def _uneven(count: int, middle: float) -> str | None:
    if count < LEAST_SKILLS:
        return gettext_noop("few skills of %(code)s: with %(count)d, its level says little")
    if count > MOST_MEDIANS * middle:
        return gettext_noop("many skills of %(code)s: %(count)d, more than twice what is usual in this role")
    return None


def _is_alike(one: str, other: str) -> bool:
    words, others = one.casefold().split(), other.casefold().split()
    return words != others and SequenceMatcher(None, words, others, autojunk=False).ratio() >= ALIKE


def _ladders(document: Document) -> Iterator[Ladder]:
    for language in LANGUAGES:
        yield [
            (f"levels[{i}].anchor.{language}", item["anchor"][language]) for i, item in enumerate(document["levels"])
        ]
        for place, skill in _active(document):
            yield [(f"{place}.anchors.{language}[{i}]", text) for i, text in enumerate(skill["anchors"][language])]


def _active(document: Document) -> Iterator[tuple[str, Document]]:
    for index, skill in enumerate(document["skills"]):
        if not skill.get("retired"):
            yield f"skills[{index}]", skill


def _asked(document: Document, role: Document) -> set[str]:
    """The codes that a role requires, itself or through the roles it extends; a circle is gone round once."""
    by_code = {item["code"]: item for item in document["roles"]}
    line: dict[str, Document] = {}
    step: Document | None = role
    while step is not None and step["code"] not in line:
        line[step["code"]] = step
        step = by_code.get(step["extends"])
    return set(chain.from_iterable(item["requirements"] for item in line.values()))


RULES = (texts_alike, texts_short, skills_asked, requirements_count, groups_even)

"""What a good catalogue is. All errors at once, with their places: "skills[7].anchors.fr[3]: same text as level 2"."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import Any

from assessment.catalogue.model import LANGUAGES
from assessment.catalogue.shape import (
    MISSING_TEXT,
    Errors,
    integer,
    keyed,
    listed,
    one_of,
    or_null,
    pattern,
    record,
    text,
)
from assessment.fault import Fault, gettext_noop

FORMAT = "careerquiz-catalogue/1"
LINKS = (  # section, the key that names codes, the section they are in
    ("skills", "competency", "competencies"),
    ("skills", "mission", "missions"),
    ("skills", "replaced_by", "skills"),
    ("roles", "extends", "roles"),
    ("roles", "missions", "missions"),
    ("salaries", "role", "roles"),
    ("salaries", "grade", "grades"),
)

NAME, SENTENCE, PARAGRAPH = 120, 300, 2000  # characters at most
name = record(fr=text(NAME), en=text(NAME))
sentence = record(fr=text(SENTENCE), en=text(SENTENCE))
paragraph = record(fr=text(PARAGRAPH), en=text(PARAGRAPH))
CODE = r"[A-Z][A-Z0-9_-]{0,31}"
SLUG = r"[a-z][a-z0-9-]{0,31}"
ADDRESS = r"https?://[^\s<>\"\x00-\x1f\x7f-\x9f\ud800-\udfff]{1,500}"
code = pattern(CODE, gettext_noop("must be a code: capitals, digits, - and _, a capital first, 32 characters at most"))
slug = pattern(SLUG, gettext_noop("must be a code: small letters, digits and -, a letter first, 32 characters at most"))
address = pattern(ADDRESS, gettext_noop("must be a web address"))
esco_address = pattern(r"http://data\.europa\.eu/esco/[A-Za-z0-9_/-]{1,200}", gettext_noop("must be an ESCO address"))
origin = one_of("source", "added")
level = integer(0, 5)
amount = integer(1, 10_000_000)


def date(place: str, value: Any) -> Errors:
    """A date that exists, written YYYY-MM-DD."""
    try:
        known = isinstance(value, str) and dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        known = False
    if not known:
        yield Fault(place, gettext_noop("must be a date, YYYY-MM-DD"))


def true(place: str, value: Any) -> Errors:
    """True, for a key that is there only to say yes."""
    if value is not True:
        yield Fault(place, gettext_noop("must be true, or not there"))


reference_lists = record(
    esco=listed(esco_address),
    sfia=listed(pattern(r"[A-Z]{4}", gettext_noop("must be a SFIA code of four capitals"))),
    dora=listed(pattern(r"[a-z0-9-]{1,80}", gettext_noop("must be a DORA capability"))),
    other=listed(text(200)),
)
six = listed(text(SENTENCE), least=6, most=6)

SHAPE = record(
    format=one_of(FORMAT),
    levels=listed(record(value=level, name=name, anchor=sentence, origin=origin), least=6, most=6),
    missions=listed(record(code=code, name=name, text=paragraph, origin=origin), least=1),
    competencies=listed(record(code=code, name=name, text=paragraph, origin=origin), least=1),
    skills=listed(
        record(
            code=code,
            competency=code,
            mission=code,
            name=name,
            anchors=record(fr=six, en=six),
            references=reference_lists,
            origin=origin,
            optional={"retired": true, "replaced_by": listed(code, least=1)},
        ),
        least=1,
    ),
    grades=listed(record(code=slug, name=name, text=paragraph, origin=origin), least=1, most=10),
    roles=listed(
        record(
            code=slug,
            extends=or_null(slug),
            name=name,
            summary=sentence,
            definition=paragraph,
            part=paragraph,
            missions=listed(code),
            requirements=keyed(record(weight=integer(1, 3), levels=keyed(level))),
            origin=origin,
        ),
        least=1,
        most=50,
    ),
    salaries=listed(
        record(
            role=slug,
            grade=slug,
            low=or_null(amount),
            high=or_null(amount),
            currency=pattern(r"[A-Z]{3}", gettext_noop("must be a currency of three capitals")),
            basis=or_null(one_of("offers", "in_post")),
            population=or_null(sentence),
            country=pattern(r"[A-Z]{2}", gettext_noop("must be a country of two capitals")),
            source=text(200),
            address=or_null(address),
            year=or_null(integer(1990, 2200)),
            consulted=or_null(date),
            status=one_of("to_complete", "verified"),
        )
    ),
)

AMONG = {
    "missions": gettext_noop("there is no %(code)s among the missions"),
    "competencies": gettext_noop("there is no %(code)s among the competencies"),
    "skills": gettext_noop("there is no %(code)s among the skills"),
    "grades": gettext_noop("there is no %(code)s among the grades"),
    "roles": gettext_noop("there is no %(code)s among the roles"),
}
SAME_TEXT = gettext_noop("same text as level %(level)d")
MISSING_LEVEL = gettext_noop("the level is missing")
FALLS = gettext_noop("%(later)d is below %(earlier)d, the level of %(grade)s")
ASKS_NOTHING = gettext_noop("the role asks for no skill")
EMPTY_COMPETENCY = gettext_noop("no skill belongs to %(code)s")
REPLACED_BY_RETIRED = gettext_noop("%(code)s is retired itself")
UNVERIFIED = gettext_noop("needed for a verified salary")
LOW_ABOVE_HIGH = gettext_noop("the high end, %(high)d, is below the low end, %(low)d")
SAME_SALARY = gettext_noop("the same role, grade, country and basis as an earlier record")
UNFINISHED = frozenset(
    [
        MISSING_TEXT,
        SAME_TEXT,
        MISSING_LEVEL,
        FALLS,
        ASKS_NOTHING,
        EMPTY_COMPETENCY,
        REPLACED_BY_RETIRED,
        UNVERIFIED,
        LOW_ABOVE_HIGH,
        SAME_SALARY,
    ]
)


def check(document: Any) -> list[Fault]:
    """Every error of a document, in its own order; none means `file.build` can make a catalogue of it."""
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        return [Fault("format", gettext_noop("must be %(format)s"), format=FORMAT)]
    return list(chain(SHAPE("", document), *(rule(document) for rule in RULES)))


def is_unfinished(fault: Fault) -> bool:
    """Whether a draft may stand with this error for a while: a text to write, a level to choose, no wrong shape."""
    return fault.text in UNFINISHED


def prevents_preview(fault: Fault) -> bool:
    """Whether no page can be made of a draft with this error; a text that is missing is simply not there yet."""
    return not is_unfinished(fault) or fault.text in (MISSING_LEVEL, ASKS_NOTHING)


# The rules below look across a document. Its shape may be wrong (SHAPE says so): they pass over what they cannot read.


def _dig(value: Any, *path: str | int) -> Any:
    for step in path:
        try:
            value = None if isinstance(value, str) else value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def _items(document: dict[str, Any], section: str) -> Iterator[tuple[str, dict[str, Any]]]:
    found = document.get(section)
    for index, item in enumerate(found if isinstance(found, list) else []):
        if isinstance(item, dict):
            yield f"{section}[{index}]", item


def _strings(value: Any) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list | dict) else []


def _codes(document: dict[str, Any], section: str) -> dict[str, None]:
    """The codes of a section, each once, in order; quick to look into, however long a hostile file makes it."""
    return dict.fromkeys(_strings([item.get("code") for _, item in _items(document, section)]))


def _requirements(document: dict[str, Any]) -> Iterator[tuple[str, str, Any]]:
    for place, role in _items(document, "roles"):
        asked = role.get("requirements")
        for skill, requirement in asked.items() if isinstance(asked, dict) else ():
            yield f"{place}.requirements.{skill}", skill, requirement


def levels_in_order(document: dict[str, Any]) -> Errors:
    """The levels are 0 to 5, in that order."""
    for index in range(6):
        value = _dig(document, "levels", index, "value")
        if isinstance(value, int) and value != index:
            yield Fault(f"levels[{index}].value", gettext_noop("must be %(level)d"), level=index)


def codes_once(document: dict[str, Any]) -> Errors:
    """No code stands twice in a section."""
    for section in ("missions", "competencies", "skills", "grades", "roles"):
        seen: dict[str, str] = {}
        for place, item in _items(document, section):
            value = item.get("code")
            if isinstance(value, str) and value in seen:
                taken = gettext_noop("%(code)s is already the code of %(other)s")
                yield Fault(f"{place}.code", taken, code=value, other=seen[value])
            elif isinstance(value, str):
                seen[value] = place


def codes_known(document: dict[str, Any]) -> Errors:
    """Every code that is named somewhere exists."""
    for section, key, target in LINKS:
        known = _codes(document, target)
        for place, item in _items(document, section):
            named = item.get(key)
            for value in _strings(named if isinstance(named, list) else [named]):
                if value not in known:
                    yield Fault(f"{place}.{key}", AMONG[target], code=value)


def missions_once(document: dict[str, Any]) -> Errors:
    """A role names each of its missions once."""
    for place, role in _items(document, "roles"):
        yield from _twice(f"{place}.missions", _strings(role.get("missions")))


def _twice(place: str, named: list[str]) -> Errors:
    for value in sorted(value for value, count in Counter(named).items() if count > 1):
        yield Fault(place, gettext_noop("%(code)s stands twice"), code=value)


def texts_differ(document: dict[str, Any]) -> Errors:
    """In each language the six names of the levels differ, and so do the six anchors of every skill."""
    for language in LANGUAGES:
        yield from _same(document, "levels[{}].name." + language, ("levels", None, "name", language))
        yield from _same(document, "levels[{}].anchor." + language, ("levels", None, "anchor", language))
        for place, skill in _items(document, "skills"):
            yield from _same(skill, f"{place}.anchors.{language}[{{}}]", ("anchors", language, None))


def _same(value: Any, places: str, path: tuple[str | None, ...]) -> Errors:
    """Compare the six texts at `path`, whose None stands for the level; `places` says where each stands."""
    plain = [_plain(_dig(value, *_at_level(path, index))) for index in range(6)]
    for index, said in enumerate(plain):
        if said is not None and said in plain[:index]:
            yield Fault(places.format(index), SAME_TEXT, level=plain.index(said))


def _at_level(path: tuple[str | None, ...], index: int) -> list[str | int]:
    return [index if step is None else step for step in path]


def _plain(text: Any) -> str | None:
    return " ".join(text.split()).casefold() or None if isinstance(text, str) else None


def requirements_known(document: dict[str, Any]) -> Errors:
    """A requirement is of a skill that exists and has a level for each grade, no other."""
    skills, grades = _codes(document, "skills"), _codes(document, "grades")
    for place, skill, requirement in _requirements(document):
        if skill not in skills:
            yield Fault(place, AMONG["skills"], code=skill)
        named = _strings(_dig(requirement, "levels"))
        yield from (Fault(f"{place}.levels.{grade}", MISSING_LEVEL) for grade in grades if grade not in named)
        unknown = gettext_noop("no such grade")
        yield from (Fault(f"{place}.levels.{grade}", unknown) for grade in named if grade not in grades)


def requirements_rise(document: dict[str, Any]) -> Errors:
    """A later grade never asks less than an earlier one."""
    grades = _codes(document, "grades")
    for place, _, requirement in _requirements(document):
        for earlier, later in pairwise(grades):
            low, high = _dig(requirement, "levels", earlier), _dig(requirement, "levels", later)
            if isinstance(low, int) and isinstance(high, int) and high < low:
                where = f"{place}.levels.{later}"
                yield Fault(where, FALLS, later=high, earlier=low, grade=earlier)


def roles_end(document: dict[str, Any]) -> Errors:
    """A role that extends others comes to an end, and asks for at least one skill with them."""
    retired = _retired(document)
    for place, role in _items(document, "roles"):
        line = _line(document, role)
        if _base(document, line[-1]) is not None:
            yield Fault(f"{place}.extends", gettext_noop("the roles it extends lead back to it"))
        elif not any(_asked(role) - retired for role in line):
            yield Fault(f"{place}.requirements", ASKS_NOTHING)


def _line(document: dict[str, Any], role: dict[str, Any]) -> list[dict[str, Any]]:
    """The role, the one it extends and so on, each once: the last extends another only where they form a circle."""
    line = [role]
    while (base := _base(document, line[-1])) is not None and base not in line:
        line.append(base)
    return line


def _asked(role: dict[str, Any]) -> set[str]:
    return set(_strings(role.get("requirements")))


def _retired(document: dict[str, Any]) -> set[str]:
    skills = [skill for _, skill in _items(document, "skills") if skill.get("retired") is True]
    return set(_strings([skill.get("code") for skill in skills]))


def _base(document: dict[str, Any], role: dict[str, Any]) -> dict[str, Any] | None:
    named = [item for _, item in _items(document, "roles") if item.get("code") == role.get("extends")]
    return named[0] if named and isinstance(role.get("extends"), str) else None


def competencies_used(document: dict[str, Any]) -> Errors:
    """Every competency has a skill."""
    used = [item.get("competency") for _, item in _items(document, "skills")]
    for place, item in _items(document, "competencies"):
        if isinstance(item.get("code"), str) and item["code"] not in used:
            yield Fault(place, EMPTY_COMPETENCY, code=item["code"])


def replaced_once_retired(document: dict[str, Any]) -> Errors:
    """Only a retired skill is replaced, each time by another that is still asked, and names it once."""
    retired = _retired(document)
    for place, skill in _items(document, "skills"):
        successors = _strings(skill.get("replaced_by"))
        if successors and skill.get("retired") is not True:
            yield Fault(f"{place}.replaced_by", gettext_noop("only a retired skill is replaced"))
        for value in sorted(set(successors) & retired):
            yield Fault(f"{place}.replaced_by", REPLACED_BY_RETIRED, code=value)
        yield from _twice(f"{place}.replaced_by", successors)


def salaries_verified(document: dict[str, Any]) -> Errors:
    """A verified salary says how much, of which year, where that stands and when it was read."""
    needed = ("low", "high", "year", "address", "consulted")
    for place, salary in _items(document, "salaries"):
        if salary.get("status") == "verified":
            yield from (Fault(f"{place}.{key}", UNVERIFIED) for key in needed if salary.get(key) is None)


def salaries_ordered(document: dict[str, Any]) -> Errors:
    """The low end of a salary is not above its high end."""
    for place, salary in _items(document, "salaries"):
        low, high = salary.get("low"), salary.get("high")
        if isinstance(low, int) and isinstance(high, int) and low > high:
            yield Fault(f"{place}.high", LOW_ABOVE_HIGH, high=high, low=low)


def salaries_once(document: dict[str, Any]) -> Errors:
    """One record a role, a grade, a country and a basis."""
    seen: set[str] = set()
    for place, salary in _items(document, "salaries"):
        key = repr([salary.get(part) for part in ("role", "grade", "country", "basis")])
        if key in seen:
            yield Fault(place, SAME_SALARY)
        seen.add(key)


RULES = (
    levels_in_order,
    codes_once,
    codes_known,
    missions_once,
    texts_differ,
    requirements_known,
    requirements_rise,
    roles_end,
    competencies_used,
    replaced_once_retired,
    salaries_verified,
    salaries_ordered,
    salaries_once,
)

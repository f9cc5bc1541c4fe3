"""What a person does on the site, through its own addresses."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from allauth.mfa.models import Authenticator
from django.db import connection
from django.http import HttpResponseBase
from django.test import Client

from assessment.catalogue.file import canonical
from assessment.catalogue.file import read as read_catalogue
from assessment.models import Assessment, CatalogueVersion
from assessment.scoring import Answers
from profiles.models import User
from tests.examples import WORKED_ANSWERS, document


def begin(client: Client, role: str = "devops", grade: str = "confirmed", language: str = "en") -> Assessment:
    """Start, and hold the link in this client's cookie."""
    response = client.post(f"/{language}/start/", {"role": role, "grade": grade})
    assert response.status_code == 302, response.content
    return Assessment.objects.get(uuid=response.headers["Location"].split("/")[3])


def submit(client: Client, assessment: Assessment, code: str, answers: Mapping[str, object], **fields: str) -> None:
    """Send one page."""
    data = {f"skill-{skill}": str(answer) for skill, answer in answers.items()} | {"go": "next"} | fields
    response = client.post(f"/en/assessments/{assessment.uuid}/{code}/", data)
    assert response.status_code == 302, response.content


def answer(client: Client, assessment: Assessment, answers: Answers) -> None:
    """Go through all pages."""
    for competency, skills in assessment.pages:
        given = {skill.code: answers[skill.code] for skill in skills if skill.code in answers}
        submit(client, assessment, competency.code, given)


def finish(
    client: Client, role: str = "devops", grade: str = "confirmed", answers: Answers = WORKED_ANSWERS
) -> Assessment:
    """The whole journey to a report."""
    assessment = begin(client, role, grade)
    answer(client, assessment, answers)
    assert client.post(f"/en/assessments/{assessment.uuid}/review/").status_code == 302
    assessment.refresh_from_db()
    return assessment


def address(assessment: Assessment, page: str, language: str = "en") -> str:
    """The address of a page of an assessment: `report/`, `TECH/`."""
    return f"/{language}/assessments/{assessment.uuid}/{page}"


def token_of(client: Client) -> str:
    """The secret token that this browser took last."""
    return client.cookies["assessments"].value.split(".")[0]


MOVING = {"django_session", "profiles_event", "careerquiz_cache"}  # who is there, that somebody looked, how often


def everything_stored() -> str:
    """Every value of every row of every table, but for sessions, the log and the counts of attempts."""
    with connection.cursor() as cursor:
        tables = sorted({*connection.introspection.table_names(cursor)} - MOVING)
        return "\n".join(f"{table} {row}" for table in tables for row in _rows(cursor, table))


def _rows(cursor: Any, table: str) -> list[str]:
    cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
    return sorted(map(repr, cursor.fetchall()))


VOID = {"br", "hr", "img", "input", "link", "meta", "rect", "path", "line", "polygon", "circle"}


@dataclass
class Element:
    """One element of a page as a browser reads it."""

    name: str
    attributes: dict[str, str]
    children: "list[Element | str]" = field(default_factory=list)

    def each(self, name: str, /, **wanted: str) -> "list[Element]":
        """The elements inside with this name and these attributes (`class_` for class, `_` for `-`), in order."""
        attributes = {key.rstrip("_").replace("_", "-"): value for key, value in wanted.items()}
        return [e for e in self._inside() if e.name == name and attributes.items() <= e.attributes.items()]

    def the(self, name: str, /, **wanted: str) -> "Element":
        """The only one of them."""
        (found,) = self.each(name, **wanted)
        return found

    @property
    def words(self) -> str:
        """What it says, with every run of spaces as one plain space."""
        return " ".join("".join(self._texts()).split())

    @property
    def value(self) -> str:
        """What a text area holds, to the letter."""
        return "".join(self._texts())

    def _inside(self) -> "Iterator[Element]":
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child._inside()

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            yield from [child] if isinstance(child, str) else child._texts()


class Reader(HTMLParser):
    """Builds the elements of a page; elements that cross each other fail the test."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), attrs
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop().name == tag, f"</{tag}> closes nothing, {self.getpos()}"

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read(response: HttpResponseBase) -> Element:
    """A page as a browser reads it; a page that is not well formed, or gives one id twice, fails."""
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    reader = Reader()
    reader.feed(response.content.decode())  # type: ignore[attr-defined]  # no page of ours streams
    reader.close()
    (page,) = reader.open
    ids = [element.attributes["id"] for element in page._inside() if "id" in element.attributes]
    assert len(set(ids)) == len(ids), ids
    return page


def filled(page: Element) -> dict[str, str]:
    """What a browser would send of the form of a page, before a person touches it; no button."""
    (form,) = page.each("form", method="post")
    data = {box.attributes["name"]: box.attributes.get("value", "") for box in form.each("input") if _is_sent(box)}
    return data | {area.attributes["name"]: _typed(area) for area in form.each("textarea")}


def _is_sent(box: Element) -> bool:
    return box.attributes["type"] == "hidden" or "checked" in box.attributes


def _typed(area: Element) -> str:
    return area.value.removeprefix("\n").replace("\n", "\r\n")


def saved(assessment: Assessment) -> tuple[dict[str, Any], dict[str, str]]:
    """The answers and the notes that are stored now."""
    found = Assessment.objects.get(pk=assessment.pk)
    return found.answers, found.notes


def section(page: Element, title: str) -> Element:
    """The section of a page that the heading with this id names."""
    return page.the("section", aria_labelledby=title)


def every_page(draft: Assessment, finished: Assessment, language: str = "en") -> dict[str, str]:
    """The address of each page, by its name, with a draft and a finished assessment of one person."""
    return {
        "home": f"/{language}/",
        "role devops": f"/{language}/roles/devops/",
        "role mlops": f"/{language}/roles/mlops/",
        "privacy": f"/{language}/privacy/",
        "start": f"/{language}/start/",
        "deleted": f"/{language}/deleted/",
        "questionnaire": address(draft, "TECH/", language),
        "later": address(draft, "later/", language),
        "review": address(draft, "review/", language),
        "delete": address(draft, "delete/", language),
        "report": address(finished, "report/", language),
        "report today": address(finished, "report/today/", language),
        "plan": address(finished, "plan/", language),
        "shares": address(finished, "shares/", language),
        "views": address(finished, "views/", language),
        "assessments": f"/{language}/assessments/",
        "progress": f"/{language}/assessments/progress/?role={finished.role}",
        "compare": f"/{language}/assessments/compare/",
        "sign up": f"/{language}/accounts/signup/",
        "sign in": f"/{language}/accounts/login/",
        "reset": f"/{language}/accounts/password/reset/",
    }


def build_and_publish(document: Mapping[str, Any]) -> CatalogueVersion:
    """Publish the catalogue of a document, and read it once."""
    version = CatalogueVersion.objects.publish(read_catalogue(canonical(document)))
    assert version.catalogue.sha256 == version.sha256
    return version


def edited_document() -> dict[str, Any]:
    """The shipped catalogue after an editor's work on what DevOps asks, in every way that a report can notice.

    T1 is asked at a higher level by the confirmed and the senior, G1 at a lower one by the confirmed, C1 weighs more,
    G4 is asked no more, T5 is retired for the new T9, and T2 is reworded: its name, level 2 and level 5.
    """
    found = document()
    skills = {skill["code"]: skill for skill in found["skills"]}
    asked = found["roles"][0]["requirements"]
    asked["T1"]["levels"] |= {"confirmed": 4, "senior": 5}
    asked["G1"]["levels"]["confirmed"] = 2
    asked["C1"]["weight"] = 3
    del asked["G4"]
    name = {"fr": "Vérifier le code sans y penser", "en": "Check code without a thought"}
    found["skills"].append(skills["T5"] | {"code": "T9", "name": name})
    asked["T9"] = {"weight": 2, "levels": {"junior": 1, "confirmed": 3, "senior": 4}}
    skills["T5"] |= {"retired": True, "replaced_by": ["T9"]}
    skills["T2"]["name"] = {"fr": "Écrire un script", "en": "Write a script"}
    for language, text in (("fr", "Je le fais autrement, niveau"), ("en", "I do it otherwise, level")):
        for level in (2, 5):
            skills["T2"]["anchors"][language][level] = f"{text} {level}."
    return found


def to_sign_in(address: str, language: str = "fr") -> tuple[int, str]:
    """How a page answers who must sign in first: the status, and where they are sent."""
    return 302, f"/{language}/accounts/login/?next={address}"


def enter(client: Client, person: User, *, just_now: bool = False) -> None:
    """Sign somebody in, as after a password and a second factor, which staff need. `just_now`: no more proof."""
    client.force_login(person)
    if person.is_staff:
        Authenticator.objects.get_or_create(user=person, type="totp", defaults={"data": {"secret": ""}})
    session = client.session
    proof = {"method": "mfa", "type": "totp", "at": time.time() if just_now else 0, "reauthenticated": just_now}
    session["account_authentication_methods"] = [proof]
    session["account_authentication_methods_user"] = str(person.pk)
    session.save()

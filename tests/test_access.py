"""Who may open each address, by which method, and what everybody else gets.

An address that ACCESS does not name fails the test, so that nothing opens without being judged.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from assessment.models import Assessment, CatalogueVersion
from tests.people import (
    address,
    begin,
    build_and_publish,
    edited_document,
    everything_stored,
    finish,
    token_of,
)

METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")
Statuses = tuple[int, int, int, int, int, int]


def only_read(status: int = 200) -> Statuses:
    return (status, status, 405, 405, 405, 405)


def form(read: int, sent: int) -> Statuses:
    return (read, read, sent, 405, 405, 405)


# What the administration answers to one who may: views of Django take any method for a GET, and change by POST only.
ANY: Statuses = (200, 200, 200, 200, 200, 200)
READ: Statuses = (200, 200, 405, 405, 405, 200)
MOVED: Statuses = (302, 302, 302, 302, 302, 302)
NEVER: Statuses = (403, 403, 403, 403, 403, 403)
NOTHING: Statuses = (404, 404, 404, 404, 404, 404)

# name (or, without one, the pattern) -> who, and what that person gets by each of METHODS.
# public: everyone. link: whoever has the address. person: whose assessment it is. staff: the administration.
ACCESS: dict[str, tuple[str, Statuses]] = {
    "livez": ("public", only_read()),
    "readyz": ("public", only_read()),
    "favicon": ("public", only_read(302)),
    "robots": ("public", only_read()),
    "home": ("public", only_read()),
    "role": ("public", only_read()),
    "privacy": ("public", only_read()),
    "start": ("public", form(200, 302)),
    "deleted": ("public", only_read()),
    "resume": ("link", only_read(302)),
    "later": ("person", only_read()),
    "review": ("person", form(200, 302)),
    "report": ("person", only_read()),
    "report-today": ("person", only_read()),
    "report-json": ("person", only_read()),
    "delete": ("person", form(200, 302)),
    "questionnaire": ("person", form(200, 302)),
    "admin:login": ("public", (200, 200, 200, 200, 405, 200)),
    "admin:index": ("staff", ANY),
    "admin:logout": ("staff", (405, 405, 200, 405, 405, 200)),
    "admin:password_change": ("staff", (200, 200, 200, 200, 405, 200)),
    "admin:password_change_done": ("staff", READ),
    "admin:autocomplete": ("staff", (403, 403, 405, 405, 405, 200)),
    "admin:jsi18n": ("staff", READ),
    "admin:view_on_site": ("staff", NOTHING),
    "admin:auth_group_changelist": ("staff", ANY),
    "admin:auth_group_add": ("staff", ANY),
    "admin:auth_group_history": ("staff", ANY),
    "admin:auth_group_delete": ("staff", ANY),
    "admin:auth_group_change": ("staff", ANY),
    "admin/auth/group/<path:object_id>/": ("staff", MOVED),
    "admin:auth_user_password_change": ("staff", ANY),
    "admin:profiles_user_changelist": ("staff", ANY),
    "admin:profiles_user_add": ("staff", ANY),
    "admin:profiles_user_history": ("staff", ANY),
    "admin:profiles_user_delete": ("staff", ANY),
    "admin:profiles_user_change": ("staff", ANY),
    "admin/profiles/user/<path:object_id>/": ("staff", MOVED),
    "admin:assessment_catalogueversion_changelist": ("staff", ANY),
    "admin:assessment_catalogueversion_add": ("staff", NEVER),
    "admin:assessment_catalogueversion_history": ("staff", ANY),
    "admin:assessment_catalogueversion_delete": ("staff", NEVER),
    "admin:assessment_catalogueversion_change": ("staff", (200, 200, 403, 200, 200, 200)),
    "admin/assessment/catalogueversion/<path:object_id>/": ("staff", MOVED),
    "admin:app_list": ("staff", ANY),
    "admin/(?P<url>.*)$": ("staff", NOTHING),
}


@dataclass
class Scene:
    """What there is, and the address of each page in it."""

    draft: Assessment
    finished: Assessment
    browsers: dict[str, Client]
    paths: dict[str, str] = field(default_factory=dict)


@pytest.fixture
def scene(published: CatalogueVersion) -> Scene:
    """One person with a draft and a report; and everybody who may come by."""
    browsers = {name: Client() for name in ("anonymous", "owner", "another", "signed in", "superuser")}
    made = Scene(begin(browsers["owner"]), finish(browsers["owner"]), browsers)
    finish(browsers["another"])
    begin(browsers["another"])
    people = get_user_model().objects
    ada = people.create_user("ada@example.org", "correct horse battery staple")
    browsers["signed in"].force_login(ada)
    browsers["superuser"].force_login(people.create_superuser("root@example.org"))
    build_and_publish(edited_document())  # so that the report has a today
    group = Group.objects.create(name="editors")
    rows = {"auth/group": group.pk, "profiles/user": ada.pk, "assessment/catalogueversion": published.pk}
    made.paths = {name: concrete(route, made, rows) for name, route in addresses()}
    return made


EXAMPLES = {
    "<slug:code>": "devops",
    "<str:code>": "TECH",
    "r/<path:content_type_id>/<path:object_id>/": "r/1/1/",
    "^(?P<app_label>auth|profiles|assessment)/$": "profiles/",
    "(?P<url>.*)$": "nothing/here/",
}


def addresses() -> Iterator[tuple[str, str]]:
    """Every address there is: its name, or its pattern if it has none, and its pattern."""
    for names, route, pattern in walk(get_resolver()):
        yield (":".join([*names, pattern.name]) if pattern.name else route), route


def walk(
    resolver: URLResolver, names: tuple[str, ...] = (), start: str = ""
) -> Iterator[tuple[tuple[str, ...], str, URLPattern]]:
    for pattern in resolver.url_patterns:
        route = start + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield names, route, pattern
        else:
            yield from walk(pattern, (*names, *filter(None, [pattern.namespace])), route)


def concrete(route: str, scene: Scene, rows: dict[str, int]) -> str:
    """An address that exists, of a pattern."""
    told = scene.finished if "report" in route else scene.draft
    row = next((str(key) for table, key in rows.items() if table in route), "")
    values = EXAMPLES | {"<uuid:uuid>": str(told.uuid), "<path:object_id>": row, "<id>": row}
    values["<str:token>"] = token_of(scene.browsers["owner"])
    path = route
    for pattern, value in values.items():
        path = path.replace(pattern, value)
    assert "<" not in path, f"{route} needs an example"
    return f"/{path}"


def ask(scene: Scene, who: str, name: str, method: str) -> int:
    """What one gets; what it changed is undone."""
    body = "role=devops&grade=junior" if name == "start" else ""
    browser = Client()
    browser.cookies = deepcopy(scene.browsers[who].cookies)
    with transaction.atomic():
        kind = "application/x-www-form-urlencoded"
        response = browser.generic(method, scene.paths[name], body, content_type=kind)
        transaction.set_rollback(True)
    return response.status_code


def expected(who: str, name: str) -> Statuses:
    """What one gets by each of METHODS."""
    whose, statuses = ACCESS[name]
    if whose == "person" and who != "owner":
        return as_if_nothing(statuses)
    if whose == "staff" and who != "superuser":
        return MOVED  # to the sign-in page
    if (name, who) == ("admin:login", "superuser"):
        return (302, *statuses[1:])  # signed in already
    return statuses


def as_if_nothing(statuses: Statuses) -> Statuses:
    """404 by every method that the page takes."""
    first, second, third, *rest = (405 if status == 405 else 404 for status in statuses)
    return (first, second, third, rest[0], rest[1], rest[2])


EVERYBODY = ("anonymous", "owner", "another", "signed in", "superuser")


def test_every_address_is_judged() -> None:
    assert sorted(name for name, _ in addresses()) == sorted(ACCESS)


@pytest.mark.parametrize("who", EVERYBODY)
def test_each_gets_what_is_theirs_and_404_for_what_is_not(scene: Scene, who: str) -> None:
    got = {name: tuple(ask(scene, who, name, method) for method in METHODS) for name in ACCESS}
    assert got == {name: expected(who, name) for name in ACCESS}


@pytest.mark.parametrize("who", EVERYBODY)
def test_reading_changes_nothing(scene: Scene, who: str) -> None:
    before = everything_stored()
    for path in scene.paths.values():
        scene.browsers[who].get(path)
        scene.browsers[who].head(path)
    assert everything_stored() == before


@pytest.mark.parametrize("who", ["anonymous", "another", "signed in", "superuser"])
def test_what_is_somebody_elses_is_changed_by_no_method(scene: Scene, who: str) -> None:
    before = everything_stored()
    data = {"skill-T1": "0", "note-T1": "planted", "go": "next", "post": "yes"}
    for name, (whose, _) in ACCESS.items():
        if whose == "person" or (whose == "staff" and who != "superuser"):
            for send in ("post", "put", "patch", "delete"):
                getattr(scene.browsers[who], send)(scene.paths[name], data)
    assert everything_stored() == before


def test_a_stranger_hears_the_same_of_what_exists_and_what_does_not(scene: Scene) -> None:
    unknown = "00000000-0000-4000-8000-000000000000"
    for name in (name for name, (whose, _) in ACCESS.items() if whose == "person"):
        path = scene.paths[name]
        nowhere = path.replace(str(scene.draft.uuid), unknown).replace(str(scene.finished.uuid), unknown)
        there, absent = (scene.browsers["another"].get(p) for p in (path, nowhere))
        assert (there.status_code, absent.status_code) == (404, 404)
        assert there.content.decode().replace(path.split("/")[3], "") == absent.content.decode().replace(unknown, "")


def test_an_assessment_of_an_account_is_its_owners_alone(scene: Scene) -> None:
    ada = get_user_model().objects.get(email="ada@example.org")
    Assessment.objects.filter(pk=scene.draft.pk).update(owner=ada)
    path = address(scene.draft, "TECH/")
    assert {who: browser.get(path).status_code for who, browser in scene.browsers.items()} == dict.fromkeys(
        EVERYBODY, 404
    ) | {"signed in": 200}


def test_the_administration_leads_a_stranger_to_its_own_sign_in_page_only(scene: Scene) -> None:
    for name in (name for name, (whose, _) in ACCESS.items() if whose == "staff"):
        response = scene.browsers["signed in"].get(scene.paths[name])
        assert response.headers["Location"].split("?")[0] in ("/admin/login/", "/admin/")

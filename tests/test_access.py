"""Who may open each address, by which method, and what everybody else gets.

An address that ACCESS does not name fails the test, so that nothing opens without being judged.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from assessment.models import Assessment, CatalogueChange, CatalogueVersion, Share
from assessment.models.drafting import SECTIONS
from profiles.models import User
from tests.editors import make_groups
from tests.people import (
    address,
    begin,
    build_and_publish,
    edited_document,
    enter,
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
# public: everyone. link: whoever has the address. person: whose assessment it is. staff: the administration, which may
# need a right, "staff view_draftskill", and another for POST, "staff view_draftskill add_catalogueversion".
# reader: staff with a right; for others there is no such address.
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
    **{f"{form}-file": ("person", only_read()) for form in ("pdf", "xlsx", "csv", "json", "resume")},
    "plan": ("person", only_read()),
    "shares": ("person", form(200, 200)),
    "share-revoke": ("person", (405, 405, 302, 405, 405, 405)),
    "share-notes": ("person", (405, 405, 302, 405, 405, 405)),
    "shared": ("link", only_read()),
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
    "admin:auth_group_changelist": ("staff auth.view_group", ANY),
    "admin:auth_group_add": ("staff auth.add_group", ANY),
    "admin:auth_group_history": ("staff auth.view_group", ANY),
    "admin:auth_group_delete": ("staff auth.delete_group", ANY),
    "admin:auth_group_change": ("staff auth.view_group auth.change_group", ANY),
    "admin/auth/group/<path:object_id>/": ("staff", MOVED),
    "admin:auth_user_password_change": ("staff profiles.change_user", ANY),
    "admin:profiles_user_changelist": ("staff profiles.view_user", ANY),
    "admin:profiles_user_add": ("staff profiles.add_user", ANY),
    "admin:profiles_user_history": ("staff profiles.view_user", ANY),
    "admin:profiles_user_delete": ("staff profiles.delete_user", ANY),
    "admin:profiles_user_change": ("staff profiles.view_user profiles.change_user", ANY),
    "admin/profiles/user/<path:object_id>/": ("staff", MOVED),
    "admin:app_list": ("staff", ANY),
    "admin/(?P<url>.*)$": ("staff", NOTHING),
    "set-language": ("public", (405, 405, 302, 405, 405, 405)),
    "desk:home": ("staff view_draftskill", only_read()),
    "desk:check": ("staff view_draftskill", only_read()),
    "desk:impact": ("staff view_draftskill add_catalogueversion", form(200, 200)),
    "desk:compare": ("staff view_catalogueversion", only_read()),
    "desk:import": ("staff add_draftimport", form(200, 200)),
    "desk:confirm": (
        "staff add_draftimport",
        form(404, 404),
    ),  # each file is of who sent it: tests/admin/test_import.py
    "desk:draft-file": ("staff view_draftskill", only_read()),
    "desk:version-file": ("staff view_catalogueversion", only_read()),
    "desk:restore": ("staff add_draftimport", (405, 405, 302, 405, 405, 405)),
    "desk:results": ("staff read_results", only_read()),
    "desk:results-file": ("staff read_results", only_read(409)),  # of so few there is none: tests/admin/test_results.py
    "desk:reliability": ("staff read_results", only_read()),
    "overview": ("reader read_results", only_read()),
    "overview-csv": ("reader read_results", only_read()),
    "preview-role": ("reader view_draftskill", only_read()),
    "preview-questionnaire": ("reader view_draftskill", form(200, 302)),
    "preview-skill": ("reader view_draftskill", form(200, 302)),
}


def of_draft(model: str) -> dict[str, tuple[str, Statuses]]:
    """The pages of one kind of item of the draft. There are six levels, in their order."""
    many = model != "draftlevel"
    pages: dict[str, tuple[str, Statuses]] = {
        "changelist": (f"staff view_{model}", ANY),
        "add": (f"staff add_{model}", ANY) if many else ("staff", NEVER),
        "history": (f"staff view_{model}", MOVED),
        "delete": (f"staff delete_{model}", ANY) if many else ("staff", NEVER),
        "change": (f"staff view_{model} change_{model}", ANY),
        **({"order": (f"staff change_{model}", form(200, 200))} if many else {}),
        **(
            {"requirements": ("staff view_draftrequirement change_draftrequirement", form(200, 200))}
            if model == "draftrole"
            else {}
        ),
    }
    plain = {f"admin/assessment/{model}/<path:object_id>/": ("staff", MOVED)}
    return {f"admin:assessment_{model}_{page}": access for page, access in pages.items()} | plain


def of_record(model: str) -> dict[str, tuple[str, Statuses]]:
    """The pages of what is written once."""
    pages: dict[str, tuple[str, Statuses]] = {
        "changelist": (f"staff view_{model}", ANY),
        "add": ("staff", NEVER),
        "history": (f"staff view_{model}", ANY),
        "delete": ("staff", NEVER),
        "change": (f"staff view_{model}", (200, 200, 403, 200, 200, 200)),
    }
    plain = {f"admin/assessment/{model}/<path:object_id>/": ("staff", MOVED)}
    return {f"admin:assessment_{model}_{page}": access for page, access in pages.items()} | plain


DRAFT = {model._meta.model_name or "": model for model in SECTIONS.values()}
for model in DRAFT:
    ACCESS |= of_draft(model)
for model in ("catalogueversion", "cataloguechange"):
    ACCESS |= of_record(model)


@dataclass
class Scene:
    """What there is, and the address of each page in it."""

    draft: Assessment
    finished: Assessment
    browsers: dict[str, Client]
    people: dict[str, User]
    paths: dict[str, str] = field(default_factory=dict)


STAFF = {"clerk": (), "editor": ("editors",), "publisher": ("publishers",), "analyst": ("analysts",)}
EVERYBODY = ("anonymous", "owner", "another", "signed in", *STAFF, "superuser")


@pytest.fixture
def scene(drafted: CatalogueVersion) -> Scene:
    """One person with a draft and a report; and everybody who may come by."""
    make_groups()
    browsers = {name: Client() for name in EVERYBODY}
    people = {
        "signed in": User.objects.create_user("ada@example.org", "correct horse battery staple"),
        "superuser": User.objects.create_superuser("root@example.org"),
        **{name: User.objects.create_user(f"{name}@example.org", is_staff=True) for name in STAFF},
    }
    for name, groups in STAFF.items():
        people[name].groups.set(Group.objects.filter(name__in=groups))
    made = Scene(begin(browsers["owner"]), finish(browsers["owner"]), browsers, people)
    finish(browsers["another"])
    begin(browsers["another"])
    for name, person in people.items():
        enter(browsers[name], person)
    Share.objects.make(made.finished, "Ms Martin", timezone.now() + timedelta(days=1), with_notes=True)
    build_and_publish(edited_document())  # so that the report has a today
    rows = {f"assessment/{name}/": model.objects.all()[0].pk for name, model in DRAFT.items()}
    rows |= {"auth/group": Group.objects.all()[0].pk, "profiles/user": people["signed in"].pk}
    rows |= {"/catalogueversion/": drafted.pk, "/cataloguechange/": CatalogueChange.objects.all()[0].pk}
    made.paths = {name: concrete(route, made, rows) for name, route in addresses()}
    return made


EXAMPLES = {
    "preview/skills/<str:code>": "preview/skills/T1",
    "<slug:code>": "devops",
    "<slug:role>": "devops",
    "<str:code>": "TECH",
    "results/<slug:form>": "results/csv-en",
    "<slug:form>": "catalogue",
    "<int:number>": "1",
    "admin/catalogue/compare/": "admin/catalogue/compare/?old=1&new=2",
    "r/<path:content_type_id>/<path:object_id>/": "r/1/1/",
    "(?P<url>.*)$": "nothing/here/",
}
OF_FINISHED = ("report", "resume.json", "/plan/", "/shares/", "/notes/")
BODIES = {"start": "role=devops&grade=junior", "set-language": "language=fr"}


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
    told = scene.finished if any(part in route for part in OF_FINISHED) else scene.draft
    row = next((str(key) for table, key in rows.items() if table in route), "")
    values = EXAMPLES | {"<uuid:uuid>": str(told.uuid), "<path:object_id>": row, "<id>": row, "<int:pk>": row}
    share = Share.objects.get()
    values["<uuid:share>"] = str(share.uuid)
    values["<str:token>"] = str(share.token) if "shared/" in route else token_of(scene.browsers["owner"])
    path = re.sub(r"\^\(\?P<app_label>[^)]*\)/\$", "assessment/", route)  # the applications in any order
    for pattern, value in values.items():
        path = path.replace(pattern, value)
    assert "<" not in path, f"{route} needs an example"
    return f"/{path}"


def ask(scene: Scene, who: str, name: str, method: str) -> int:
    """What one gets; what it changed is undone."""
    browser = Client()
    browser.cookies = deepcopy(scene.browsers[who].cookies)
    with transaction.atomic():
        kind = "application/x-www-form-urlencoded"
        response = browser.generic(method, scene.paths[name], BODIES.get(name, ""), content_type=kind)
        transaction.set_rollback(True)
    return response.status_code


def expected(scene: Scene, who: str, name: str) -> Statuses:
    """What one gets by each of METHODS."""
    whose, *rights = ACCESS[name][0].split()
    statuses = NOTHING if (name, who) == ("admin:app_list", "clerk") else ACCESS[name][1]
    if whose in ("staff", "reader"):
        return of_staff(scene, who, whose, rights, statuses)
    if whose == "person" and who != "owner":
        return as_if_nothing(statuses)
    if name == "admin:login" and who in (*STAFF, "superuser"):
        return (302, *statuses[1:])  # signed in already
    return statuses


def of_staff(scene: Scene, who: str, whose: str, rights: list[str], statuses: Statuses) -> Statuses:
    """What one gets in the administration, where a method may need a right of its own."""
    is_staff = who in (*STAFF, "superuser")
    if whose == "reader" and not (is_staff and has(scene, who, rights[0])):
        return as_if_nothing(statuses)
    if not is_staff:
        return MOVED  # to the sign-in page
    needed = {"POST": rights[-1:]}
    found = [
        status if all(has(scene, who, right) for right in needed.get(method, rights[:1])) else 403
        for method, status in zip(METHODS, statuses, strict=True)
    ]
    return (found[0], found[1], found[2], found[3], found[4], found[5])


def has(scene: Scene, who: str, right: str) -> bool:
    return scene.people[who].has_perm(right if "." in right else f"assessment.{right}")


def as_if_nothing(statuses: Statuses) -> Statuses:
    """404 by every method that the page takes."""
    first, second, third, *rest = (405 if status == 405 else 404 for status in statuses)
    return (first, second, third, rest[0], rest[1], rest[2])


def test_every_address_is_judged() -> None:
    assert sorted(name for name, _ in addresses()) == sorted(ACCESS)


@pytest.mark.parametrize("who", EVERYBODY)
def test_each_gets_what_is_theirs_and_404_for_what_is_not(scene: Scene, who: str) -> None:
    methods = ("GET", "POST") if who in STAFF else METHODS  # Django takes any other in the administration for a GET
    got = {name: [ask(scene, who, name, method) for method in methods] for name in ACCESS}
    assert got == {name: [expected(scene, who, name)[METHODS.index(method)] for method in methods] for name in ACCESS}


@pytest.mark.parametrize("who", [who for who in EVERYBODY if who not in STAFF])
def test_reading_changes_nothing(scene: Scene, who: str) -> None:
    before = everything_stored()
    for path in scene.paths.values():
        scene.browsers[who].get(path)
        scene.browsers[who].head(path)
    assert everything_stored() == before


@pytest.mark.parametrize("who", [who for who in EVERYBODY if who != "owner"])
def test_what_is_somebody_elses_is_changed_by_no_method(scene: Scene, who: str) -> None:
    before = everything_stored()
    data = {"skill-T1": "0", "note-T1": "planted", "go": "next", "post": "yes"}
    for name, (whose, _) in ACCESS.items():
        if whose.startswith(("person", "reader")) or (whose.startswith("staff") and may_not_send(scene, who, name)):
            for send in ("post", "put", "patch", "delete"):
                getattr(scene.browsers[who], send)(scene.paths[name], data)
    assert everything_stored() == before


def may_not_send(scene: Scene, who: str, name: str) -> bool:
    return who not in (*STAFF, "superuser") or expected(scene, who, name)[2] == 403


def test_a_stranger_hears_the_same_of_what_exists_and_what_does_not(scene: Scene) -> None:
    unknown = "00000000-0000-4000-8000-000000000000"
    for name in (name for name, (whose, _) in ACCESS.items() if whose == "person"):
        path = scene.paths[name]
        nowhere = path.replace(str(scene.draft.uuid), unknown).replace(str(scene.finished.uuid), unknown)
        there, absent = (scene.browsers["another"].get(p) for p in (path, nowhere))
        assert there.status_code == absent.status_code == (405 if ACCESS[name][1][0] == 405 else 404)
        assert there.content.decode().replace(path.split("/")[3], "") == absent.content.decode().replace(unknown, "")


def test_an_assessment_of_an_account_is_its_owners_alone(scene: Scene) -> None:
    ada = User.objects.get(email="ada@example.org")
    Assessment.objects.filter(pk=scene.draft.pk).update(owner=ada)
    path = address(scene.draft, "TECH/")
    assert {who: browser.get(path).status_code for who, browser in scene.browsers.items()} == dict.fromkeys(
        EVERYBODY, 404
    ) | {"signed in": 200}


def test_the_administration_leads_a_stranger_to_its_own_sign_in_page_only(scene: Scene) -> None:
    for name in (name for name, (whose, _) in ACCESS.items() if whose.startswith("staff")):
        response = scene.browsers["signed in"].get(scene.paths[name])
        assert response.headers["Location"].split("?")[0] in ("/admin/login/", "/admin/")

"""Who may open each address, by which method, and what everybody else gets.

An address that ACCESS does not name fails the test, so that nothing opens without being judged.
"""

from copy import deepcopy

import pytest
from django.db import transaction
from django.test import Client

from assessment.models import Assessment, CatalogueVersion
from profiles.models import User
from tests.addresses import BODIES, DRAFT, EVERYBODY, STAFF, Scene, addresses, set_scene
from tests.people import address, everything_stored

METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")
Statuses = tuple[int, int, int, int, int, int]


def only_read(status: int = 200) -> Statuses:
    return (status, status, 405, 405, 405, 405)


def only_sent(status: int = 302) -> Statuses:
    return (405, 405, status, 405, 405, 405)


def form(read: int, sent: int) -> Statuses:
    return (read, read, sent, 405, 405, 405)


# What the administration answers to one who may: views of Django take any method for a GET, and change by POST only.
ANY: Statuses = (200, 200, 200, 200, 200, 200)
READ: Statuses = (200, 200, 405, 405, 405, 200)
MOVED: Statuses = (302, 302, 302, 302, 302, 302)
NEVER: Statuses = (403, 403, 403, 403, 403, 403)
NOTHING: Statuses = (404, 404, 404, 404, 404, 404)

# name (or, without one, the pattern) -> who, and what that person gets by each of METHODS.
# public: everyone. link: whoever has the address. person: whose assessment it is. account: whoever is signed in; others
# are led to the sign-in page. entrance: who is signed in already is led on. staff: the administration, which may
# need a right, "staff view_draftskill", and another for POST, "staff view_draftskill add_catalogueversion".
# reader: staff with a right; for others there is no such address.
ACCESS: dict[str, tuple[str, Statuses]] = {
    "livez": ("public", only_read()),
    "readyz": ("public", only_read()),
    "metrics": ("public", NOTHING),  # but with the token: tests/test_metrics.py
    "favicon": ("public", only_read(302)),
    "robots": ("public", only_read()),
    "security-txt": ("public", only_read(404)),  # until somebody is named: tests/test_security_txt.py
    "home": ("public", only_read()),
    "role": ("public", only_read()),
    "privacy": ("public", only_read()),
    "accessibility": ("public", only_read()),
    "start": ("public", form(200, 302)),
    "deleted": ("public", only_read()),
    "resume": ("link unclaimed", only_read(302)),
    "account": ("account", form(200, 200)),
    "sessions": ("account", only_read()),
    "session-end": ("account", only_sent(404)),  # each session is of one account: tests/profiles/test_sessions.py
    "sessions-end": ("account", only_sent()),
    "data-file": ("account", only_read()),
    "account-erase": ("account", form(200, 302)),
    "account_signup": ("entrance", form(200, 200)),
    "account_login": ("entrance", form(200, 200)),
    "mfa_login_webauthn": ("entrance", form(200, 302)),
    "account_logout": ("account", form(200, 302)),
    **{f"account_{page}": ("account", form(200, 200)) for page in ("reauthenticate", "change_password")},
    "account_email": ("account", form(200, 302)),
    "account_set_password": ("account", form(302, 302)),  # who has one changes it
    **{f"account_{page}": ("public", only_read()) for page in ("inactive", "email_verification_sent")},
    **{f"account_reset_password{page}": ("public", only_read()) for page in ("_done", "_from_key_done")},
    **{f"account_{page}": ("public", form(200, 200)) for page in ("confirm_email", "reset_password")},
    "account_reset_password_from_key": ("public", form(200, 200)),
    "mfa_index": ("account", only_read()),
    "mfa_authenticate": ("public", form(302, 302)),  # nobody is between the two steps of signing in
    "mfa_reauthenticate": ("account", form(302, 302)),
    "mfa_activate_totp": ("account", form(200, 200)),
    "mfa_deactivate_totp": ("account", form(404, 404)),
    "mfa_view_recovery_codes": ("account", form(404, 404)),
    "mfa_download_recovery_codes": ("account", form(404, 404)),
    "mfa_generate_recovery_codes": ("account", form(200, 200)),
    "mfa_list_webauthn": ("account", form(302, 302)),
    "mfa_add_webauthn": ("account", form(200, 200)),
    "mfa_reauthenticate_webauthn": ("account", form(302, 302)),
    **{f"mfa_{verb}_webauthn": ("account", form(404, 404)) for verb in ("edit", "remove")},
    "later": ("person", only_read()),
    "review": ("person", form(200, 302)),
    "report": ("person", only_read()),
    "report-today": ("person", only_read()),
    **{f"{form}-file": ("person", only_read()) for form in ("pdf", "xlsx", "csv", "json", "resume")},
    "plan": ("person", form(200, 302)),
    "assessment-data": ("person", only_read()),
    "views": ("person", form(200, 200)),
    **{name: ("person", only_sent()) for name in ("rename", "again", "join", "release", "view-revoke")},
    **{name: ("public", only_read()) for name in ("assessments", "progress", "compare", "second-view-withdrawn")},
    "second-view": ("link", form(200, 200)),
    **{f"second-view-{page}": ("link", form(200, 302)) for page in ("page", "review", "withdraw")},
    "shares": ("person", form(200, 200)),
    "share-revoke": ("person", only_sent()),
    "share-notes": ("person", only_sent()),
    "shared": ("link", only_read()),
    "delete": ("person", form(200, 302)),
    "questionnaire": ("person", form(200, 302)),
    "admin:login": ("staff", MOVED),  # to the pages where everybody does it
    "admin:index": ("staff", ANY),
    "admin:logout": ("staff", MOVED),
    "admin:password_change": ("staff", MOVED),
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


WITH_FACTOR = {  # staff have an app already
    "mfa_reauthenticate": form(200, 200),
    "mfa_activate_totp": form(302, 302),
    "mfa_deactivate_totp": form(200, 200),
    "mfa_generate_recovery_codes": form(200, 302),
}


def of_record(app: str, model: str) -> dict[str, tuple[str, Statuses]]:
    """The pages of what is written once."""
    pages: dict[str, tuple[str, Statuses]] = {
        "changelist": (f"staff {app}.view_{model}", ANY),
        "add": ("staff", NEVER),
        "history": (f"staff {app}.view_{model}", ANY),
        "delete": ("staff", NEVER),
        "change": (f"staff {app}.view_{model}", (200, 200, 403, 200, 200, 200)),
    }
    plain = {f"admin/{app}/{model}/<path:object_id>/": ("staff", MOVED)}
    return {f"admin:{app}_{model}_{page}": access for page, access in pages.items()} | plain


for model in DRAFT:
    ACCESS |= of_draft(model)
for model in ("assessment.catalogueversion", "assessment.cataloguechange", "profiles.event"):
    ACCESS |= of_record(*model.split("."))


@pytest.fixture
def scene(drafted: CatalogueVersion) -> Scene:
    """Everybody, and something of each kind."""
    return set_scene(drafted)


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
    whose = ACCESS[name][0].split()[0]
    statuses = NOTHING if (name, who) == ("admin:app_list", "clerk") else ACCESS[name][1]
    if whose in ("staff", "reader"):
        return of_staff(scene, who, name, statuses)
    if whose == "person" and who != "owner":
        return as_if_nothing(statuses)
    return of_account(scene, who, name, statuses)


def of_account(scene: Scene, who: str, name: str, statuses: Statuses) -> Statuses:
    """What one gets where it matters whether one is signed in."""
    kind, is_in = ACCESS[name][0], who in scene.people
    if kind == "account" and not is_in:
        return form(302, 302) if name == "account_logout" else MOVED
    if kind == "entrance" and is_in:
        return form(302, 302)
    if kind == "link unclaimed" and is_in:
        return only_read()  # asked whether it is to be theirs
    return WITH_FACTOR.get(name, statuses) if who in (*STAFF, "superuser") else statuses


def refusal(name: str, status: int) -> int:
    """What staff get who may not; the pages of a section as a whole look at the method before the right."""
    return 405 if status == 405 and name.endswith(("_order", "_requirements")) else 403


def of_staff(scene: Scene, who: str, name: str, statuses: Statuses) -> Statuses:
    """What one gets in the administration, where a method may need a right of its own."""
    whose, *rights = ACCESS[name][0].split()
    is_staff = who in (*STAFF, "superuser")
    if whose == "reader" and not (is_staff and has(scene, who, rights[0])):
        return as_if_nothing(statuses)
    if not is_staff:
        return NOTHING if who in scene.people else MOVED  # to the sign-in page
    needed = {"POST": rights[-1:]}
    found = [
        status if all(has(scene, who, right) for right in needed.get(method, rights[:1])) else refusal(name, status)
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
    got = {name: tuple(ask(scene, who, name, method) for method in METHODS) for name in ACCESS}
    assert got == {name: expected(scene, who, name) for name in ACCESS}


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


def test_the_administration_is_not_there_for_who_is_not_staff(scene: Scene) -> None:
    for name in (name for name, (whose, _) in ACCESS.items() if whose.startswith("staff")):
        assert scene.browsers["signed in"].get(scene.paths[name]).status_code == 404
        response = scene.browsers["anonymous"].get(scene.paths[name])
        assert response.headers["Location"].split("?")[0] in ("/admin/login/", "/fr/accounts/login/", "/admin/")

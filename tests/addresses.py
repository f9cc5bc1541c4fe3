"""Every address of the site, and a scene in which each of them exists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from django.contrib.auth.models import Group
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from assessment.models import Assessment, CatalogueChange, CatalogueVersion, SecondView, Share
from assessment.models.drafting import SECTIONS
from profiles.models import Event, User
from tests.editors import make_groups
from tests.people import begin, build_and_publish, edited_document, enter, finish, token_of
from tests.profiles.accounts import make
from tests.raters import begin_rating

DRAFT = {model._meta.model_name or "": model for model in SECTIONS.values()}


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


def set_scene(drafted: CatalogueVersion) -> Scene:
    """One person with a draft and a report; and everybody who may come by."""
    make_groups()
    browsers = {name: Client() for name in EVERYBODY}
    people = {
        "signed in": make("ada@example.org"),
        "superuser": make("root@example.org", is_staff=True, is_superuser=True),
        **{name: make(f"{name}@example.org", is_staff=True) for name in STAFF},
    }
    for name, groups in STAFF.items():
        people[name].groups.set(Group.objects.filter(name__in=groups))
    made = Scene(begin(browsers["owner"]), finish(browsers["owner"]), browsers, people)
    finish(browsers["another"])
    begin(browsers["another"])
    for name, person in people.items():
        enter(browsers[name], person, just_now=True)
    tomorrow = timezone.now() + timedelta(days=1)
    Share.objects.make(made.finished, "Ms Martin", tomorrow, with_notes=True)
    invitation = SecondView.objects.invite(made.finished, "Grace", "Ada", tomorrow)
    begin_rating(f"/en/views/{invitation.token}/")
    build_and_publish(edited_document())  # so that the report has a today
    rows = {f"assessment/{name}/": model.objects.all()[0].pk for name, model in DRAFT.items()}
    rows |= {"auth/group": Group.objects.all()[0].pk, "profiles/user": people["signed in"].pk}
    rows |= {"/catalogueversion/": drafted.pk, "/cataloguechange/": CatalogueChange.objects.all()[0].pk}
    rows |= {"profiles/event/": Event.objects.all()[0].pk}
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
    r"^confirm-email/(?P<key>[-:\w]+)/$": "confirm-email/nobodys-key/",
    r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": "password/reset/key/1-nobodys-key/",
}
OF_FINISHED = ("report", "resume.json", "/plan/", "/shares/", "/notes/", "/views/")
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
    values = EXAMPLES | {"<uuid:uuid>": str(told.uuid), "<path:object_id>": row, "<id>": row, "<int:pk>": row or "1"}
    share = Share.objects.all()[0]
    view = SecondView.objects.asked()[0]
    values |= {"<uuid:share>": str(share.uuid), "<uuid:view>": str(view.uuid)}
    said = SecondView.objects.said()[0]
    tokens = {"shared/": share.token, "views/": view.token, "resume/": token_of(scene.browsers["owner"])}
    if route.endswith(("/review/", "/withdraw/", "<str:code>/")):
        tokens["views/"] = said.token  # the invitation's link opens the first page only
    values |= {f"{start}<str:token>": f"{start}{token}" for start, token in tokens.items()}
    path = re.sub(r"\^\(\?P<app_label>[^)]*\)/\$", "assessment/", route)  # the applications in any order
    for pattern, value in values.items():
        path = path.replace(pattern, value)
    assert "<" not in path, f"{route} needs an example"
    return f"/{path}"

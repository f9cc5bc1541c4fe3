"""What those who look after the catalogue do in the administration, as a browser would."""

from datetime import UTC, datetime
from importlib import import_module
from types import SimpleNamespace
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group
from django.db import connection
from django.http import HttpResponseBase
from django.test import Client

from assessment.exchange.files import WRITERS
from assessment.exchange.reading import Document
from assessment.models import DraftItem, DraftRole
from assessment.models.drafting import SECTIONS, changing, replace_draft
from profiles.models import User
from tests.people import Element, enter, read

CATALOGUE = "/admin/catalogue/"


def fill_draft(document: Document) -> None:
    """Make the draft this document."""
    with changing(None, "import", "a test"):
        replace_draft(document)


def make_groups() -> None:
    """The groups again, which a migration makes and the cleaning after a test of several connections takes away."""
    if not Group.objects.filter(name="editors").exists():
        editor = SimpleNamespace(connection=connection)
        import_module("assessment.migrations.0004_groups").make(apps, editor)
        import_module("assessment.migrations.0006_results").give(apps, editor)


def one_of(*groups: str, name: str = "") -> Client:
    """A browser in which somebody of these groups is signed in: "editors", "publishers", "analysts"."""
    make_groups()
    address = f"{name or '-'.join(groups) or 'nobody'}@example.org"
    person = User.objects.filter(email=address).first() or User.objects.create_user(
        address, is_staff=True, display_name=name
    )
    person.groups.set(Group.objects.filter(name__in=groups))
    client = Client(headers={"Accept-Language": "en"})
    enter(client, person)
    return client


def row_of(section: str, code: str) -> DraftItem:
    """The row of an item of the draft."""
    rows: list[DraftItem] = list(SECTIONS[section].objects.all())
    return next(row for row in rows if row.key == code)


def list_of(section: str) -> str:
    """The address of the list of a section."""
    return f"/admin/assessment/{SECTIONS[section]._meta.model_name}/"


def page_of(section: str, code: str) -> str:
    """The address where an item of the draft is changed."""
    return f"{list_of(section)}{row_of(section, code).pk}/change/"


def grid_of(role: str) -> str:
    """The address of the grid of what a role requires."""
    return f"{list_of('roles')}{DraftRole.objects.get(code=role).pk}/requirements/"


def sent_by(form: Element) -> dict[str, Any]:
    """What a browser would send of a form before a person touches it; no button."""
    data: dict[str, Any] = {}
    for box in form.each("input"):
        kind = box.attributes.get("type", "text")
        is_ticked = kind in ("checkbox", "radio")
        if kind not in ("submit", "file") and (not is_ticked or "checked" in box.attributes):
            value = box.attributes.get("value", "on" if is_ticked else "")
            data.setdefault(box.attributes["name"], []).append(value)
    for area in form.each("textarea"):
        data[area.attributes["name"]] = area.value.removeprefix("\n")
    for select in form.each("select"):
        chosen = [o.attributes.get("value", "") for o in select.each("option") if "selected" in o.attributes]
        is_many = "multiple" in select.attributes
        data[select.attributes["name"]] = chosen if is_many else (chosen or [""])[0]
    return data


def form_of(client: Client, address: str, /, **wanted: str) -> dict[str, Any]:
    """What a browser would send back of the one form of a page that posts to it (`wanted` names its attributes)."""
    page = read(client.get(address))
    forms = [form for form in page.each("form", method="post", **wanted) if "action" not in form.attributes]
    (form,) = forms
    return sent_by(form)


def save(client: Client, address: str, /, **changes: Any) -> HttpResponseBase:
    """Open a page, change some of its fields, and save it."""
    return client.post(address, form_of(client, address) | changes)


def changes_on(page: Element) -> list[tuple[str, str, list[tuple[str, ...]]]]:
    """What a page says that differs: the kind, the code, and the cells of each line, "fr: old" and "fr: new"."""
    return [
        (
            change.attributes["class"].removeprefix("change "),
            "".join(part for part in change.the("h3").children if isinstance(part, str)).strip(),
            [tuple(f"{cell.attributes.get('lang', '')}: {cell.words}" for cell in row.each("td")) for row in rows],
        )
        for change in page.each("section")
        if change.attributes.get("class", "").startswith("change ")
        for rows in [change.each("tr")[1:]]
    ]


def send_file(client: Client, data: bytes, name: str = "skills", language: str = "en") -> HttpResponseBase:
    """Send a file to the import page, under a name that is written into the request as it is."""
    head = f'--x\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
    body = head.encode() + b"Content-Type: application/octet-stream\r\n\r\n" + data + b"\r\n--x--\r\n"
    kind = "multipart/form-data; boundary=x"
    return client.post(f"{CATALOGUE}import/", body, content_type=kind, headers={"Accept-Language": language})


def written(form: str, document: Document) -> bytes:
    """A document as the file that an editor takes away."""
    return WRITERS[form].write(document, datetime(2025, 1, 31, tzinfo=UTC), None)

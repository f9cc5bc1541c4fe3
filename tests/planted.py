"""A person of whom something is kept in every table that may, each text of it a marker of its own."""

import re
import time
from datetime import timedelta
from typing import Any

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.backends.db import SessionStore
from django.db import models
from django.db.models import Field, Model
from django.test import Client
from django.utils import timezone

from assessment.models import (
    Assessment,
    CatalogueChange,
    CatalogueVersion,
    DraftImport,
    PlanItem,
    SecondView,
    Share,
    Uncounted,
)
from profiles.models import Event, User
from tests.people import enter

MARKER = re.compile(r"mkq7\.[a-z_.0-9]+~")
ADDRESS = "192.0.2.77"


def text_fields(model: type[Model]) -> list[Field]:
    """The columns that hold words of somebody: no choices, no numbers, no dates."""
    kinds = (models.CharField, models.TextField, models.JSONField)
    return [field for field in model._meta.concrete_fields if isinstance(field, kinds) and not field.choices]


def marker(model: type[Model], field: str, tag: str = "") -> str:
    """What stands in a column: "mkq7.share.name~"; a tag tells one row of a table from another."""
    return ".".join(filter(None, ["mkq7", tag, model._meta.model_name, field])) + "~"


def planted(model: type[Model], tag: str = "", **given: Any) -> Any:
    """A row whose every text is its marker, but for what is given; JSON has it for a key: answers know few values."""
    row = model(**given)
    for field in text_fields(model):
        if field.name not in given:
            word = marker(model, field.name, tag)
            setattr(row, field.name, {word: "na"} if isinstance(field, models.JSONField) else word)
    row.save(force_insert=True)
    return row


def person(tag: str = "", **given: Any) -> User:
    """An account, with an address that is a marker."""
    user: User = planted(User, tag, **{"email": f"{marker(User, 'email', tag)}@example.org"} | given)
    return user


def plant_assessment(version: CatalogueVersion, tag: str = "", **given: Any) -> Assessment:
    """A draft with something in every table about it: a plan, a share, second views asked for, named and not."""
    now = timezone.now()
    soon = now + timedelta(days=10)
    assessment: Assessment = planted(Assessment, tag, version=version, language="en", **given)
    planted(PlanItem, tag, assessment=assessment)
    planted(Share, tag, assessment=assessment, until=soon)
    planted(SecondView, tag, assessment=assessment, until=soon, rater_name="", answers={})
    about: dict[str, Any] = {"assessment": assessment, "until": soon, "name": "", "finished": now}
    planted(SecondView, f"{tag}named" if tag else "named", named=True, **about)
    planted(SecondView, f"{tag}hidden" if tag else "hidden", named=False, rater_name="", **about)
    Uncounted.objects.create(assessment=assessment, finished=now)
    Event.objects.record("share", subject=str(assessment.uuid), address=ADDRESS)
    return assessment


def plant_person(version: CatalogueVersion, tag: str = "") -> User:
    """An account with something in every table that leads to it."""
    user = person(tag, is_staff=True)
    plant_assessment(
        version, tag, owner=user, token_sha256=marker(Assessment, "token_sha256", tag), link_until=user.date_joined
    )
    plant_entrance(user, tag)
    plant_work(user, tag)
    other = planted(Assessment, f"{tag}other", version=version, language="en", token_sha256=None)
    until = timezone.now() + timedelta(days=10)
    planted(SecondView, f"{tag}given", assessment=other, until=until, name="", named=True, rater=user)
    planted(Event, tag, what="export", who=user, address=ADDRESS)
    return user


def plant_entrance(user: User, tag: str) -> None:
    """How they sign in, and where they are signed in."""
    address = planted(EmailAddress, tag, user=user, email=f"{marker(EmailAddress, 'email', tag)}@example.org")
    planted(EmailConfirmation, tag, email_address=address)
    planted(Authenticator, tag, user=user, type="totp")
    store = SessionStore()
    store["words"] = marker(UserSession, "contents", tag)
    store.save()
    planted(UserSession, tag, user=user, ip=ADDRESS, session_key=store.session_key)


def plant_work(user: User, tag: str) -> None:
    """What they did in the administration."""
    planted(CatalogueChange, tag, by=user, action="edit", kind="changed", section="skills")
    planted(DraftImport, tag, by=user)
    number = 1000 + CatalogueVersion.objects.count()
    planted(CatalogueVersion, tag, number=number, published_by=user)
    kind = ContentType.objects.get_for_model(CatalogueChange)
    planted(LogEntry, tag, user=user, content_type=kind, action_flag=CHANGE)


def told_by_an_administrator(user: User, tag: str = "") -> None:
    """What the administration writes down when somebody else changes an account: its name, in a row of theirs."""
    root = User.objects.filter(is_superuser=True).first() or User.objects.create_superuser("root@example.org")
    kind = ContentType.objects.get_for_model(User)
    planted(LogEntry, f"{tag}about", user=root, content_type=kind, object_id=str(user.pk), action_flag=CHANGE)
    Event.objects.record("rights", root, about=user, address="198.51.100.9")


def prove(client: Client, user: User) -> None:
    """Sign in as somebody who has just given a second factor once more."""
    enter(client, user)
    session = client.session
    session["account_authentication_methods"][0] |= {"at": time.time(), "reauthenticated": True}
    session.save()


def leading_to(*targets: type[Model]) -> set[type[Model]]:
    """The tables with a foreign key to one of these, or that go with a row that has one; and these."""
    found, before = set(targets), set[type[Model]]()
    while found != before:
        before = set(found)
        found |= {model for model in apps.get_models(include_auto_created=True) if _leads(model, targets, before)}
    return found


def _leads(model: type[Model], targets: tuple[type[Model], ...], found: set[type[Model]]) -> bool:
    keys = [field for field in model._meta.concrete_fields if isinstance(field, models.ForeignKey)]
    goes_with = {key.related_model for key in keys if key.remote_field.on_delete is models.CASCADE}
    return any(key.related_model in targets for key in keys) or bool(goes_with & found)

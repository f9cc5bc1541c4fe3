"""All that is kept about a person, as they may take it and have it erased.

Other apps say what they keep: they add to PARTS, so that this one need not know them.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.signals import pre_delete
from django.http import HttpResponse
from django.utils import timezone

from careerquiz import cache, tombstones
from careerquiz.journal import empty_journal
from profiles.models import Event, User

FORMAT = "careerquiz-data/1"
PARTS: dict[str, Callable[[User], Any]] = {}  # name in the file -> what is kept of a person, as JSON has it


def data_of(user: User) -> dict[str, Any]:
    """Everything about a person, each part by its name."""
    return {name: collect(user) for name, collect in PARTS.items()}


def as_file(parts: dict[str, Any]) -> HttpResponse:
    """What is kept, as the file that a person takes away: format careerquiz-data/1, docs/data.md."""
    document = {"format": FORMAT, "made": timezone.now(), **parts}
    written = json.dumps(document, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    headers = {"Content-Disposition": f'attachment; filename="careerquiz-data-{timezone.localdate():%Y-%m-%d}.json"'}
    # Half of a pair of surrogates is no text, and its escape is how JSON writes it
    return HttpResponse(written.encode("utf-8", "backslashreplace"), content_type="application/json", headers=headers)


def erase(user: User, *, long_gone: bool = False) -> None:
    """Remove a person and all about them, wherever it is; what must outlive them knows nothing of them.

    Half-finished sign-ins are looked for among all sessions, which takes its time, before anybody has to wait for it;
    who has not been here for as long as a session lasts, `long_gone`, can have none.
    """
    begun = [] if long_gone else _begun_by(user)
    with transaction.atomic(), tombstones.at_once():
        Session.objects.filter(session_key__in=begun).delete()
        user.delete()
        Event.objects.record("erase", subject=str(user.uuid))
    empty_journal()


def connect() -> None:
    """Whoever removes an account, and however: what no foreign key ties to it goes too."""
    pre_delete.connect(_erase_traces, sender=User, dispatch_uid="erase traces")


def _erase_traces(sender: Any, instance: User, **kwargs: Any) -> None:
    Session.objects.filter(session_key__in=UserSession.objects.filter(user=instance).values("session_key")).delete()
    _told_of(instance).delete()
    cache.erase_named(list(_counts_of(instance)))


def _proved(user: User) -> set[str]:
    """Their addresses, without those that they only said were theirs: those may be somebody else's."""
    proved = EmailAddress.objects.filter(user=user, verified=True)
    return {user.email, *proved.values_list("email", flat=True)}


def _begun_by(user: User) -> list[str]:
    """The keys of sessions in which they have begun to sign up or in, which no list has."""
    others = Session.objects.exclude(session_key__in=UserSession.objects.values("session_key"))
    addresses = "|".join(map(re.escape, _proved(user)))
    named = re.compile(rf"(?<![\w.+-])(?:{addresses})(?!\.?[\w-])", re.IGNORECASE)
    return [session.session_key for session in others.iterator() if _names(session, user, named)]


def _names(session: Session, user: User, named: re.Pattern[str]) -> bool:
    said = session.get_decoded()
    text = json.dumps(said, ensure_ascii=False, default=str)
    return said.get("_auth_user_id") == str(user.pk) or bool(named.search(text))


def _told_of(user: User) -> QuerySet[LogEntry]:
    """What the administration wrote about them, which names them."""
    return LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(User), object_id=str(user.pk))


def _counts_of(user: User) -> Iterator[str]:
    """The keys, as LIKE has them, under which attempts are counted for an hour, and a used code is for a minute."""
    hosts = ["", f"{urlsplit(settings.BASE_URL).netloc}:"]
    counted = [f"factor {user.pk}", *(host + address for host in hosts for address in _proved(user))]
    yield from (f"%:{hashlib.sha256(key.encode()).hexdigest()}" for key in counted)
    yield f"%:user:{user.pk}"
    yield f"%:factor-code:{user.pk}:%"


def account(user: User) -> dict[str, Any]:
    """The account itself."""
    addresses = EmailAddress.objects.filter(user=user).order_by("pk")
    confirmations = EmailConfirmation.objects.filter(email_address__user=user).order_by("pk")
    return {
        "number": user.uuid,
        "address": user.email,
        "addresses": list(addresses.values("email", "verified", "primary")),
        "confirmations_asked": list(confirmations.values("email_address__email", "created", "sent")),
        "display_name": user.display_name,
        "language": user.language,
        "since": user.date_joined,
        "last_sign_in": user.last_login,
        "told_that_it_will_be_erased": user.warned,
        "may_sign_in": user.is_active,
        "is_staff": user.is_staff,
        "rights": sorted(user.get_all_permissions()) if user.is_staff else [],
        "groups": sorted(user.groups.values_list("name", flat=True)),
    }


def factors(user: User) -> list[dict[str, Any]]:
    """Second factors, without their secrets: these are no use to anybody but who breaks in."""
    found = Authenticator.objects.filter(user=user).order_by("pk")
    return [{"kind": one.type, "name": str(one), "since": one.created_at, "used": one.last_used_at} for one in found]


def sessions(user: User) -> list[dict[str, Any]]:
    """Where they are signed in."""
    found = UserSession.objects.filter(user=user).order_by("pk")
    return list(found.values("created_at", "last_seen_at", "ip", "user_agent", "data"))


def log(user: User) -> list[dict[str, Any]]:
    """What the log says of them; of others it names nobody."""
    return [told(event, user) for event in Event.objects.of(user).order_by("pk")]


def told(event: Event, user: User | None) -> dict[str, Any]:
    """One line of the log, as a person may know it: from where somebody else acted, who is known, is theirs."""
    by_them = event.who_id == (user and user.pk)
    address = event.address if by_them or event.who_id is None else None
    return {"at": event.at, "what": event.what, "by_them": by_them, "number": event.subject, "from": address}


def administration(user: User) -> list[dict[str, Any]]:
    """What they did in the administration; where it was done to a person, who that was is not told."""
    people = ContentType.objects.get_for_model(User)
    done = LogEntry.objects.filter(user=user).order_by("pk")
    return [
        {
            "at": entry.action_time,
            "what": entry.get_action_flag_display(),
            "kind": entry.content_type and entry.content_type.model,
            **({} if entry.content_type_id == people.pk else {"number": entry.object_id, "name": entry.object_repr}),
            "changed": entry.change_message,
        }
        for entry in done.select_related("content_type")
    ]


PARTS.update(account=account, second_factors=factors, sessions=sessions, log=log, administration=administration)

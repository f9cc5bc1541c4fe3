"""All that is kept about a person, as they may take it and have it erased.

Other apps say what they keep: they add to PARTS, so that this one need not know them.
"""

from collections.abc import Callable
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from careerquiz.journal import empty_journal
from profiles.models import Event, User

FORMAT = "careerquiz-data/1"
PARTS: dict[str, Callable[[User], Any]] = {}  # name in the file -> what is kept of a person, as JSON has it


def data_of(user: User) -> dict[str, Any]:
    """Everything, as the file that the person takes away."""
    parts = {name: collect(user) for name, collect in PARTS.items()}
    return {"format": FORMAT, "made": timezone.now(), **parts}


def erase(user: User) -> None:
    """Remove a person and all about them, wherever it is; what must outlive them knows nothing of them."""
    with transaction.atomic():
        keys = UserSession.objects.filter(user=user).values_list("session_key", flat=True)
        Session.objects.filter(session_key__in=list(keys)).delete()
        user.delete()
        Event.objects.record("erase", subject=str(user.uuid))
    empty_journal()


def account(user: User) -> dict[str, Any]:
    """The account itself."""
    addresses = EmailAddress.objects.filter(user=user).order_by("pk")
    return {
        "number": user.uuid,
        "address": user.email,
        "addresses": list(addresses.values("email", "verified", "primary")),
        "display_name": user.display_name,
        "language": user.language,
        "since": user.date_joined,
        "last_sign_in": user.last_login,
        "told_that_it_will_be_erased": user.warned,
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
    return list(found.values("created_at", "last_seen_at", "ip", "user_agent"))


def log(user: User) -> list[dict[str, Any]]:
    """What the log says of them; of others it names nobody."""
    return [
        {"at": event.at, "what": event.what, "by_them": event.who_id == user.pk, "from": event.address}
        for event in Event.objects.of(user).order_by("pk")
    ]


PARTS.update(account=account, second_factors=factors, sessions=sessions, log=log)

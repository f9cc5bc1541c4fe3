"""How long what is kept is kept, and what is erased when that is over. The notice says the same (_notice.html)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from assessment.models import Assessment, SecondView, Share
from careerquiz import tombstones
from careerquiz.calendar import months_before
from careerquiz.journal import empty_journal
from profiles import data
from profiles.models import Event, User

BATCH = 500  # rows a transaction: others get their turn to write between two
NOTICE = timedelta(days=30)  # between the mail that tells of it and the end of an account
UNCONFIRMED = timedelta(days=7)  # for an account whose address nobody has confirmed
ENDED = timedelta(days=30)  # for a link that has ended: until then its person sees that it has


def _delete(rows: QuerySet[Any]) -> None:
    rows.delete()


def _delete_named(rows: QuerySet[Any]) -> None:
    """Those that are remembered by their number: nothing else of them is read."""
    rows.only("pk", "uuid").delete()


def _delete_assessments(rows: QuerySet[Assessment]) -> None:
    """Without reading an answer, those of second views neither."""
    _delete_named(SecondView.objects.filter(assessment__in=rows))
    _delete_named(rows)


def _erase_people(rows: QuerySet[User]) -> None:
    for user in rows:
        data.erase(user, long_gone=True)


@dataclass(frozen=True)
class Kind:
    """One kind of what is over: how it is called, which rows at a moment, and how one batch of these goes."""

    name: str
    over: Callable[[datetime], QuerySet[Any]]
    erase: Callable[[QuerySet[Any]], None] = _delete
    at_once: int | None = None  # rows a transaction; BATCH of them where this does not say

    def count(self, now: datetime) -> int:
        """How many rows are over."""
        return self.over(now).count()

    def purge(self, now: datetime) -> int:
        """Erase them batch by batch, each in a transaction; answers how many there were."""
        done = 0
        while batch := self._purge_batch(now):
            done += batch
        empty_journal()
        return done

    @transaction.atomic
    def _purge_batch(self, now: datetime) -> int:
        found = self.over(now).order_by("pk").select_for_update()  # who comes back at this moment is waited for
        keys = list(found.values_list("pk", flat=True)[: self.at_once or BATCH])
        with tombstones.at_once():
            self.erase(found.model._default_manager.filter(pk__in=keys))
        return len(keys)


def last_changed_before(limit: datetime) -> QuerySet[Assessment]:
    """Of nobody's account, and not changed since."""
    return Assessment.objects.filter(owner=None, changed__lte=limit)


def last_seen_before(limit: datetime) -> QuerySet[User]:
    """People, not staff, who neither signed in nor changed an assessment since."""
    seen_since = Q(date_joined__gt=limit) | Q(last_login__gt=limit) | Exists(_theirs().filter(changed__gt=limit))
    return User.objects.filter(is_staff=False, is_superuser=False).exclude(seen_since)


def told(now: datetime) -> QuerySet[User]:
    """Those whose time is over, who were told of it 30 days ago and have not come back."""
    over = last_seen_before(months_before(now, settings.RETENTION_MONTHS)).filter(warned__lte=now - NOTICE)
    return over.exclude(_came_back())


def to_be_told(now: datetime) -> QuerySet[User]:
    """Those whose time is over in 30 days or was, and who do not know it."""
    soon = last_seen_before(months_before(now + NOTICE, settings.RETENTION_MONTHS))
    return soon.filter(Q(warned=None) | _came_back()).exclude(_nobody_came())


def unconfirmed(now: datetime) -> QuerySet[User]:
    """Accounts that somebody asked for and nobody confirmed."""
    asked = User.objects.filter(is_staff=False, is_superuser=False, date_joined__lte=now - UNCONFIRMED)
    return asked.filter(_nobody_came())


def without_session(now: datetime) -> QuerySet[UserSession]:
    """Entries of the list of sessions whose session is over."""
    still_open = Session.objects.filter(session_key=OuterRef("session_key"), expire_date__gt=now)
    listed: QuerySet[UserSession] = UserSession.objects.all()
    return listed.exclude(Exists(still_open))


def _theirs() -> QuerySet[Assessment]:
    return Assessment.objects.filter(owner=OuterRef("pk"))


def _nobody_came() -> Q:
    """Nobody has signed in or confirmed the address."""
    proved = EmailAddress.objects.filter(user=OuterRef("pk"), verified=True)
    return Q(last_login=None) & ~Q(Exists(proved))


def _came_back() -> Q:
    """Since they were told."""
    since = Q(date_joined__gte=F("warned")) | Q(last_login__gte=F("warned"))
    return since | Q(Exists(_theirs().filter(changed__gte=OuterRef("warned"))))


KINDS = [
    Kind("assessments whose link has ended", Assessment.objects.unreachable, _delete_assessments),
    Kind(
        "assessments of nobody, not changed for RETENTION_MONTHS",
        lambda now: last_changed_before(months_before(now, settings.RETENTION_MONTHS)),
        _delete_assessments,
    ),
    Kind("accounts not used for RETENTION_MONTHS, told 30 days ago", told, _erase_people, at_once=1),
    Kind("accounts never confirmed", unconfirmed, _erase_people, at_once=1),
    Kind(
        "invitations to a second view that nobody answered",
        lambda now: SecondView.objects.filter(finished=None, until__lte=now - ENDED),
        _delete_named,
    ),
    Kind("links to reports that have ended", lambda now: Share.objects.filter(until__lte=now - ENDED), _delete_named),
    Kind(
        "events of the log older than LOG_MONTHS",
        lambda now: Event.objects.before(months_before(now, settings.LOG_MONTHS)),
    ),
    Kind("sessions that are over", lambda now: Session.objects.filter(expire_date__lte=now)),
    Kind("entries of the list of sessions that are over", without_session),
]

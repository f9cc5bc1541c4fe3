"""The command that erases what was kept long enough, and tells those whose account is next."""

from datetime import UTC, datetime, timedelta
from io import StringIO
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override
from pytest_django import Settings

from assessment.models import Assessment, CatalogueVersion
from assessment.retention import to_be_told
from careerquiz.calendar import months_before
from profiles.models import Event, User
from tests.people import everything_stored
from tests.planted import plant_person
from tests.processes import manage

pytestmark = pytest.mark.django_db


def purge(*options: str) -> list[str]:
    out = StringIO()
    call_command("purge", *options, stdout=out)
    return out.getvalue().splitlines()


def counts(lines: list[str]) -> dict[str, int]:
    """What was done, or is to be done: nothing else is said."""
    found = {line.partition(" ")[2]: int(line.partition(" ")[0]) for line in lines if line[0].isdigit()}
    return {name: number for name, number in found.items() if number}


def unused(name: str = "ada", language: str = "en", **fields: Any) -> User:
    """Somebody whose time is over, and who does not know."""
    then = months_before(timezone.now(), 24)
    user = User.objects.create_user(f"{name}@example.org", language=language, date_joined=then, **fields)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def expired_entry() -> None:
    cache.set("old", 1, timeout=1000)
    long_ago = connection.ops.adapt_datetimefield_value(datetime(2020, 1, 1, tzinfo=UTC))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE careerquiz_cache SET expires = %s", [long_ago])


def test_without_being_told_to_nothing_is_erased_and_nobody_is_told(published: CatalogueVersion) -> None:
    plant_person(published)
    unused()
    ended, _token = Assessment.objects.start(published, "devops", "junior", "en")
    Assessment.objects.filter(pk=ended.pk).update(link_until=timezone.now())
    expired_entry()
    before = everything_stored()
    assert len(counts(purge())) > 2
    assert (everything_stored(), mail.outbox) == (before, [])


def test_each_line_is_a_number_and_what_it_counts(published: CatalogueVersion) -> None:
    dry, done = purge(), purge("--delete")
    assert [line.split()[0] for line in done] == ["0"] * len(done)
    assert dry[:-1] == done


def test_entries_of_the_cache_that_are_over_go_and_others_stay() -> None:
    expired_entry()
    cache.set("new", 1, timeout=1000)
    assert counts(purge("--delete")) == {"entries of the cache that are over": 1}
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM careerquiz_cache ORDER BY cache_key")
        assert cursor.fetchall() == [(":1:new",), (":1:purged",)]


# The mail before the end of an account


@pytest.mark.parametrize("language", ["fr", "en"])
def test_who_is_next_is_told_once_in_their_language(settings: Settings, language: str) -> None:
    settings.BASE_URL, settings.RETENTION_MONTHS = "https://careers.example.org", 24
    ada = unused(language=language)
    assert counts(purge("--delete")) == {"people to tell that their account will be erased in 30 days": 1}
    told = User.objects.get(pk=ada.pk, warned__isnull=False).warned or timezone.now()
    (message,) = mail.outbox
    assert message.to == ["ada@example.org"]
    assert (message.subject.count("\n"), f"/{language}/accounts/login/" in message.body) == (0, True)
    with override(language):
        day = date_format(timezone.localtime(told + timedelta(days=30)))
    assert [part in message.body for part in ("https://careers.example.org/", "24", day)] == [True] * 3
    assert "&" not in message.body
    assert abs(timezone.now() - told) < timedelta(minutes=1)
    assert (counts(purge("--delete")), len(mail.outbox)) == ({}, 1)


def test_who_was_told_thirty_days_ago_goes() -> None:
    unused(warned=timezone.now() - timedelta(days=30))
    assert counts(purge("--delete")) == {"accounts not used for RETENTION_MONTHS, told 30 days ago": 1}
    assert (User.objects.exists(), mail.outbox) == (False, [])


@pytest.mark.parametrize(("late", "told"), [(-1, 1), (0, 1), (1, 0)])
def test_the_mail_comes_thirty_days_before_the_limit(late: int, told: int) -> None:
    now = timezone.now()
    limit = months_before(now + timedelta(days=30), 24) + timedelta(seconds=late)
    User.objects.filter(pk=unused().pk).update(date_joined=limit)
    assert to_be_told(now).count() == told


@pytest.mark.parametrize(
    "fields", [{"is_staff": True}, {"is_superuser": True}, {"warned": timezone.now()}], ids=lambda fields: str(*fields)
)
def test_staff_and_who_knows_are_not_told(fields: dict[str, Any]) -> None:
    unused(**fields)
    assert to_be_told(timezone.now()).count() == 0


def test_an_address_that_nobody_confirmed_is_not_written_to() -> None:
    unused()
    EmailAddress.objects.update(verified=False)
    assert to_be_told(timezone.now()).count() == 0


class Refusing(EmailBackend):
    """A server that refuses one address."""

    def send_messages(self, messages: Any) -> int:
        if messages[0].to == ["ada@example.org"]:
            raise SMTPRecipientsRefused({"ada@example.org": (550, b"unknown")})
        return super().send_messages(messages)


class Away(EmailBackend):
    """A server that goes away."""

    def send_messages(self, messages: Any) -> int:
        raise SMTPServerDisconnected


class Silent(EmailBackend):
    """One that takes nothing, and does not say so."""

    def send_messages(self, messages: Any) -> int:
        return 0


@pytest.mark.parametrize(("backend", "told"), [("Refusing", ["bob@example.org"]), ("Away", []), ("Silent", [])])
def test_who_was_not_reached_is_told_the_next_time(settings: Settings, backend: str, told: list[str]) -> None:
    settings.EMAIL_BACKEND = f"tests.test_purge.{backend}"
    for name in ("ada", "bob"):
        unused(name)
    assert sum(counts(purge("--delete")).values()) == len(told)
    assert [user.email for user in User.objects.filter(warned__isnull=False)] == told
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert sum(counts(purge("--delete")).values()) == 2 - len(told)


def test_what_could_not_be_sent_is_told_to_the_log_without_an_address(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    for backend in ("Refusing", "Away"):
        settings.EMAIL_BACKEND = f"tests.test_purge.{backend}"
        unused("ada" if backend == "Refusing" else "bob")
        purge("--delete")
    said = [record.getMessage() for record in caplog.records if record.name == "assessment.reminders"]
    assert (len(said), [line for line in said if "@" in line]) == (2, [])


# A clock that leapt ahead


def somebody_came(days_ago: float) -> Assessment:
    """The last trace of anybody is an answer so many days ago."""
    assessment, _token = Assessment.objects.start(CatalogueVersion.objects.get(), "devops", "junior", "en")
    then = timezone.now() - timedelta(days=days_ago)
    Assessment.objects.update(started=then, changed=then, link_until=then)
    return assessment


def test_more_than_a_month_after_the_last_time_the_clock_may_be_wrong_and_nothing_is_erased(
    published: CatalogueVersion,
) -> None:
    somebody_came(days_ago=32)
    expired_entry()
    before = everything_stored()
    with pytest.raises(CommandError) as caught:
        purge("--delete")
    assert (str(caught.value).count("\n"), "--although-late" in str(caught.value)) == (0, True)
    assert everything_stored() == before
    assert counts(purge()) != {}


def test_whoever_knows_that_the_clock_is_right_says_so_once(published: CatalogueVersion) -> None:
    somebody_came(days_ago=32)
    assert counts(purge("--delete", "--although-late")) == {"assessments whose link has ended": 1}
    somebody_came(days_ago=32)
    assert counts(purge("--delete")) == {"assessments whose link has ended": 1}


def test_who_comes_while_the_clock_is_wrong_does_not_make_it_right(
    published: CatalogueVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    purge("--delete")
    kept = somebody_came(days_ago=0)
    leap = timezone.now() + timedelta(days=3_650)
    monkeypatch.setattr(timezone, "now", lambda: leap)
    Event.objects.create(what="erase", at=leap)
    with pytest.raises(CommandError):
        purge("--delete")
    assert Assessment.objects.get() == kept


def test_an_event_of_the_log_is_a_trace_too(published: CatalogueVersion) -> None:
    somebody_came(days_ago=32)
    Event.objects.record("erase")
    assert counts(purge("--delete")) == {"assessments whose link has ended": 1}


def test_a_month_is_not_too_late(published: CatalogueVersion) -> None:
    somebody_came(days_ago=30.9)
    assert counts(purge("--delete")) == {"assessments whose link has ended": 1}


# As an operator runs it


def test_it_needs_a_database_and_says_so_in_one_line() -> None:
    status, out, err = manage("purge", "--delete")
    assert (status, out, err.count("\n")) == (1, "", 1)

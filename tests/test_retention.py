"""How long what is kept is kept: a second before its limit it stays, at its limit and after it goes."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import connection
from django.db.models import Model
from django.db.models.signals import post_init
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from assessment import retention
from assessment.models import Assessment, CatalogueVersion, PlanItem, SecondView, Share
from assessment.retention import KINDS, Kind, to_be_told
from profiles.models import Event, User
from tests.planted import plant_assessment

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
TWO_YEARS_AGO = datetime(2024, 11, 23, 10, tzinfo=UTC)
HALF_A_YEAR_AGO = datetime(2026, 5, 23, 10, tzinfo=UTC)
LAST_NOTICE = NOW - timedelta(days=30)


def kind(words: str) -> Kind:
    (found,) = [kind for kind in KINDS if kind.name.startswith(words)]
    return found


def sitting(version: CatalogueVersion, changed: datetime = NOW, **fields: Any) -> Assessment:
    assessment, _token = Assessment.objects.start(version, "devops", "confirmed", "en", owner=fields.pop("owner", None))
    Assessment.objects.filter(pk=assessment.pk).update(started=min(changed, NOW), changed=changed, **fields)
    return assessment


def user(name: str = "ada", verified: bool = True, **fields: Any) -> User:
    """Somebody who signed up long ago, and did nothing since."""
    found = User.objects.create_user(
        f"{name}@example.org", **{"date_joined": LONG_AGO, "last_login": LONG_AGO} | fields
    )
    EmailAddress.objects.create(user=found, email=found.email, verified=verified, primary=True)
    return found


Made = Callable[[CatalogueVersion, datetime], Model]


def ended_link(version: CatalogueVersion, at: datetime) -> Model:
    return sitting(version, link_until=at)


def untouched(version: CatalogueVersion, at: datetime) -> Model:
    return sitting(version, changed=at, link_until=NOW + DAY)


def told_and_unused(version: CatalogueVersion, at: datetime) -> Model:
    return user(last_login=at, warned=LAST_NOTICE)


def told_and_joined(version: CatalogueVersion, at: datetime) -> Model:
    return user(last_login=None, date_joined=at, warned=LAST_NOTICE)


def told_and_answered(version: CatalogueVersion, at: datetime) -> Model:
    found = user(warned=LAST_NOTICE)
    sitting(version, changed=LONG_AGO, owner=found)
    sitting(version, changed=at, owner=found)
    return found


def told(version: CatalogueVersion, at: datetime) -> Model:
    return user(warned=at)


def never_confirmed(version: CatalogueVersion, at: datetime) -> Model:
    return user(verified=False, last_login=None, date_joined=at)


def unanswered(version: CatalogueVersion, at: datetime) -> Model:
    return SecondView.objects.create(
        assessment=sitting(version), name="Bob", asker="Ada", made=LONG_AGO, until=at, token_sha256="x"
    )


def ended_share(version: CatalogueVersion, at: datetime) -> Model:
    return Share.objects.create(assessment=sitting(version), name="Bob", made=LONG_AGO, until=at, token_sha256="x")


def event(version: CatalogueVersion, at: datetime) -> Model:
    return Event.objects.create(at=at, what="sign-in")


def session(version: CatalogueVersion, at: datetime) -> Model:
    return Session.objects.create(session_key="x", session_data="x", expire_date=at)


def listed(version: CatalogueVersion, at: datetime) -> Model:
    session(version, at)
    found: Model = UserSession.objects.create(user=user(), ip="192.0.2.1", session_key="x", user_agent="x")
    return found


@pytest.mark.parametrize(
    "case",
    [
        ("assessments whose", ended_link, NOW),
        ("assessments of nobody", untouched, TWO_YEARS_AGO),
        ("accounts not used", told_and_unused, TWO_YEARS_AGO),
        ("accounts not used", told_and_joined, TWO_YEARS_AGO),
        ("accounts not used", told_and_answered, TWO_YEARS_AGO),
        ("accounts not used", told, LAST_NOTICE),
        ("accounts never confirmed", never_confirmed, NOW - timedelta(days=7)),
        ("invitations", unanswered, LAST_NOTICE),
        ("links to reports", ended_share, LAST_NOTICE),
        ("events", event, HALF_A_YEAR_AGO),
        ("sessions", session, NOW),
        ("entries of the list", listed, NOW),
    ],
    ids=lambda case: case[1].__name__,
)
@pytest.mark.parametrize(("late", "goes"), [(-SECOND, True), (timedelta(), True), (SECOND, False)], ids=str)
def test_at_its_limit_it_goes_and_a_second_before_it_stays(
    published: CatalogueVersion, case: tuple[str, Made, datetime], late: timedelta, goes: bool
) -> None:
    words, make, limit = case
    found = kind(words)
    row = make(published, limit + late)
    assert found.count(NOW) == goes
    assert found.purge(NOW) == goes
    assert type(row)._base_manager.filter(pk=row.pk).exists() != goes
    assert found.purge(NOW) == 0


def test_the_months_are_a_setting(published: CatalogueVersion, settings: Settings) -> None:
    settings.RETENTION_MONTHS, settings.LOG_MONTHS = 6, 24
    sitting(published, changed=HALF_A_YEAR_AGO, link_until=NOW + DAY)
    event(published, HALF_A_YEAR_AGO)
    assert [kind(words).count(NOW) for words in ("assessments of nobody", "events")] == [1, 0]


def test_what_is_in_an_account_stays_as_long_as_the_account(published: CatalogueVersion) -> None:
    mine = sitting(published, changed=LONG_AGO, owner=user())
    for each in KINDS:
        each.purge(NOW)
    assert Assessment.objects.filter(pk=mine.pk).exists()


def test_an_account_goes_with_all_it_owns_and_others_stay(published: CatalogueVersion) -> None:
    plant_assessment(published, owner=user(warned=LAST_NOTICE), token_sha256=None, started=LONG_AGO, changed=LONG_AGO)
    other = user("bob", last_login=NOW)
    sitting(published, changed=LONG_AGO, owner=other)
    assert kind("accounts not used").purge(NOW) == 1
    assert list(User.objects.all()) == [other]
    assert (Assessment.objects.count(), PlanItem.objects.count(), Share.objects.count()) == (1, 0, 0)
    assert [(event.what, event.who) for event in Event.objects.all()] == [("erase", None)]


@pytest.mark.parametrize(
    "fields",
    [
        {"warned": None},
        {"warned": LAST_NOTICE, "is_staff": True},
        {"warned": LAST_NOTICE, "is_superuser": True},
        {"warned": datetime(2023, 1, 1, tzinfo=UTC), "last_login": datetime(2024, 1, 1, tzinfo=UTC)},
        {"warned": datetime(2023, 1, 1, tzinfo=UTC), "last_login": datetime(2023, 1, 1, tzinfo=UTC)},
        {
            "warned": datetime(2023, 1, 1, tzinfo=UTC),
            "date_joined": datetime(2023, 1, 1, tzinfo=UTC),
            "last_login": None,
        },
    ],
    ids=str,
)
def test_nobody_is_erased_who_was_not_told_or_came_back_since_or_is_staff(fields: dict[str, Any]) -> None:
    user(**fields)
    assert kind("accounts not used").purge(NOW) == 0
    assert User.objects.exists()


def test_who_answered_since_they_were_told_came_back(published: CatalogueVersion) -> None:
    told = datetime(2023, 1, 1, tzinfo=UTC)
    sitting(published, changed=told, owner=user(warned=told))
    assert (kind("accounts not used").count(NOW), to_be_told(NOW).count()) == (0, 1)


@pytest.mark.parametrize(("fields", "stays"), [({"is_staff": True}, True), ({"verified": True}, True), ({}, False)])
def test_an_account_that_staff_made_or_somebody_confirmed_is_no_leftover(fields: dict[str, Any], stays: bool) -> None:
    user(**{"verified": False, "last_login": None} | fields)
    kind("accounts never confirmed").purge(NOW)
    assert User.objects.exists() == stays


def test_what_others_began_and_never_finished_goes_and_what_they_said_stays(published: CatalogueVersion) -> None:
    made: dict[str, Any] = {"assessment": sitting(published), "asker": "Ada", "made": LONG_AGO, "until": LAST_NOTICE}
    begun = SecondView.objects.create(**made, named=True, rater_name="Bob", token_sha256="1")
    said = SecondView.objects.create(**made, named=True, rater_name="Eve", token_sha256="2", finished=LONG_AGO)
    assert kind("invitations").purge(NOW) == 1
    assert list(SecondView.objects.all()) == [said]
    assert begun.pk != said.pk


def test_many_go_in_batches_without_their_answers_being_read(
    published: CatalogueVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "BATCH", 10)
    old = {"version": published, "language": "en", "started": LONG_AGO, "changed": LONG_AGO}
    Assessment.objects.bulk_create(Assessment(role="devops", grade="junior", **old) for _ in range(24))
    plant_assessment(published, token_sha256=None, started=LONG_AGO, changed=LONG_AGO)
    read: list[Model] = []

    def note(sender: type[Model], instance: Model, **kwargs: Any) -> None:
        read.append(instance)

    post_init.connect(note)
    with CaptureQueriesContext(connection) as found:
        assert kind("assessments of nobody").purge(NOW) == 25
    post_init.disconnect(note)
    with_answers = [row for row in read if {"answers", "notes"} & set(vars(row))]
    assert (len(read) > 25, with_answers) == (True, [])
    assert sum('DELETE FROM "assessment_assessment"' in query["sql"] for query in found) == 3
    assert not Assessment.objects.exists()

"""`manage.py events`: what the log says, and what in it somebody should look at.

Logs that detect nothing were one of the grievances of the CNIL in SAN-2026-003.
"""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from profiles.alarms import RULES, Window, alarms
from profiles.models import Event, User
from tests.processes import manage

pytestmark = pytest.mark.django_db

NOW = timezone.now()
HOUR = timedelta(hours=1)


def user(name: str) -> User:
    return User.objects.create_user(f"{name}@example.org")


def events(what: str, number: int, span: timedelta = timedelta(minutes=30), **fields: Any) -> None:
    """So many of one kind, evenly within a while that has just ended."""
    step = span / max(1, number - 1)
    Event.objects.bulk_create(
        Event(what=what, at=NOW - step * index, **{name: _one(value, index) for name, value in fields.items()})
        for index in range(number)
    )


def _one(value: Any, index: int) -> Any:
    return value[index % len(value)] if isinstance(value, list) else value


def said(**options: Any) -> tuple[list[str], list[str]]:
    """What the command prints, and of what it says it is an alarm."""
    out = StringIO()
    try:
        call_command("events", stdout=out, **options)
    except CommandError as error:
        return out.getvalue().splitlines(), str(error).splitlines()
    return out.getvalue().splitlines(), []


def test_events_are_counted_by_kind() -> None:
    events("sign-in", 3)
    events("data", 1)
    events("export", 1, span=timedelta(0))
    Event.objects.create(what="export", at=NOW - 25 * HOUR)
    assert said() == (["1 data", "1 export", "3 sign-in"], [])
    assert said(hours=26)[0] == ["1 data", "2 export", "3 sign-in"]


def test_how_far_to_look_back_is_said_on_the_command_line() -> None:
    Event.objects.create(what="export", at=NOW - 25 * HOUR)
    out = StringIO()
    call_command("events", "--hours=26", stdout=out)
    assert out.getvalue() == "1 export\n"


def test_of_a_quiet_day_nothing_is_said() -> None:
    assert said() == ([], [])


@pytest.mark.parametrize(("number", "alarmed"), [(100, 0), (101, 1)])
@pytest.mark.parametrize("what", ["sign-in-refused", "factor-refused"])
def test_more_than_a_hundred_refusals_in_an_hour(number: int, alarmed: int, what: str) -> None:
    events(what, number)
    assert len(said()[1]) == alarmed


def test_refusals_over_more_than_an_hour_are_no_alarm() -> None:
    events("sign-in-refused", 150, span=2 * HOUR)
    assert said()[1] == []


def test_any_account_that_is_blocked() -> None:
    ada = user("ada")
    events("sign-in-blocked", 2, about=ada)
    (line,) = said()[1]
    assert (line.startswith("ALARM: 2 "), str(ada.uuid) in line) == (True, True)


@pytest.mark.parametrize(("accounts", "alarmed"), [(4, 0), (5, 1)])
def test_one_address_refused_at_five_accounts(accounts: int, alarmed: int) -> None:
    people = [user(str(index)) for index in range(accounts)]
    events("sign-in-refused", 2 * accounts, about=people, address="192.0.2.1")
    events("sign-in-refused", accounts, about=people, address=[f"192.0.2.{index}" for index in range(10, 20)])
    events("sign-in-refused", 9, address="192.0.2.2")  # at accounts that there are not
    Event.objects.create(what="sign-in-refused", at=NOW - 30 * HOUR, about=people[0], address="192.0.2.1")
    lines = said()[1]
    assert (len(lines), "192.0.2.1" in "".join(lines)) == (alarmed, bool(alarmed))


@pytest.mark.parametrize(("people", "alarmed"), [(50, 0), (51, 1)])
def test_one_of_the_staff_who_looks_at_more_than_fifty_people(people: int, alarmed: int) -> None:
    root, other = user("root"), user("other")
    looked_at = [User(email=f"{index}@example.org") for index in range(people)]
    User.objects.bulk_create(looked_at)
    events("looked", 2 * people, span=20 * HOUR, who=root, about=looked_at)
    events("looked", 90, span=20 * HOUR, who=other, about=looked_at[:9])
    lines = said()[1]
    assert (len(lines), str(root.uuid) in "".join(lines)) == (alarmed, bool(alarmed))


@pytest.mark.parametrize(("number", "alarmed"), [(20, 0), (21, 1)])
def test_one_person_who_exports_more_than_twenty_times(number: int, alarmed: int) -> None:
    ada = user("ada")
    events("export", number, span=23 * HOUR, who=ada)
    events("export", number - 1, span=23 * HOUR, who=user("bob"))
    assert len(said()[1]) == alarmed


def test_any_change_of_rights() -> None:
    events("rights", 1, who=user("root"), about=user("ada"))
    assert len(said()[1]) == 1


def test_what_led_to_an_alarm_may_be_older_and_what_was_told_is_not_told_again() -> None:
    ada = user("ada")
    events("export", 21, span=20 * HOUR, who=ada)
    assert len(list(alarms(NOW - HOUR))) == 1  # the last of them ended a day of too many
    assert list(alarms(NOW)) == []


def test_what_is_far_apart_is_not_counted_together() -> None:
    events("export", 60, span=timedelta(days=10), who=user("ada"))
    assert said(hours=24 * 11)[1] == []


def test_ten_thousand_refused_sign_ins_set_the_alarm_off(client: Client) -> None:
    """By the site's own pages a few are enough to be noticed: an account is blocked after ten."""
    ada = user("ada")
    for _ in range(11):
        client.post("/en/accounts/login/", {"login": ada.email, "password": "wrong"})
    printed, alarmed = said()
    assert ("10 sign-in-refused" in printed, len(alarmed)) == (True, 1)


def test_every_rule_is_about_kinds_that_there_are() -> None:
    kinds = {kind for rule in RULES for kind in rule.kinds}
    assert kinds <= set(dict(Event._meta.get_field("what").flatchoices))


@pytest.mark.parametrize("hours", ["0", "-1", "x", "1.5", "99999", "٣", "1" * 5000])
def test_a_wrong_number_of_hours_is_wrong_usage(hours: str) -> None:
    with pytest.raises(CommandError) as caught:
        call_command("events", f"--hours={hours}")
    assert "--hours" in str(caught.value)


def test_it_needs_a_database_and_says_so_in_one_line() -> None:
    status, out, err = manage("events")
    assert (status, out, err.count("\n")) == (1, "", 1)


def test_what_was_seen_twice_is_forgotten_once_both_are_old() -> None:
    window, minute = Window(HOUR), timedelta(minutes=1)
    seen = [(0, "a"), (30, "a"), (70, "b"), (90, "c"), (100, None)]
    assert [window.add(NOW + minutes * minute, word) for minutes, word in seen] == [1, 1, 2, 2, 2]

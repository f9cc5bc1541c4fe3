"""Passkeys: added, asked for as a second factor, enough alone, renamed, removed; and what no browser ever sends."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.exceptions import ValidationError
from django.http import HttpResponseBase
from django.test import Client, override_settings
from fido2.utils import websafe_encode

from profiles.credentials import CredentialField, new_credential, used_credential
from profiles.models import Event
from tests.people import read
from tests.profiles.accounts import ADA, is_signed_in, make, prove, sign_in, signed_in
from tests.profiles.authenticator import (
    PRESENT,
    SIGN_IN_BY_KEY,
    Credential,
    Flag,
    Key,
    add,
    client_data,
    options_on,
    options_to_sign_in,
    send,
    swollen,
)
from tests.profiles.entrance import AUTHENTICATE, CODES, FACTORS, PASSKEYS, with_app

pytestmark = pytest.mark.django_db
ADD, AGAIN = f"{PASSKEYS}add/", f"{PASSKEYS}reauthenticate/"
BOB = "bob@example.org"


@pytest.fixture
def key() -> Key:
    return Key()


@pytest.fixture
def owner(key: Key) -> Client:
    """A browser in which Ada is signed in and has just added her key."""
    make()
    client = signed_in()
    prove(client)
    assert add(client, key).headers["Location"] == CODES
    return client


def names() -> list[str]:
    return [row.wrap().name for row in Authenticator.objects.filter(type="webauthn").order_by("pk")]


def events(what: str) -> list[tuple[str | None, str | None]]:
    return list(Event.objects.filter(what=what).order_by("pk").values_list("who__email", "about__email"))


def alerts(response: HttpResponseBase) -> list[str]:
    return [found.words for found in read(response).each("p", role="alert")]


def page_of(name: str, page: str) -> str:
    found = {row.wrap().name: row.pk for row in Authenticator.objects.filter(type="webauthn")}
    return f"{PASSKEYS}{found[name]}/{page}/"


# Adding


def test_a_passkey_is_added_under_its_name_with_recovery_codes(owner: Client) -> None:
    assert names() == ["My key"]
    assert set(Authenticator.objects.values_list("type", flat=True)) == {"webauthn", "recovery_codes"}
    assert "My key" in read(owner.get(FACTORS)).the("section", aria_labelledby="passkeys").words


def test_adding_one_asks_for_the_password_once_more() -> None:
    make()
    client = signed_in()
    assert client.get(ADD).headers["Location"] == f"/en/accounts/reauthenticate/?next={ADD}"
    assert send(client, ADD, {}).headers["Location"] == f"/en/accounts/reauthenticate/?next={ADD}"


def test_who_adds_one_is_told_by_mail_and_the_log_knows(owner: Client) -> None:
    assert mail.outbox[-1].to == [ADA]
    assert (ADA, None) in events("factor")


def test_the_options_ask_that_the_person_is_verified_and_name_the_site(owner: Client, key: Key) -> None:
    asked = options_on(owner.get(ADD))["creation_options"]["publicKey"]
    assert asked["rp"] == {"id": "testserver", "name": "careerquiz"}
    assert asked["authenticatorSelection"]["userVerification"] == "required"
    assert [one["id"] for one in asked["excludeCredentials"]] == [websafe_encode(key.number)]
    assert len(asked["challenge"]) >= 43


def test_no_page_about_passkeys_breaks_the_policy(owner: Client) -> None:
    for address in (ADD, FACTORS, page_of("My key", "edit"), page_of("My key", "remove"), AGAIN):
        page = read(owner.get(address))
        for script in page.each("script"):
            assert script.attributes.get("src", "").startswith("/static/") or script.attributes["type"] == (
                "application/json"
            )


def test_a_passkey_without_a_name_gets_one(key: Key) -> None:
    make()
    client = signed_in()
    prove(client)
    add(client, key, name="")
    assert names() == ["Passkey 1"]


@pytest.mark.parametrize("name", ["x" * 81, "two\nlines", "nul\x00", "two\u2028lines"], ids=ascii)
def test_a_name_that_is_none_is_refused(owner: Client, name: str) -> None:
    other = Key(b"another")
    response = send(owner, ADD, other.make(options_on(owner.get(ADD))), name=name)
    assert alerts(response) != []
    assert owner.post(page_of("My key", "edit"), {"name": name}).status_code == 200
    assert names() == ["My key"]


Change = Callable[[Key, dict[str, Any]], Credential]


def of_another_challenge(key: Key, options: dict[str, Any]) -> Credential:
    options["creation_options"]["publicKey"]["challenge"] = websafe_encode(b"x" * 32)
    return key.make(options)


MADE_WRONG: dict[str, Change] = {
    "for another challenge": of_another_challenge,
    "for another site": lambda key, options: Key(host="evil.example").make(options),
    "for signing in": lambda key, options: key.make(options, type="webauthn.get"),
    "without a look at the person": lambda key, options: Key(flags=PRESENT).make(options),
    "without presence": lambda key, options: Key(flags=Flag(0)).make(options),
}


@pytest.mark.parametrize("wrong", MADE_WRONG)
def test_what_was_made_wrong_is_not_added(key: Key, wrong: str) -> None:
    make()
    client = signed_in()
    prove(client)
    credential = MADE_WRONG[wrong](key, options_on(client.get(ADD)))
    assert alerts(send(client, ADD, credential)) != []
    assert names() == []


def test_an_answer_counts_once(owner: Client) -> None:
    other = Key(b"another")
    credential = other.make(options_on(owner.get(ADD)))
    assert send(owner, ADD, credential, name="One").status_code == 302
    assert alerts(send(owner, ADD, credential, name="Two")) != []
    assert names() == ["My key", "One"]


@override_settings(MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN=False)
@pytest.mark.parametrize("origin", ["https://evil.example", "https://testserver.evil.example", "http://testserver"])
def test_served_by_https_an_answer_of_another_origin_is_refused(key: Key, origin: str) -> None:
    make()
    client = signed_in()
    prove(client)
    credential = key.make(options_on(client.get(ADD)), origin=origin)
    assert alerts(send(client, ADD, credential)) != []
    credential = key.make(options_on(client.get(ADD)), origin="https://testserver")
    assert send(client, ADD, credential).status_code == 302


def test_nothing_is_kept_of_an_answer_but_what_is_needed(key: Key) -> None:
    make()
    client = signed_in()
    prove(client)
    credential = key.make(options_on(client.get(ADD))) | {"more": "\x00\ud800", "clientExtensionResults": {"x": 1}}
    assert send(client, ADD, credential).status_code == 302
    kept = Authenticator.objects.get(type="webauthn").data["credential"]
    assert set(kept) == {"id", "rawId", "type", "response", "clientExtensionResults"}
    assert set(kept["response"]) == {"clientDataJSON", "attestationObject"}


# As a second factor


def step(client: Client, key: Key, **said: Any) -> HttpResponseBase:
    """The second step of signing in, by a key."""
    return send(client, AUTHENTICATE, key.use(options_on(client.get(AUTHENTICATE)), **said))


def test_it_is_asked_for_after_the_password(owner: Client, key: Key) -> None:
    client = Client()
    assert sign_in(client).headers["Location"] == AUTHENTICATE
    assert step(client, key).status_code == 302
    assert is_signed_in(client)


def test_a_key_that_is_not_theirs_is_refused_and_in_the_log(owner: Client, key: Key) -> None:
    client = Client()
    sign_in(client)
    for wrong in (Key(), Key(key.number), Key(b"unknown", key.secret)):
        assert alerts(step(client, wrong)) != []
    assert alerts(step(client, key, challenge="AAAA")) != []
    assert not is_signed_in(client)
    assert events("factor-refused") == [(ADA, None)] * 4


def test_after_ten_wrong_answers_a_right_one_is_refused_too(owner: Client, key: Key) -> None:
    client = Client()
    sign_in(client)
    for number in range(10):
        client.defaults["REMOTE_ADDR"] = f"192.0.2.{number}"
        step(client, Key())
    assert alerts(step(client, key)) != []
    assert not is_signed_in(client)
    assert events("sign-in-blocked") == [(None, ADA)]


def test_who_has_only_an_app_is_not_asked_for_a_passkey() -> None:
    with_app()
    client = Client()
    sign_in(client)
    assert read(client.get(AUTHENTICATE)).each("form", data_passkey="use") == []


def test_without_javascript_no_button_does_nothing(owner: Client) -> None:
    client = Client()
    sign_in(client)
    page = read(client.get(AUTHENTICATE))
    form = page.the("form", data_passkey="use")
    assert ["hidden" in button.attributes for button in form.each("button")] == [True]
    assert form.the("noscript").words
    assert page.the("form", aria_labelledby="by-code").each("button") != []


# Alone


def test_it_signs_in_alone_and_leads_on(owner: Client, key: Key) -> None:
    client = Client()
    credential = key.use(options_to_sign_in(client))
    response = send(client, SIGN_IN_BY_KEY, credential, next="/en/accounts/sessions/")
    assert (response.status_code, response.headers["Location"]) == (302, "/en/accounts/sessions/")
    assert is_signed_in(client)
    assert events("sign-in")[-1] == (ADA, None)


@pytest.mark.parametrize("onward", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_it_leads_to_no_other_site(owner: Client, key: Key, onward: str) -> None:
    client = Client()
    response = send(client, SIGN_IN_BY_KEY, key.use(options_to_sign_in(client)), next=onward)
    assert response.headers["Location"] == "/en/assessments/"


def test_the_sign_in_page_offers_it_to_browsers_with_a_script() -> None:
    page = read(Client().get("/en/accounts/login/?next=/admin/"))
    form = page.the("form", data_passkey="use")
    assert form.attributes["action"] == form.attributes["data-options"] == SIGN_IN_BY_KEY
    assert form.the("input", name="next").attributes["value"] == "/admin/"
    assert "hidden" in form.the("button").attributes


def test_a_key_that_did_not_look_at_the_person_is_not_enough_alone(owner: Client, key: Key) -> None:
    key.flags = PRESENT
    client = Client()
    assert send(client, SIGN_IN_BY_KEY, key.use(options_to_sign_in(client))).status_code == 302
    assert not is_signed_in(client)


def test_a_refusal_is_told_on_the_sign_in_page_and_in_the_log(owner: Client, key: Key) -> None:
    client = Client()
    response = send(client, SIGN_IN_BY_KEY, Key().use(options_to_sign_in(client)), next="/admin/")
    assert response.headers["Location"] == "/en/accounts/login/?next=%2Fadmin%2F"
    assert [found.words for found in read(client.get(response.headers["Location"])).each("p", class_="panel")] != []
    assert events("sign-in-refused") == [(None, None)]


def test_a_key_signs_in_nobody_but_its_owner(owner: Client, key: Key) -> None:
    from allauth.account.utils import user_pk_to_url_str

    bob = make(BOB)
    key.owner = websafe_encode(user_pk_to_url_str(bob).encode())
    client = Client()
    send(client, SIGN_IN_BY_KEY, key.use(options_to_sign_in(client)))
    assert not is_signed_in(client)


def test_an_answer_signs_in_once_and_in_one_browser(owner: Client, key: Key) -> None:
    client, thief = Client(), Client()
    credential = key.use(options_to_sign_in(client))
    options_to_sign_in(thief)
    for other in (thief, Client()):
        send(other, SIGN_IN_BY_KEY, credential)
        assert not is_signed_in(other)
    send(client, SIGN_IN_BY_KEY, credential)
    assert is_signed_in(client)


def test_an_account_that_is_closed_stays_closed(owner: Client, key: Key) -> None:
    from profiles.models import User

    User.objects.update(is_active=False)
    client = Client()
    assert send(client, SIGN_IN_BY_KEY, key.use(options_to_sign_in(client))).headers["Location"] == (
        "/en/accounts/inactive/"
    )
    assert not is_signed_in(client)


# Proving it once more


def test_it_proves_who_one_is_once_more(owner: Client, key: Key) -> None:
    client = Client()
    send(client, SIGN_IN_BY_KEY, key.use(options_to_sign_in(client)))
    assert client.get(ADD).status_code == 302
    address = f"{AGAIN}?next={ADD}"
    assert send(client, address, key.use(options_on(client.get(address)))).headers["Location"] == ADD
    assert client.get(ADD).status_code == 200


def test_another_key_does_not(owner: Client, key: Key) -> None:
    client = Client()
    send(client, SIGN_IN_BY_KEY, key.use(options_to_sign_in(client)))
    address = f"{AGAIN}?next={ADD}"
    response = send(client, address, Key().use(options_on(client.get(address))))
    assert response.headers["Location"].startswith(f"{AGAIN}?next=")
    assert client.get(ADD).status_code == 302


# Renaming and removing


def test_it_is_renamed(owner: Client) -> None:
    assert owner.get(page_of("My key", "edit")).status_code == 200
    assert owner.post(page_of("My key", "edit"), {"name": "Blue key"}).status_code == 302
    assert names() == ["Blue key"]
    assert owner.get(PASSKEYS).headers["Location"] == FACTORS


def test_it_is_removed_and_signs_in_no_more(owner: Client, key: Key) -> None:
    address = page_of("My key", "remove")
    assert owner.get(address).status_code == 200
    assert names() == ["My key"]
    mail.outbox.clear()
    assert owner.post(address).headers["Location"] == FACTORS
    assert Authenticator.objects.count() == 0
    assert [told.to for told in mail.outbox] == [[ADA]]
    client = Client()
    send(client, SIGN_IN_BY_KEY, key.use(options_to_sign_in(client)))
    assert not is_signed_in(client)


def test_staff_keep_their_last_factor_and_may_remove_one_of_two() -> None:
    make(is_staff=True)
    client = signed_in()
    prove(client)
    add(client, Key(), "One")
    address = page_of("One", "remove")
    page = read(client.get(address))
    assert (page.the("p", class_="alert").words != "", page.the("main").each("form")) == (True, [])
    assert [client.post(address).status_code, client.delete(address).status_code] == [200, 405]
    assert names() == ["One"]
    add(client, Key(b"two"), "Two")
    assert client.post(address).status_code == 302
    assert names() == ["Two"]


def test_a_stranger_finds_no_passkey_of_somebody_else(owner: Client) -> None:
    make(BOB)
    bob = signed_in(BOB)
    prove(bob)
    addresses = [page_of("My key", page) for page in ("edit", "remove")]
    assert [bob.get(address).status_code for address in addresses] == [404, 404]
    assert [bob.post(address, {"name": "Mine"}).status_code for address in addresses] == [404, 404]
    assert names() == ["My key"]


# What no browser sends

DEEP = "[" * 10_000 + "]" * 10_000
VALID = Key().use({"request_options": {"publicKey": {"challenge": "AAAA"}}})


def changed(part: str, value: Any) -> str:
    """A right answer but for one part."""
    answer: dict[str, Any] = json.loads(json.dumps(VALID))
    if part in answer:
        answer[part] = value
    else:
        answer["response"][part] = value
    return json.dumps(answer)


def told(**said: Any) -> str:
    return changed("clientDataJSON", websafe_encode(client_data("webauthn.get", "AAAA", **said)))


def made(data: bytes) -> str:
    answer = Key().credential(clientDataJSON=client_data("webauthn.create", "AAAA"), attestationObject=data)
    return json.dumps(answer)


STRANGE = [None, 5, 10**12, 1.5, True, [], [1], [10**9], {}, {"a": 1}, "", "=", "*", "é", "A", "\x00", "\ud800"]
HOSTILE = {
    "empty": "",
    "no JSON": "{",
    "null": "null",
    "a number": "1",
    "a long number": "1" * 5_000,
    "NaN": "NaN",
    "NaN inside": '{"rawId": NaN}',
    "infinity": "1e999",
    "a text": '"x"',
    "an array": "[]",
    "an object": "{}",
    "deep": DEEP,
    "deep inside": '{"rawId": "AA", "response": ' + "[" * 5_000 + "]" * 5_000 + "}",
    "long": '{"rawId": "' + "A" * 30_000 + '"}',
    "a response that is a list": '{"rawId": "AA", "response": []}',
    "a NUL": "\x00",
    "deep in what the browser said": changed("clientDataJSON", websafe_encode(b"[" * 5_000 + b"]" * 5_000)),
    "what the browser said as an array": changed("clientDataJSON", websafe_encode(b"[]")),
    "what the browser said in UTF-16": changed(
        "clientDataJSON", websafe_encode('{"type":"webauthn.get","challenge":5,"origin":"x"}'.encode("utf-16"))
    ),
    "attestation: nothing": made(b""),
    "attestation: no map": made(b"\x01"),
    "attestation: deep": made(b"\x81" * 5_000),
    "attestation: endless": made(b"\x9b" + b"\xff" * 8),
    "attestation: swollen": made(swollen(10**12)),
    "attestation: short": made(b"\xa3\x63fmt"),
    **{f"{part}: {value!r}": changed(part, value) for part in ("rawId", "response") for value in STRANGE},
    **{f"{part}: {value!r}": changed(part, value) for part in VALID["response"] for value in STRANGE},
    **{f"challenge: {value!r}": told(challenge=value) for value in STRANGE},
    **{f"origin: {value!r}": told(origin=value) for value in STRANGE},
    **{f"type: {value!r}": told(type=value) for value in STRANGE},
}


def shape_of(text: str, field: CredentialField) -> object:
    """What the field makes of it: nothing, or a credential of texts; anything else fails."""
    try:
        found = field.clean(text)
    except ValidationError:
        return None
    return {type(value) for value in [found["rawId"], *found["response"].values()]}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=map(ascii, HOSTILE))
def test_whatever_is_sent_it_becomes_texts_or_is_refused(text: str) -> None:
    assert shape_of(text, new_credential()) is None
    assert shape_of(text, used_credential()) in (None, {str})


REFUSED = ["empty", "null", "a long number", "NaN inside", "an array", "deep", "long", "challenge: 1000000000000"]
REFUSED += ["deep in what the browser said", "attestation: swollen", "attestation: deep", "userHandle: '\\x00'"]


@pytest.mark.parametrize("name", REFUSED)
def test_what_no_browser_sends_is_refused_kindly_everywhere(owner: Client, name: str) -> None:
    data = {"credential": HOSTILE[name], "name": "x"}
    assert alerts(owner.post(ADD, data)) != []
    assert owner.post(AGAIN, data).status_code == 302
    alone = Client()
    options_to_sign_in(alone)
    assert alone.post(SIGN_IN_BY_KEY, data).headers["Location"] == "/en/accounts/login/"
    second = Client()
    sign_in(second)
    second.get(AUTHENTICATE)
    assert alerts(second.post(AUTHENTICATE, data)) != []
    assert (is_signed_in(alone), is_signed_in(second), names()) == (False, False, ["My key"])


def test_an_answer_to_nothing_that_was_asked_is_refused(owner: Client, key: Key) -> None:
    credential = key.use(options_to_sign_in(Client()))
    assert send(Client(), SIGN_IN_BY_KEY, credential).headers["Location"] == "/en/accounts/login/"


@pytest.mark.parametrize("handle", ["AAAA", "", None, websafe_encode(b"zzzzzzzzzzzz"), websafe_encode("é".encode())])
def test_an_answer_that_names_nobody_is_refused(owner: Client, key: Key, handle: str | None) -> None:
    client = Client()
    credential = key.use(options_to_sign_in(client))
    credential["response"]["userHandle"] = handle
    assert send(client, SIGN_IN_BY_KEY, credential).headers["Location"] == "/en/accounts/login/"
    assert not is_signed_in(client)


def test_a_signed_in_person_is_led_on_and_asks_for_nothing(owner: Client) -> None:
    assert owner.get(SIGN_IN_BY_KEY).status_code == 302


def test_asking_again_and_again_from_one_address_ends() -> None:
    client = Client()
    found = [client.post(SIGN_IN_BY_KEY, {"credential": "{}"}).status_code for _ in range(21)]
    assert found == [302] * 20 + [429]
    assert client.get(SIGN_IN_BY_KEY).status_code == 429  # each asking makes a session
    assert events("sign-in-refused") == [(None, None)] * 20

"""What a browser sends of a passkey: JSON, of which nothing is believed before its shape is known."""

import json
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

from cryptography.exceptions import UnsupportedAlgorithm
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from fido2 import cbor
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import AuthenticationResponse, RegistrationResponse

MOST_CHARACTERS = 20_000
REFUSED = _("This passkey could not be used. Please try again, or choose another way.")
# What the parsers of fido2 raise, each in its own way, when they are given what no browser sends.
MALFORMED = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RecursionError,
    TypeError,
    UnsupportedAlgorithm,
    ValueError,
    struct.error,
)


@contextmanager
def readable() -> Iterator[None]:
    """Turns what goes wrong with a passkey into the one sentence that helps. Raises ValidationError."""
    try:
        yield
    except (ValidationError, *MALFORMED) as error:
        raise ValidationError(REFUSED, code="passkey") from error


class CredentialField(forms.Field):
    """A passkey's answer: a dict of what the server needs of it, rewritten, so that nothing else is ever kept."""

    widget = forms.HiddenInput
    default_error_messages = {"required": REFUSED}

    def __init__(self, shape: type[RegistrationResponse | AuthenticationResponse], *parts: str) -> None:
        super().__init__()
        self.shape, self.parts = shape, parts

    def to_python(self, value: str | None) -> dict[str, Any] | None:
        """Read it. Raises ValidationError."""
        if not value:
            return None
        with readable():
            return self.read(value)

    def read(self, text: str) -> dict[str, Any]:
        """The same. Raises one of MALFORMED."""
        if len(text) > MOST_CHARACTERS:
            raise ValueError
        sent = json.loads(text, parse_constant=_refuse)
        number = websafe_encode(_bytes(sent["rawId"]))
        answer = {part: _bytes(sent["response"][part]) for part in self.parts if sent["response"].get(part) is not None}
        _check(answer)
        credential = {
            "id": number,
            "rawId": number,
            "type": "public-key",
            "response": {part: websafe_encode(data) for part, data in answer.items()},
            "clientExtensionResults": {},
        }
        self.shape.from_dict(credential)
        return credential


def _bytes(text: Any) -> bytes:
    if not isinstance(text, str):
        raise TypeError
    return websafe_decode(text)


def _check(answer: dict[str, bytes]) -> None:
    """Raises TypeError where fido2 would take a number for a length, and fill the memory with as many zeros."""
    told = json.loads(answer["clientDataJSON"].decode())
    made: Any = cbor.decode(answer["attestationObject"]) if "attestationObject" in answer else {"authData": b""}
    if not isinstance(told["challenge"], str) or not isinstance(made["authData"], bytes):
        raise TypeError


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def new_credential() -> CredentialField:
    """What a browser answers when it makes a passkey."""
    return CredentialField(RegistrationResponse, "clientDataJSON", "attestationObject")


def used_credential() -> CredentialField:
    """What it answers when one is used."""
    return CredentialField(AuthenticationResponse, "clientDataJSON", "authenticatorData", "signature", "userHandle")

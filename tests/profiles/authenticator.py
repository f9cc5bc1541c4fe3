"""A security key in software: what a browser and its key answer to the options of a page."""

import json
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from django.http import HttpResponseBase
from django.test import Client
from fido2 import cbor
from fido2.cose import ES256
from fido2.utils import sha256, websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData

from tests.people import read
from tests.profiles.entrance import PASSKEYS

Flag = AuthenticatorData.FLAG
HOST, ORIGIN = "testserver", "http://testserver"
PRESENT, VERIFIED, ATTESTED = Flag.UP, Flag.UV, Flag.AT
SIGN_IN_BY_KEY = f"{PASSKEYS}login/"
Credential = dict[str, Any]


@dataclass
class Key:
    """A key with one passkey in it."""

    number: bytes = b"a number of a passkey"
    secret: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    owner: str = ""  # what it keeps of the account, as the options named it
    host: str = HOST
    flags: Flag = PRESENT | VERIFIED

    def make(self, options: dict[str, Any], **said: Any) -> Credential:
        """Answer the options of a page that adds a passkey."""
        asked = options["creation_options"]["publicKey"]
        self.owner = asked["user"]["id"]
        key = ES256.from_cryptography_key(self.secret.public_key())  # type: ignore[no-untyped-call]
        attested = AttestedCredentialData.create(Aaguid(bytes(16)), self.number, key)
        data = AuthenticatorData.create(sha256(self.host.encode()), self.flags | ATTESTED, 0, attested)
        told = client_data("webauthn.create", asked["challenge"], **said)
        made = AttestationObject.create("none", data, {})
        return self.credential(clientDataJSON=told, attestationObject=bytes(made))

    def use(self, options: dict[str, Any], **said: Any) -> Credential:
        """Answer the options of a page that asks for one."""
        told = client_data("webauthn.get", options["request_options"]["publicKey"]["challenge"], **said)
        data = bytes(AuthenticatorData.create(sha256(self.host.encode()), self.flags, 1))
        signature = self.secret.sign(data + sha256(told), ec.ECDSA(hashes.SHA256()))
        answer = self.credential(clientDataJSON=told, authenticatorData=data, signature=signature)
        answer["response"]["userHandle"] = self.owner
        return answer

    def credential(self, **parts: bytes) -> Credential:
        """The answer as JSON has it."""
        number = websafe_encode(self.number)
        response = {name: websafe_encode(part) for name, part in parts.items()}
        return {"id": number, "rawId": number, "type": "public-key", "response": response}


def client_data(kind: str, asked: str, /, **said: Any) -> bytes:
    """What the browser itself says of the page."""
    return json.dumps({"type": kind, "challenge": asked, "origin": ORIGIN} | said).encode()


def options_on(response: HttpResponseBase) -> dict[str, Any]:
    """The options that a page gives its script."""
    found: dict[str, Any] = json.loads(read(response).the("script", id="passkey-options").words)
    return found


def add(client: Client, key: Key, name: str = "My key") -> HttpResponseBase:
    """Add a passkey on the pages; who one is has been proved."""
    options = options_on(client.get(f"{PASSKEYS}add/"))
    return send(client, f"{PASSKEYS}add/", key.make(options), name=name)


def send(client: Client, address: str, credential: Any, **more: str) -> HttpResponseBase:
    """Send what a key answered."""
    return client.post(address, {"credential": json.dumps(credential)} | more)


def options_to_sign_in(client: Client) -> dict[str, Any]:
    """The options to sign in by a passkey alone."""
    found: dict[str, Any] = client.get(SIGN_IN_BY_KEY).json()
    return found


def swollen(length: int) -> bytes:
    """An attestation in which a number stands where bytes should: fido2 would make as many."""
    return cbor.encode({"fmt": "none", "attStmt": {}, "authData": length})

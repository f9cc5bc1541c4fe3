// Passkeys: the browser makes or uses one, and the form sends what it answers. The other ways need no script.
"use strict";

const PARTS = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
const REASONS = { InvalidStateError: "already", NotAllowedError: "cancelled" };

const toBytes = (text) => {
  const plain = text.replaceAll("-", "+").replaceAll("_", "/");
  return Uint8Array.from(atob(plain), (character) => character.charCodeAt(0));
};

const toText = (data) => {
  const plain = btoa(String.fromCharCode(...new Uint8Array(data)));
  return plain.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
};

const known = (list) => list?.map((one) => ({ ...one, id: toBytes(one.id) }));

// For browsers that cannot yet read the options as JSON themselves
const byHand = (options) => ({
  ...options,
  challenge: toBytes(options.challenge),
  ...(options.user && { user: { ...options.user, id: toBytes(options.user.id) } }),
  ...(options.excludeCredentials && { excludeCredentials: known(options.excludeCredentials) }),
  ...(options.allowCredentials && { allowCredentials: known(options.allowCredentials) }),
});

const make = (options) => {
  options.authenticatorSelection.residentKey = "preferred"; // so that it can sign in alone, where the device keeps it
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON?.(options) ?? byHand(options);
  return navigator.credentials.create({ publicKey });
};

const use = (options) => {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON?.(options) ?? byHand(options);
  return navigator.credentials.get({ publicKey });
};

const asked = async (form) => {
  if (!form.dataset.options) return JSON.parse(document.getElementById("passkey-options").textContent);
  const response = await fetch(form.dataset.options);
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
};

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const status = form.querySelector("[role=status]");
  const say = (reason) => { status.textContent = status.dataset[reason] ?? ""; };

  if (window.PublicKeyCredential) form.querySelector("button").hidden = false;
  else say("unsupported");

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    say("");
    try {
      const options = await asked(form);
      const { rawId, response } = await (form.dataset.passkey === "make"
        ? make(options.creation_options.publicKey)
        : use(options.request_options.publicKey));
      const parts = PARTS.filter((part) => response[part]).map((part) => [part, toText(response[part])]);
      form.elements.credential.value = JSON.stringify({ rawId: toText(rawId), response: Object.fromEntries(parts) });
      form.submit();
    } catch (error) {
      say(REASONS[error.name] ?? "failed");
    }
  });
}

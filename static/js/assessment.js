// Two comforts, neither needed: each choice is saved as it is made, and a link is copied by a button.
"use strict";

const form = document.querySelector("form[data-save]");

if (form) {
  const status = form.querySelector(".saved");
  const answered = document.getElementById("answered");
  let saving = false;
  let again = false;

  const say = (text) => {
    status.textContent = text;
  };

  const taken = (result) => {
    for (const [name, value] of Object.entries(result.shown)) {
      form.elements[name].value = value;
    }
    answered.textContent = answered.dataset.text.replace("NUMBER", result.answered);
    const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    say(result.refused ? form.dataset.refused : form.dataset.saved.replace("TIME", time.format(new Date())));
  };

  const send = async () => {
    const response = await fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      headers: { Accept: "application/json" },
      keepalive: true,
    });
    if (response.redirected) {
      location.assign(response.url);
    } else if (response.ok) {
      taken(await response.json());
    } else {
      throw new Error(response.statusText);
    }
  };

  // One request at a time: a page must know what was stored before it says what changed since.
  const save = async () => {
    if (saving) {
      again = true;
      return;
    }
    saving = true;
    do {
      again = false;
      await send().catch(() => say(form.dataset.unsaved));
    } while (again);
    saving = false;
  };

  form.addEventListener("change", save);
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    await navigator.clipboard.writeText(field.value).catch(() => document.execCommand("copy"));
    button.textContent = button.dataset.done;
  });
}

document.getElementById("errors")?.focus();

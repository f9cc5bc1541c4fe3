// Two comforts, neither needed: each choice is saved as it is made, and a link is copied by a button.
"use strict";

const form = document.querySelector("form[data-save]");

if (form) {
  const status = form.querySelector(".saved");
  const answered = document.getElementById("answered");
  const [soon, seldom] = [5_000, 60_000]; // milliseconds until what could not be saved is tried again
  let saving = false;
  let again = false;
  let pause = soon;
  let next;

  const say = (text) => {
    status.textContent = text;
  };

  const taken = (result) => {
    for (const [name, value] of Object.entries(result.shown)) {
      form.elements[name].value = value;
    }
    for (const [code, words] of Object.entries(result.last)) {
      document.getElementById(`last-${code}`).textContent = words;
    }
    answered.textContent = answered.dataset.text.replace("NUMBER", result.answered);
    const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    say(result.refused ? form.dataset.refused : form.dataset.saved.replace("TIME", time.format(new Date())));
  };

  const send = async () => {
    const body = new URLSearchParams(new FormData(form));
    const response = await fetch(form.action, {
      method: "POST",
      body,
      headers: { Accept: "application/json" },
      keepalive: body.toString().length < 60_000, // so that leaving the page ends no save; browsers allow 64 kB
    });
    if (response.redirected) {
      location.assign(response.url);
    } else if (response.ok) {
      taken(await response.json());
      pause = soon;
    } else if (response.status === 403 || response.status === 404) {
      say(response.status === 403 ? form.dataset.stale : form.dataset.gone);
    } else {
      throw new Error(response.status);
    }
  };

  // The site does not answer, or not now: the choices stay on the page and are sent again, less and less often.
  const later = () => {
    say(form.dataset.unsaved);
    next = setTimeout(save, pause);
    pause = Math.min(2 * pause, seldom);
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
      clearTimeout(next);
      await send().catch(later);
    } while (again);
    saving = false;
  };

  form.addEventListener("change", save);
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    const status = button.parentElement.querySelector("[data-copied]");
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy"); // a page without HTTPS has no clipboard
    }
    status.textContent = status.dataset.copied;
  });
}

(document.getElementById("errors") ?? document.getElementById("done"))?.focus();

// Lengths of texts as they are typed, and the order of a list by drag or button. Without it, pages work all the same.
"use strict";

for (const count of document.querySelectorAll(".length")) {
  const field = document.getElementById(count.dataset.for);
  const most = Number(count.dataset.most);
  const show = () => {
    count.textContent = `${[...field.value].length} / ${most}`;
    count.classList.toggle("over", [...field.value].length > most);
  };
  field?.addEventListener("input", show);
  if (field) show();
}

const form = document.getElementById("order");
if (form) {
  const list = form.querySelector("ol");
  const status = form.querySelector("[role=status]");
  let changed = false;
  let dragged = null;

  const tell = (item) => {
    const items = [...list.children];
    changed = true;
    status.textContent = status.dataset.moved
      .replace("NAME", () => item.querySelector(".name").textContent)
      .replace("PLACE", items.indexOf(item) + 1)
      .replace("TOTAL", items.length);
  };

  list.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    event.preventDefault();
    const item = button.closest("li");
    if (button.name === "up" && item.previousElementSibling) item.previousElementSibling.before(item);
    if (button.name === "down" && item.nextElementSibling) item.nextElementSibling.after(item);
    button.focus();
    tell(item);
  });

  for (const item of list.children) {
    item.querySelector(".grip").addEventListener("pointerdown", () => { item.draggable = true; });
    item.addEventListener("dragstart", (event) => {
      dragged = item;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", "");
      item.classList.add("dragged");
    });
    item.addEventListener("dragover", (event) => {
      if (!dragged || dragged === item) return;
      event.preventDefault();
      const box = item.getBoundingClientRect();
      if (event.clientY < box.top + box.height / 2) item.before(dragged);
      else item.after(dragged);
    });
    item.addEventListener("drop", (event) => event.preventDefault());
    item.addEventListener("dragend", () => {
      item.draggable = false;
      item.classList.remove("dragged");
      dragged = null;
      tell(item);
    });
  }

  form.addEventListener("submit", () => { changed = false; });
  window.addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
}

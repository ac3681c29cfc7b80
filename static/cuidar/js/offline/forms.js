// Forms that can wait. With signal they go their ordinary way; on a copy or without signal they are queued here, and
// the service worker queues those that meet a dead line on the way.

import { words } from "./bar.js";
import { DONE, add, entryFrom, find } from "./queue.js";

const isCopy = Boolean(document.documentElement.dataset.taken);
const TECHNICAL = ["hidden", "file", "submit"];

export function watchForms(bar, send) {
  const forms = [...document.querySelectorAll("form:has(> [name=act])")];
  if (isCopy) addEventListener("pageshow", () => forms.forEach(makeNew));
  if (isCopy) forms.forEach(makeNew);
  for (const form of forms) {
    fillIn(form);
    form.addEventListener("submit", (event) => {
      if (!isCopy && navigator.onLine) return;
      event.preventDefault();
      if (isAnswered(form)) queue(form, bar, send);
    });
  }
}

async function queue(form, bar, send) {
  const entry = await add(entryFrom(new FormData(form), location.pathname));
  if (navigator.serviceWorker?.controller) {
    const { sync } = await navigator.serviceWorker.ready;
    await sync?.register("send").catch(() => {});
  }
  await send();
  const after = await find(entry.id);
  location.assign(after?.state === DONE && after.url ? after.url : `${bar.dataset.phone}?just=${entry.id}`);
}

// A copy is opened many times, but each shift is one of its own, and of today unless she says otherwise.
function makeNew(form) {
  for (const field of form.querySelectorAll("[data-fresh-id]")) field.value = crypto.randomUUID();
  for (const field of form.querySelectorAll("[type=date]")) {
    if (field.value === field.defaultValue) field.value = field.defaultValue = today();
  }
}

function today() {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}

// What the server would ask at once is asked here, because its answer may be days away.
function isAnswered(form) {
  for (const group of form.querySelectorAll("[data-answer]")) {
    group.querySelector(".field__error")?.remove();
    if (hasAnswer(group)) continue;
    const fault = Object.assign(document.createElement("p"), { className: "field__error", textContent: words.answer });
    group.querySelector("legend").after(fault);
    group.focus();
    return false;
  }
  return form.reportValidity();
}

function hasAnswer(group) {
  const controls = [...group.querySelectorAll("input, select")];
  const boxes = controls.filter((control) => ["radio", "checkbox"].includes(control.type));
  return boxes.length ? boxes.some((box) => box.checked) : controls.every((control) => control.value.trim());
}

// "Correct": the form as she had filled it in, and the refused entry makes way for the new one.
async function fillIn(form) {
  const entry = await find(new URLSearchParams(location.search).get("fix") ?? "");
  if (!entry || entry.kind !== form.elements.act.value || entry.account !== form.elements.act_account.value) return;
  for (const control of form.elements) {
    if (control.name && !TECHNICAL.includes(control.type)) give(control, entry.fields[control.name] ?? []);
  }
  const replaces = Object.assign(document.createElement("input"), {
    type: "hidden", name: "act_replaces", value: entry.id,
  });
  form.append(replaces);
}

function give(control, values) {
  if (["radio", "checkbox"].includes(control.type)) control.checked = values.includes(control.value);
  else control.value = values[0] ?? "";
}

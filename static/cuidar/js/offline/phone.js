// The page "On this phone": what waits, what needs her, what arrived, what is kept. The server knows none of it.

import { moment } from "./bar.js";
import { read } from "./db.js";
import { keptModules } from "./keeping.js";
import { DONE, REFUSED, STUCK, WAITING, change, drop, entriesOf, find, inState } from "./queue.js";
import { NO_SIGNAL, SIGN_IN } from "./sending.js";

const page = document.querySelector("[data-phone-page]");
const part = (name) => page.querySelector(`[data-part="${name}"]`);
const LISTS = { waiting: [WAITING], refused: [REFUSED], stuck: [STUCK], arrived: [DONE] };

export async function start(send) {
  page.addEventListener("click", (event) => act(event, send));
  document.addEventListener("cuidar:queue", draw);
  await draw();
}

async function act(event, send) {
  const pressed = event.target.closest("[data-do]");
  if (!pressed) return;
  const id = pressed.closest("[data-entry]")?.dataset.entry;
  const entry = id && (await find(id));
  if (pressed.dataset.do === "send") say(await send());
  if (pressed.dataset.do === "drop") await drop(id);
  if (pressed.dataset.do === "again") await change(entry, { state: WAITING, faults: 0 }).then(send);
  if (pressed.dataset.do === "seen") await forgetArrived();
  if (pressed.dataset.do !== "open") await draw();
  else await drop(id);
}

// Says why it did not go, where it did not.
function say(outcome) {
  part("no-signal").hidden = outcome !== NO_SIGNAL;
  part("sign-in").hidden = outcome !== SIGN_IN;
}

async function forgetArrived() {
  const arrived = inState(await entriesOf(await read("state", "account")), DONE);
  await Promise.all(arrived.map((entry) => drop(entry.id)));
}

async function draw() {
  const account = await read("state", "account");
  const entries = await entriesOf(account);
  for (const [name, states] of Object.entries(LISTS)) fill(name, inState(entries, ...states).map(row(name)));
  const modules = await keptModules(account);
  fill("kept", modules.map((module) => line("kept", { title: module.title, when: moment(module.keptAt), url: module.url })));
  part("nothing").hidden = Boolean(entries.length || modules.length);
  await drawJustQueued();
}

async function drawJustQueued() {
  const just = await find(new URLSearchParams(location.search).get("just") ?? "");
  part("just").hidden = just?.state !== WAITING;
  if (!just) return;
  part("just").querySelector("[data-of=title]").textContent = just.title;
  const on = part("just").querySelector("a");
  on.hidden = !just.next;
  on.href = just.next;
}

const row = (name) => (entry) => {
  const made = line(name, { ...entry, when: moment(entry.at), url: name === "arrived" ? entry.url : correction(entry) });
  made.dataset.entry = entry.id;
  return made;
};

const correction = ({ page: path, id }) => `${path}?fix=${id}`;

// A row from its template: `data-of` is filled with a text, a link leads to `url` or goes where there is none.
function line(name, values) {
  const made = part(name).querySelector("template").content.firstElementChild.cloneNode(true);
  for (const slot of made.querySelectorAll("[data-of]")) slot.textContent = values[slot.dataset.of];
  for (const link of made.querySelectorAll("a")) {
    if (values.url) link.href = values.url;
    else link.remove();
  }
  return made;
}

function fill(name, rows) {
  part(name).hidden = !rows.length;
  const list = part(name).querySelector("ul");
  list.replaceChildren(list.querySelector("template"), ...rows);
}

// What every page does for work without signal: say who is here, send what waits, tell what there is to tell.

import { showBar } from "./bar.js";
import { read, write } from "./db.js";
import { watchForms } from "./forms.js";
import { watchLeaving } from "./leaving.js";
import { DONE, change, entriesOf, inState } from "./queue.js";
import { send } from "./sending.js";
import { arrive } from "./session.js";

const bar = document.querySelector("#offline");
const addresses = { token: bar.dataset.token, acts: bar.dataset.acts };

async function sendAndTell() {
  const account = await read("state", "account");
  const outcome = await send(account, addresses);
  await refreshCopies(account);
  await tell();
  return outcome;
}

// What arrived has changed its page; the kept copy follows while there is signal.
async function refreshCopies(account) {
  const arrived = inState(await entriesOf(account), DONE).filter((entry) => !entry.refreshed);
  if (!arrived.length) return;
  const { refresh } = await import("./keeping.js");
  for (const entry of arrived) {
    await refresh(account, entry.page).catch(() => {});
    await change(entry, { refreshed: true });
  }
}

async function tell() {
  await showBar(bar);
  document.dispatchEvent(new CustomEvent("cuidar:queue"));
}

async function start() {
  await write("state", document.documentElement.lang, "language");
  await arrive(bar.dataset.account);
  watchForms(bar, sendAndTell);
  watchLeaving(bar, sendAndTell);
  if (document.querySelector("[data-keep]")) (await import("./keep_button.js")).start();
  if (document.querySelector("[data-phone-page]")) (await import("./phone.js")).start(sendAndTell);
  addEventListener("online", sendAndTell);
  navigator.serviceWorker?.addEventListener("message", tell);
  await tell();
  await sendAndTell();
}

// Only for people with an account, and only once the page itself has come: the app's files can wait.
async function bringTheApp() {
  const worker = navigator.serviceWorker;
  if (!worker || !(bar.dataset.account || worker.controller)) return;
  if (document.readyState !== "complete") await new Promise((resolve) => addEventListener("load", resolve));
  await worker.register(bar.dataset.worker, { type: "module", scope: "/" });
  (await worker.ready).active.postMessage({ do: "language", code: document.documentElement.lang });
}

// Private windows may have no store at all: then everything works as it does without this script.
start()
  .catch(() => {})
  .then(bringTheApp)
  .catch(() => {});

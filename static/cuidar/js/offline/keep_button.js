// "Keep this module on this phone": what it weighs, how far it is, that it is kept, and that a newer one is there.

import { SignInNeeded, fetchList, keep, keptModule, release } from "./keeping.js";

const box = document.querySelector("[data-keep]");
const account = document.querySelector("#offline").dataset.account;
const list = box.dataset.keep;
let told;

export async function start() {
  if (!("serviceWorker" in navigator) || !("caches" in self)) return;
  box.addEventListener("click", ({ target }) => ACTS[target.closest("[data-do]")?.dataset.do]?.());
  box.hidden = false;
  show((await keptModule(account, list))?.version ? "kept" : "offer");
  new IntersectionObserver(look).observe(box);
}

// Asked only once she sees the box: most visits to a module do not need the list.
async function look(entries, observer) {
  if (!entries.some((entry) => entry.isIntersecting)) return;
  observer.disconnect();
  try {
    told = await fetchList(list);
  } catch {
    return;
  }
  const module = await keptModule(account, list);
  show(!module?.version ? "offer" : module.version === told.version ? "kept" : "newer");
}

const ACTS = {
  async keep() {
    show("keeping", 0);
    try {
      told = await fetchList(list);
      await navigator.storage?.persist?.();
      await keep(account, list, told, (share) => show("keeping", share));
      (await navigator.serviceWorker.ready).active.postMessage({ do: "visits", code: document.documentElement.lang });
      await show("kept");
    } catch (error) {
      await show(reason(error));
    }
  },
  async remove() {
    await release(account, list);
    await show("offer");
  },
};

function reason(error) {
  if (error instanceof SignInNeeded) return "sign-in";
  return error?.name === "QuotaExceededError" ? "full" : "broken";
}

async function show(state, share) {
  const module = await keptModule(account, list);
  for (const part of box.querySelectorAll("[data-when]")) part.hidden = !part.dataset.when.split(" ").includes(state);
  for (const part of box.querySelectorAll("[data-words]")) part.textContent = told?.words ?? "";
  for (const part of box.querySelectorAll("[data-size]")) part.textContent = size(module?.bytes ?? 0);
  if (share !== undefined) box.querySelector("progress").value = share;
}

function size(bytes) {
  const [unit, amount] = bytes < 1024 * 1024 ? ["KB", bytes / 1024] : ["MB", bytes / 1024 / 1024];
  return `${amount.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })}\u00a0${unit}`;
}

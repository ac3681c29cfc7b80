// Signing out with things unsent warns first and names them; they then wait for their owner to come back.

import { read } from "./db.js";
import { entriesOf, unsent } from "./queue.js";
import { depart } from "./session.js";

export function watchLeaving(bar, send) {
  const dialog = document.querySelector("#offline-leaving");
  for (const form of document.querySelectorAll(`form[action="${bar.dataset.leave}"]`)) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if ((await namesOfUnsent()).length) ask(dialog, form, send);
      else leave(form);
    });
  }
}

async function namesOfUnsent() {
  return unsent(await entriesOf(await read("state", "account"))).map((entry) => entry.title);
}

async function leave(form) {
  await depart();
  form.submit();
}

async function ask(dialog, form, send) {
  await list(dialog);
  dialog.onclick = async ({ target }) => {
    const act = target.closest("[data-do]")?.dataset.do;
    if (act === "stay") dialog.close();
    if (act === "leave") leave(form);
    if (act === "send") {
      await send();
      if ((await namesOfUnsent()).length) await list(dialog);
      else leave(form);
    }
  };
  dialog.showModal();
}

async function list(dialog) {
  const rows = (await namesOfUnsent()).map((name) =>
    Object.assign(document.createElement("li"), { textContent: name }),
  );
  dialog.querySelector("ul").replaceChildren(...rows);
}

// Whose phone this is just now. One account at a time; the others' things lie still.

import { visited } from "./copies.js";
import { read, write } from "./db.js";

// A page that the server has just written says who is signed in; a copy says only who was.
export async function arrive(account) {
  if (!account || document.documentElement.dataset.taken) return;
  const before = await read("state", "account");
  if (before === account) return;
  if (before) await caches.delete(visited(before));
  await write("state", account, "account");
}

// Signing out: her pages go. What waits and the modules she kept stay, and nobody else is shown them.
export async function depart() {
  const account = await read("state", "account");
  if (!account) return;
  await caches.delete(visited(account));
  await write("state", "", "account");
}

// What was done without signal, in the order in which it was done. Each entry belongs to one account.

import { all, insert, read, readBy, remove, write } from "./db.js";

export const WAITING = "waiting"; // for signal, or for its owner to sign in
export const REFUSED = "refused"; // its owner must correct or drop it
export const STUCK = "stuck"; // the server stumbled over it several times
export const DONE = "done"; // it arrived; its owner has not yet looked at what came of it

const OURS = /^(act|act_.+|csrfmiddlewaretoken)$/;

// An entry from a form that `curriculum/offline/act.html` has marked; `page` is where it was filled in.
export function entryFrom(form, page) {
  const fields = {};
  const replaces = form.get("act_replaces") ?? "";
  for (const [name, value] of form) {
    if (!OURS.test(name) && typeof value === "string") (fields[name] ??= []).push(value);
  }
  return {
    id: (!replaces && form.get(form.get("act_id"))) || crypto.randomUUID(), // what is corrected is another act
    account: form.get("act_account"),
    kind: form.get("act"),
    title: titleOf(form),
    next: form.get("act_next") ?? "",
    replaces,
    page,
    fields,
    at: new Date().toISOString(),
    state: WAITING,
    text: "",
    url: "",
    faults: 0,
  };
}

// How its owner would call it: "A shift 24/11/2026 21:00".
function titleOf(form) {
  const details = (form.get("act_detail") ?? "").split(" ").filter(Boolean).map((name) => form.get(name) ?? "");
  const spoken = details.map((text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? spokenDay(text) : text));
  return [form.get("act_title") ?? "", ...spoken].join(" ").trim();
}

const spokenDay = (iso) => new Date(`${iso}T12:00`).toLocaleDateString();

// Pressing twice queues once: the first of one id stays. An entry that this one corrects makes way for it.
export async function add(entry) {
  try {
    await insert("queue", entry);
  } catch (error) {
    if (error?.name !== "ConstraintError") throw error;
  }
  if (entry.replaces) await drop(entry.replaces);
  return find(entry.id);
}

export const find = (id) => readBy("queue", "id", id);

export async function entriesOf(account) {
  return account ? (await all("queue")).filter((entry) => entry.account === account) : [];
}

export const inState = (entries, ...states) => entries.filter((entry) => states.includes(entry.state));

// What has not arrived and would be lost with the phone.
export const unsent = (entries) => inState(entries, WAITING, REFUSED, STUCK);

export async function change(entry, values) {
  const current = await read("queue", entry.seq);
  if (current) await write("queue", { ...current, ...values });
}

export async function drop(id) {
  const entry = await find(id);
  if (entry) await remove("queue", entry.seq);
}

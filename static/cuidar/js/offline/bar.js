// The small bar: what waits, what needs her, what arrived, and how old this page is.

import { read } from "./db.js";
import { DONE, REFUSED, STUCK, WAITING, entriesOf, inState } from "./queue.js";
import { SIGN_IN } from "./sending.js";

export const words = JSON.parse(document.querySelector("#offline-words").textContent);
const language = document.documentElement.lang;

export function say(forms, count) {
  const form = new Intl.PluralRules(language).select(count) === "one" ? forms.one : forms.other;
  return form.replace("%(count)s", count.toLocaleString(language));
}

export function moment(iso) {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso));
}

export async function showBar(bar) {
  const account = await read("state", "account");
  const entries = await entriesOf(account);
  const sentences = [...(await ofQueue(account, entries)), ...ofPage()];
  bar.querySelector("p").textContent = sentences.join(" ");
  bar.querySelector("a").hidden = !entries.length || location.pathname === bar.dataset.phone;
  bar.hidden = !sentences.length;
}

async function ofQueue(account, entries) {
  const count = (...states) => inState(entries, ...states).length;
  const signIn = (await read("state", `outcome ${account}`)) === SIGN_IN;
  const sentences = [];
  if (count(REFUSED, STUCK)) sentences.push(say(words.refused, count(REFUSED, STUCK)));
  if (count(WAITING)) sentences.push(say(words.waiting, count(WAITING)), ...(signIn ? [words.signIn] : []));
  if (count(DONE)) sentences.push(say(words.arrived, count(DONE)));
  return sentences;
}

function ofPage() {
  const { taken } = document.documentElement.dataset;
  return taken ? [words.taken.replace("%(when)s", moment(taken))] : [];
}

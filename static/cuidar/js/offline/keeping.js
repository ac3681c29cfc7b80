// Keeps a whole module on the phone, file by file; what was fetched before the signal was lost is not fetched again.

import { kept, neutral } from "./copies.js";
import { all, read, remove, write } from "./db.js";

const PAGES = ["module", "lesson", "assessment"];
// Never on to the sign-in page: a form fetched here would spoil the token of the one that she is just filling in.
const GET = { redirect: "manual" };
const place = (account, list) => `${account} ${list}`;

const isElsewhere = (response) => response.type === "opaqueredirect";

export class SignInNeeded extends Error {}

// What the server says the module is made of: title, words, bytes, version, files.
export async function fetchList(list) {
  const response = await fetch(list, { ...GET, headers: { Accept: "application/json" } });
  if (isElsewhere(response) || response.status === 403) throw new SignInNeeded();
  if (!response.ok) throw new Error(response.status);
  return response.json();
}

export const keptModule = (account, list) => read("kept", place(account, list));

export async function keptModules(account) {
  return (await all("kept")).filter((module) => module.account === account && module.version);
}

// `progress` is called with the share that is done, from 0 to 1.
export async function keep(account, list, told, progress) {
  const cache = await caches.open(kept(account, list));
  const before = await keptModule(account, list);
  const module = {
    place: place(account, list), account, list, title: told.title, url: told.files[0].url, files: before?.files ?? {},
    version: before?.version ?? "", wanted: told.version, keptAt: new Date().toISOString(),
  };
  for (const [number, file] of told.files.entries()) {
    if (module.files[file.url]?.digest !== file.digest) {
      const bytes = await fetchInto(cache, file.url, PAGES.includes(file.kind));
      module.files[file.url] = { digest: file.digest, bytes };
      await write("kept", module);
    }
    progress((number + 1) / told.files.length);
  }
  const wanted = new Set(told.files.map((file) => file.url));
  for (const url of Object.keys(module.files).filter((known) => !wanted.has(known))) {
    await cache.delete(url);
    delete module.files[url];
  }
  module.version = told.version;
  module.bytes = Object.values(module.files).reduce((sum, file) => sum + file.bytes, 0);
  await write("kept", module);
  return module;
}

async function fetchInto(cache, url, isPage) {
  const response = await fetch(url, { ...GET, cache: isPage ? "no-store" : "default" });
  if (isElsewhere(response)) throw new SignInNeeded();
  if (!response.ok) throw new Error(response.status);
  const copy = isPage ? await neutral(response) : response;
  const content = await copy.clone().blob();
  await cache.put(url, copy);
  return content.size;
}

export async function release(account, list) {
  await caches.delete(kept(account, list));
  await remove("kept", place(account, list));
}

// After an act arrived, its page is another one: the lesson is done, the quiz has a fresh paper.
export async function refresh(account, url) {
  for (const module of await keptModules(account)) {
    if (module.files[url]) await fetchInto(await caches.open(kept(account, module.list)), url, true);
  }
}

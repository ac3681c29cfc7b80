// The service worker: fresh pages while there is signal, kept ones while there is none, and never the browser's own
// page of faults. It keeps only what it was told to: kept modules, last visits, the app's own files.

import { copyFor, remember } from "./copies.js";
import { read } from "./db.js";
import { add, drop, entryFrom } from "./queue.js";
import { partOf } from "./ranges.js";
import { NO_SIGNAL, send } from "./sending.js";
import { depart } from "./session.js";

const PATIENCE = 4000; // milliseconds until a kept page is better than a line that does not move
const GATEWAYS = [502, 503, 504];
const APP = "app ";
let told;

export function serve(instructions) {
  told = { ...instructions, app: `${APP}${instructions.version}`, fileSet: new Set(instructions.files) };
  self.addEventListener("install", (event) => event.waitUntil(install().then(() => self.skipWaiting())));
  self.addEventListener("activate", (event) => event.waitUntil(activate()));
  self.addEventListener("message", (event) => event.waitUntil(MESSAGES[event.data.do]?.(event.data)));
  self.addEventListener("sync", (event) => event.waitUntil(sendInTheBackground()));
  self.addEventListener("fetch", answer);
}

// The way out: everything that was kept goes, what waits to be sent stays, and pages are served as ever.
export function retire() {
  self.addEventListener("install", () => self.skipWaiting());
  self.addEventListener("activate", (event) => event.waitUntil(leave()));
}

async function leave() {
  await Promise.all((await ourCaches()).map((name) => caches.delete(name)));
  await self.registration.unregister();
}

const ourCaches = async () => (await caches.keys()).filter((name) => /^(app|visited|kept) /.test(name));

async function install() {
  const cache = await caches.open(told.app);
  await cache.addAll(told.files.map((url) => new Request(url, { cache: "no-cache" })));
  await bringPages(await language());
}

async function activate() {
  const old = (await caches.keys()).filter((name) => name.startsWith(APP) && name !== told.app);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

// The app's own pages in one language, fetched without cookies: they know nobody.
async function bringPages(code) {
  const cache = await caches.open(told.app);
  for (const url of Object.values(told.pages[code])) {
    if (!(await cache.match(url))) await cache.add(new Request(url, { credentials: "omit" }));
  }
}

const MESSAGES = {
  language: ({ code }) => bringPages(known(code)),
  visits: ({ code }) => Promise.all(told.lastVisits.filter((url) => url.startsWith(`/${known(code)}/`)).map(revisit)),
};

const known = (code) => (told.pages[code] ? code : told.languages[0]);
const language = async () => known(await read("state", "language"));
const account = () => read("state", "account");

// Not on to the sign-in page: a form fetched here would spoil the token of the one that she is just filling in.
async function revisit(url) {
  await remember(url, await fetch(url, { redirect: "manual" }));
}

function answer(event) {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin || isOutside(url)) return;
  if (request.mode === "navigate") {
    event.respondWith(request.method === "POST" ? handIn(request, url) : visit(event, url));
  } else if (request.method === "GET" && told.fileSet.has(url.pathname)) {
    event.respondWith(fromCache(request));
  } else if (request.method === "GET" && ["image", "audio"].includes(request.destination)) {
    event.respondWith(keptFile(request, url));
  }
}

const isOutside = (url) => told.outside.some((prefix) => url.pathname.startsWith(prefix));

async function fromCache(request) {
  const cache = await caches.open(told.app);
  return (await cache.match(request, { ignoreSearch: true, ignoreVary: true })) ?? fetch(request);
}

async function keptFile(request, url) {
  const copy = await copyFor(await account(), url.pathname);
  if (!copy) return fetch(request);
  const range = request.headers.get("Range");
  return range ? partOf(copy, range) : copy;
}

async function visit(event, url) {
  const copy = await copyFor(await account(), url.pathname);
  const network = fresh(event, url);
  event.waitUntil(network.catch(() => {}));
  try {
    return await (copy ? Promise.race([network, giveUp()]) : network);
  } catch {
    return copy ?? ownPage(url);
  }
}

async function fresh(event, url) {
  const response = (await event.preloadResponse) ?? (await fetch(event.request));
  if (GATEWAYS.includes(response.status)) throw new Error(response.status);
  if (told.lastVisits.includes(url.pathname)) await remember(url.pathname, response.clone());
  return response;
}

const giveUp = () => new Promise((_, reject) => setTimeout(reject, PATIENCE));

// The page on this phone, or the one that says that this needs signal, in the language of the address.
async function ownPage(url) {
  const cache = await caches.open(told.app);
  const asked = url.pathname.split("/")[1];
  const codes = [told.pages[asked] ? asked : await language(), ...told.languages];
  const same = await cache.match(url.pathname);
  if (same) return same;
  for (const code of codes) {
    const found = await cache.match(told.pages[code].needs_signal);
    if (found) return found;
  }
  return Response.error();
}

// A form that did not get through waits in the queue, if it is one that can; any other needs signal.
async function handIn(request, url) {
  if (!(request.headers.get("Content-Type") ?? "").startsWith("application/x-www-form-urlencoded")) {
    return fetch(request);
  }
  const copy = request.clone();
  try {
    const response = await fetch(request);
    if (response.type === "opaqueredirect") await afterwards(url, copy);
    return response;
  } catch {
    const form = await copy.formData();
    if (!form.has("act")) return ownPage(url);
    const entry = await add(entryFrom(form, request.referrer ? new URL(request.referrer).pathname : url.pathname));
    await self.registration.sync?.register("send").catch(() => {});
    const code = known(url.pathname.split("/")[1]);
    return Response.redirect(`${told.pages[code].on_this_phone}?just=${entry.id}`, 303);
  }
}

// Through the doors somebody else may have come in: until a page says who, the phone shows nobody's things.
async function afterwards(url, request) {
  if (told.doors.includes(url.pathname)) await depart();
  const replaced = (await request.formData()).get("act_replaces");
  if (replaced) await drop(replaced);
}

async function sendInTheBackground() {
  const code = await language();
  const outcome = await send(await account(), { token: told.token[code], acts: told.acts[code] });
  for (const client of await self.clients.matchAll()) client.postMessage({ do: "tell" });
  if (outcome === NO_SIGNAL) throw new Error(outcome); // the browser tries again
}

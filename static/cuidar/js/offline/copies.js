// Copies of pages in the phone's cache. Names of caches hold the account, so that two people stay apart.

export const visited = (account) => `visited ${account}`;
export const keptOf = (account) => `kept ${account} `;
export const kept = (account, place) => `${keptOf(account)}${place}`;

// The same page with the moment at which it was taken, which the bar then tells.
export function taken(html, response) {
  const dated = html.replace("<html ", `<html data-taken="${new Date().toISOString()}" `);
  const headers = new Headers(response.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name); // they told of the journey
  return new Response(dated, { headers });
}

// Keeps a page for later, under the account that stands in it; a page of nobody is not kept.
export async function remember(address, response) {
  if (!response.ok || response.redirected || !isPage(response)) return;
  const html = await response.text();
  const [, account] = html.match(/data-account="(\w+)"/) ?? [];
  if (account) await (await caches.open(visited(account))).put(address, taken(html, response));
}

export const isPage = (response) => (response.headers.get("Content-Type") ?? "").startsWith("text/html");

// The copy of an address that belongs to this account, a kept module's before a last visit's.
export async function copyFor(account, address) {
  if (!account) return undefined;
  const names = (await caches.keys()).filter((name) => name.startsWith(keptOf(account)));
  for (const name of [...names, visited(account)]) {
    const found = await (await caches.open(name)).match(address, { ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}

// A copy without what belongs to the visit alone: the name, the account's menu, tokens.
export async function neutral(response) {
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const part of page.querySelectorAll("[data-not-kept], [name=csrfmiddlewaretoken]")) part.remove();
  for (const picture of page.querySelectorAll("img[srcset]")) picture.removeAttribute("srcset");
  return taken(`<!doctype html>${page.documentElement.outerHTML}`, response);
}

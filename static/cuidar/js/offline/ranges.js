// A part of a kept recording: players ask for stretches of seconds, a cache only has the whole.

export async function partOf(whole, range) {
  const content = await whole.arrayBuffer();
  const [, from, to] = range.match(/^bytes=(\d+)-(\d*)$/) ?? [];
  if (from === undefined) return new Response(content, { headers: whole.headers });
  const first = Number(from);
  const last = Math.min(to ? Number(to) : content.byteLength - 1, content.byteLength - 1);
  const headers = new Headers(whole.headers);
  headers.set("Content-Range", `bytes ${first}-${last}/${content.byteLength}`);
  headers.set("Content-Length", String(last - first + 1));
  return new Response(content.slice(first, last + 1), { status: 206, headers });
}

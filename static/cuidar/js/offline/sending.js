// Sends the queue of one account: in order, in batches, and never under another account.

import { write } from "./db.js";
import { DONE, REFUSED, STUCK, WAITING, change, entriesOf, inState } from "./queue.js";

const A_BATCH = 20;
const MOST_FAULTS = 3;

// How it went.
export const SENT = "sent";
export const NO_SIGNAL = "no-signal";
export const SIGN_IN = "sign-in";
export const LATER = "later";

// `addresses` are { token, acts }. Two tabs and the service worker take turns.
export async function send(account, addresses) {
  if (!account) return SENT;
  const act = () => sendAll(account, addresses);
  const outcome = await (navigator.locks ? navigator.locks.request("cuidar-send", act) : act());
  await write("state", outcome, `outcome ${account}`);
  return outcome;
}

async function sendAll(account, addresses) {
  let size = A_BATCH;
  for (;;) {
    const batch = inState(await entriesOf(account), WAITING).slice(0, size);
    if (!batch.length) return SENT;
    const reply = await post(batch, account, addresses);
    if (typeof reply === "string") return reply;
    if (reply.status === 400 && batch.length > 1) size = 1; // one of them is unreadable: find out which
    else if (reply.status === 400) await change(batch[0], { state: STUCK });
    else if (!reply.ok) return LATER;
    else if (!(await settle(batch, (await reply.json()).answers))) return LATER;
  }
}

// The token in a page may be old, so each batch asks for a fresh one, and learns who is signed in now.
async function post(batch, account, addresses) {
  try {
    const pass = await (await fetch(addresses.token, { cache: "no-store" })).json();
    if (pass.account !== account) return SIGN_IN;
    const reply = await fetch(addresses.acts, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": pass.token },
      body: JSON.stringify({ account, sent_at: new Date().toISOString(), acts: batch.map(told) }),
    });
    return [401, 409].includes(reply.status) ? SIGN_IN : reply;
  } catch {
    return NO_SIGNAL;
  }
}

const told = ({ id, kind, at, fields }) => ({ id, kind, occurred_at: at, fields });

// Keeps what the server said of each. False where it stumbled: what stands behind waits for the next time.
async function settle(batch, answers) {
  for (const [place, answer] of answers.entries()) {
    const entry = batch[place];
    if (answer.outcome === LATER) {
      const faults = entry.faults + 1;
      await change(entry, { faults, state: faults < MOST_FAULTS ? WAITING : STUCK });
      return false;
    }
    await change(entry, { state: answer.outcome === DONE ? DONE : REFUSED, text: answer.text, url: answer.url });
  }
  return answers.length > 0;
}

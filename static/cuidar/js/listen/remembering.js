// What she likes, remembered on this device: how fast, and whether a voice from the network may read.

const RATES = [0.6, 0.8, 1, 1.25, 1.5];
const KEPT = "cuidar_listen_rate";

export function rememberedRate() {
  const kept = Number(recall(KEPT));
  return RATES.includes(kept) ? kept : 1;
}

/** The next rate up (`step` 1) or down (-1), kept for the next time; the ends stay where they are. */
export function changeRate(rate, step) {
  const next = RATES[RATES.indexOf(rate) + step] ?? rate;
  remember(KEPT, next);
  return next;
}

export function recall(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null; // storage may be forbidden
  }
}

export function remember(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Then it holds for this page.
  }
}

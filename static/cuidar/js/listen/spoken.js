// A written sentence as it is to be said: "500 mg" is "500 miligramos", an emergency number is said figure by figure.

import { waysOf } from "./languages.js";

const NUMBER = String.raw`(^|[^\d.,])(\d+(?:[.,]\d+)?|[½¼¾])\s?`;

/** `spelled`: numbers that somebody dials. */
export function spoken(text, language, { spelled = [] } = {}) {
  const ways = waysOf(language);
  let said = text.replace(/\s+/g, " ").trim();
  for (const number of spelled) said = spell(said, number);
  said = unitsInWords(said, ways.units);
  said = said.replace(/(\d)\s?–\s?(\d)/g, `$1 ${ways.until} $2`).replace(/(\d)\s?×\s?(\d)/g, `$1 ${ways.times} $2`);
  for (const [form, words] of Object.entries(ways.short)) said = inFull(said, form, words);
  return said.replace(/\s*[·•→|]\s*|_{2,}/g, ", ").replace(/^, |, $/g, "");
}

function spell(text, number) {
  const alone = new RegExp(String.raw`(^|[^\d.,:/])${escaped(number)}(?![\d:/]|[.,]\d)`, "g");
  return text.replace(alone, (_, before) => before + [...number].join(" "));
}

function unitsInWords(text, units) {
  const names = Object.keys(units).sort((one, other) => other.length - one.length);
  if (!names.length) return text;
  const measure = new RegExp(`${NUMBER}(${names.map(escaped).join("|")})(?![\\p{L}\\d/²³])`, "gu");
  return text.replace(measure, (_, before, number, unit) => {
    const [one, many] = units[unit];
    return `${before}${number} ${number === "1" || number === "½" ? one : many}`;
  });
}

function inFull(text, form, words) {
  const alone = new RegExp(String.raw`(^|[^\p{L}\d])${escaped(form)}(?![\p{L}\d])`, "gu");
  return text.replace(alone, (_, before) => before + words);
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

// A text in sentences: short enough to follow with the finger, and for voices that fall silent after some seconds.

import { waysOf } from "./languages.js";

const LONGEST = 220; // letters; about a quarter of a minute at an easy pace
const END = /[.!?…]+["”»’)\]]*\s+/g;
const PAUSE = /[;:,]\s+|\s[–—]\s/g;

/** Where the sentences of a text stand: [{start, end}], without the blanks around them. */
export function sentencesIn(text, language) {
  const found = [];
  let start = 0;
  for (const end of [...ends(text, language), text.length]) {
    for (const piece of inBreaths(text, start, end)) {
      const shown = trimmed(text, piece.start, piece.end);
      if (shown.start < shown.end) found.push(shown);
    }
    start = end;
  }
  return found;
}

function ends(text, language) {
  const short = Object.keys(waysOf(language).short);
  return [...text.matchAll(END)]
    .filter((match) => {
      const after = match.index + match[0].length;
      const said = text.slice(0, match.index + match[0].trimEnd().length);
      return !/^\p{Ll}/u.test(text.slice(after)) && !short.some((form) => endsWithWord(said, form));
    })
    .map((match) => match.index + match[0].length);
}

function endsWithWord(text, form) {
  return text.endsWith(form) && !/[\p{L}\d]$/u.test(text.slice(0, -form.length));
}

function inBreaths(text, start, end) {
  const pieces = [];
  while (end - start > LONGEST) {
    const stretch = text.slice(start, start + LONGEST);
    const pause = [...stretch.matchAll(PAUSE)].at(-1);
    const cut = pause ? pause.index + pause[0].length : stretch.lastIndexOf(" ") + 1 || LONGEST;
    pieces.push({ start, end: start + cut });
    start += cut;
  }
  return [...pieces, { start, end }];
}

function trimmed(text, start, end) {
  const piece = text.slice(start, end);
  const shown = piece.trim();
  const from = start + piece.indexOf(shown);
  return { start: from, end: from + shown.length };
}

// Shows which sentence is being read. Text is painted over, never wrapped: what she typed and where she stands stay.
// A browser that cannot paint marks the whole paragraph.

const NAME = "listening";
const MARK = "is-heard";

export function mark(sentence) {
  unmark();
  if (sentence.range && globalThis.Highlight && CSS.highlights) CSS.highlights.set(NAME, new Highlight(sentence.range));
  else sentence.element?.classList.add(MARK);
  bringIntoView(sentence);
}

export function unmark() {
  CSS.highlights?.delete(NAME);
  for (const element of document.getElementsByClassName(MARK)) element.classList.remove(MARK);
}

/** Where a sentence stands on the screen. */
export function boxOf(sentence) {
  return (sentence.range ?? sentence.element).getBoundingClientRect();
}

/** The sentence at a point of the screen; else the first of the block that was touched. */
export function sentenceAt(sentences, event) {
  const inside = ({ left, right, top, bottom }) =>
    event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
  const touched = (sentence) => [...(sentence.range ?? sentence.element).getClientRects()].some(inside);
  return sentences.find(touched) ?? sentences.find(({ element }) => element === event.target);
}

/** The first sentence that can be seen below a line of the screen, as a place in the list. */
export function firstBelow(sentences, line) {
  const place = sentences.findIndex((sentence) => {
    const box = boxOf(sentence);
    return box.height > 1 && box.top >= line; // what only screen readers hear is one pixel high
  });
  return Math.max(0, place);
}

function bringIntoView(sentence) {
  const { top, bottom } = boxOf(sentence);
  const covered = 90; // the bar above, the places to go below
  if (top >= covered && bottom <= innerHeight - covered) return;
  const smooth = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  scrollBy({ top: top - innerHeight / 3, behavior: smooth ? "smooth" : "auto" });
}

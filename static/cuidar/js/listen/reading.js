// What there is to read in a part of the page, in order: only what she could see, or a screen reader would say.

import { waysOf } from "./languages.js";
import { sentencesIn } from "./sentences.js";
import { spoken } from "./spoken.js";

const SILENT = "script, style, template, noscript, iframe, audio, video, canvas, progress, textarea, nav, [data-listen-skip]";
const OF_FORMS = "input, select, button";

/** Sentences: {text, said, language, range, element}; a picture or a button has an element and no range. */
export function sentencesOf(root, { spelled = [] } = {}) {
  const reading = new Reading(spelled);
  reading.visit(root);
  reading.close();
  return reading.found;
}

/** The language in which a node is written. */
export function languageOf(node) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  return element.closest("[lang]")?.lang || "es";
}

class Reading {
  found = [];
  #pieces = [];
  #block = null;
  #language = "";
  #number = "";
  #offered = "";

  constructor(spelled) {
    this.spelled = spelled;
  }

  visit(node) {
    if (node.nodeType === Node.TEXT_NODE) this.#write(node);
    else if (node.nodeType === Node.ELEMENT_NODE && isShown(node)) this.#enter(node);
  }

  /** The end of a block: what was gathered becomes sentences. */
  close() {
    const text = this.#pieces.map((node) => node.data).join("");
    for (const { start, end } of sentencesIn(text, this.#language)) {
      this.#say(text.slice(start, end), this.#language, this.#block, this.#rangeOf(start, end));
    }
    this.#pieces = [];
  }

  #enter(element) {
    if (element.matches(OF_FORMS)) return this.#visitControl(element);
    if (element.matches("img, svg")) return this.#visitPicture(element);
    if (element.tagName === "BR") return this.close();
    const inline = getComputedStyle(element).display.startsWith("inline") && !element.matches("summary, li");
    if (!inline) this.close();
    const outside = this.#block;
    if (!inline) this.#block = element;
    if (element.matches("ol:not(.steps) > li")) this.#number = `${placeOf(element)}. `;
    const folded = element.tagName === "DETAILS" && !element.open;
    for (const child of folded ? element.querySelectorAll(":scope > summary") : element.childNodes) this.visit(child);
    if (!inline) this.close();
    this.#block = outside;
  }

  #write(node) {
    const language = languageOf(node);
    if (!node.data.trim() && !this.#pieces.length) return;
    if (this.#pieces.length && language !== this.#language && node.data.trim()) this.close();
    if (!this.#pieces.length) this.#language = language;
    this.#pieces.push(node);
  }

  #visitPicture(element) {
    const text = element.getAttribute("alt") ?? element.getAttribute("aria-label");
    if (!text?.trim()) return;
    this.close();
    this.#name(element, "picture", text);
  }

  // What she wrote or chose is hers and stays unsaid; what a list offers is said once for all its lines.
  #visitControl(element) {
    this.close();
    if (element.tagName === "SELECT") {
      const offered = [...element.options].filter((option) => option.value).map((option) => option.text.trim()).join(", ");
      if (offered !== this.#offered) this.#name(element, "choose", offered);
      this.#offered = offered;
    }
    if (element.tagName === "BUTTON") this.#name(element, "button", element.innerText);
  }

  #name(element, kind, text) {
    const language = languageOf(element);
    this.#say(waysOf(language)[kind].replace("{text}", text.trim()), language, element, null);
  }

  #say(text, language, element, range) {
    const said = spoken(this.#number + text, language, { spelled: this.spelled });
    this.#number = "";
    if (/[\p{L}\d]/u.test(said)) this.found.push({ text, said, language, range, element });
  }

  #rangeOf(start, end) {
    const range = document.createRange();
    let before = 0;
    for (const node of this.#pieces) {
      const after = before + node.length;
      if (start >= before && start < after) range.setStart(node, start - before);
      if (end > before && end <= after) range.setEnd(node, end - before);
      before = after;
    }
    return range;
  }
}

function isShown(element) {
  if (element.matches(SILENT) || element.closest("[aria-hidden=true], [hidden]")) return false;
  const style = getComputedStyle(element);
  return style.display !== "none" && style.visibility !== "hidden";
}

function placeOf(item) {
  const first = item.parentElement.start ?? 1;
  return first + [...item.parentElement.children].filter((child) => child.tagName === "LI").indexOf(item);
}

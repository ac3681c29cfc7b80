// The listen bar of a page: what its buttons do, and what it says where no voice can read.

import { firstBelow, mark, sentenceAt, unmark } from "./marking.js";
import { Notes } from "./notes.js";
import { Player } from "./playing.js";
import { changeRate, rememberedRate } from "./remembering.js";
import { sentencesOf } from "./reading.js";
import { Speaker } from "./speaking.js";
import { Voices } from "./voices.js";

const WHOLE_PAGE = ".messages, main";
const PART = "fieldset, article, section, form, .notice, figure";
const PRESSABLE = "a, button, input, select, textarea, label, summary, [data-listen-skip]";

export class Controls {
  #reader = null;
  #sentences = [];
  #part = null;
  #rate = rememberedRate();

  constructor(bar) {
    this.bar = bar;
    this.notes = new Notes(bar);
    this.voices = new Voices(globalThis.speechSynthesis);
    document.addEventListener("click", (event) => this.#jump(event));
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.#reader?.stop());
    addEventListener("pagehide", () => this.#reader?.stop());
    this.#showRate();
  }

  press(button) {
    if (button.matches("[data-listen-part]")) return this.#pressPart(button);
    const acts = {
      toggle: () => this.#toggle(),
      back: () => this.#reader.back(),
      stop: () => this.#reader.stop(),
      slower: () => this.#changeRate(-1),
      faster: () => this.#changeRate(1),
      agree: () => this.#agree(),
      device: () => this.#useDevice(),
    };
    return acts[button.dataset.listenAct]();
  }

  #toggle() {
    if (this.#reader?.state === "on") return this.#reader.pause();
    if (this.#reader?.state === "paused") return this.#reader.resume();
    const recorded = document.querySelector("[data-listen-recorded]");
    return recorded ? this.#begin(new Player(recorded, this.#rate)) : this.#read(null);
  }

  #pressPart(button) {
    const again = this.#part === button;
    this.#reader?.stop();
    if (!again) return this.#read(button);
  }

  /** Her own device reads, though somebody has recorded it: that costs no data. */
  #useDevice() {
    this.#reader?.stop();
    return this.#read(null);
  }

  /** Read the part that a button belongs to, or the page from the place on the screen. */
  async #read(button) {
    this.asked = button;
    const roots = button ? [button.closest(PART)] : document.querySelectorAll(WHOLE_PAGE);
    const spelled = this.bar.dataset.digits ? [this.bar.dataset.digits] : [];
    const sentences = [...roots].flatMap((root) => sentencesOf(root, { spelled }));
    await this.voices.load();
    if (!this.notes.tell(this.voices.lacking(sentences))) return;
    this.#reader?.stop();
    this.#sentences = sentences;
    this.#part = button;
    const line = this.bar.getBoundingClientRect().bottom;
    const from = button || scrollY < line ? 0 : firstBelow(sentences, line);
    this.#begin(new Speaker(speechSynthesis, (language) => this.voices.of(language), this.#rate), sentences, from);
  }

  #begin(reader, ...what) {
    this.#reader = reader;
    reader.addEventListener("sentence", (event) => mark(event.detail));
    reader.addEventListener("state", (event) => this.#show(event.detail));
    reader.addEventListener("trouble", () => this.notes.show("trouble"));
    reader.play(...what);
  }

  #agree() {
    this.voices.agreeToRemote();
    this.notes.clear();
    return this.#read(this.asked);
  }

  #jump(event) {
    if (!this.#sentences.length || event.target.closest(PRESSABLE) || String(getSelection())) return;
    const sentence = sentenceAt(this.#sentences, event);
    if (sentence) this.#reader.jump(sentence);
  }

  #changeRate(step) {
    this.#rate = changeRate(this.#rate, step);
    this.#reader.setRate(this.#rate);
    this.#showRate();
  }

  #showRate() {
    const rate = this.#rate.toLocaleString(document.documentElement.lang);
    this.bar.querySelector("[data-listen-rate]").textContent = `${rate}×`;
  }

  #show(state) {
    const isOff = state === "off";
    if (isOff) this.#forget();
    else this.notes.clear("partly");
    this.bar.dataset.listen = state;
    for (const face of this.bar.querySelectorAll("[data-listen-face]")) face.hidden = face.dataset.listenFace !== state;
    const toggle = this.bar.querySelector("[data-listen-act=toggle]");
    if (isOff && this.bar.contains(document.activeElement)) toggle.focus();
    for (const button of this.bar.querySelectorAll("[data-listen-running]")) button.hidden = isOff;
    this.#part?.setAttribute("aria-pressed", "true");
  }

  #forget() {
    unmark();
    this.#part?.setAttribute("aria-pressed", "false");
    this.#part = null;
    this.#sentences = [];
  }
}

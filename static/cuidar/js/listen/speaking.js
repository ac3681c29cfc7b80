// Reads sentences one after the other with the device's voices.
//
// Events: "sentence" (detail: the sentence), "state" (detail: "on", "paused" or "off"), "trouble".
// A pause is a stop that remembers its place: phones cannot pause a voice in the middle of a sentence.

const MILLISECONDS_OF_SILENCE = 8000;
const CUT_SHORT = new Set(["canceled", "interrupted"]);

export class Speaker extends EventTarget {
  #sentences = [];
  #place = 0;
  #turn = 0;
  #watch = null;

  constructor(synthesis, voiceOf, rate = 1) {
    super();
    this.synthesis = synthesis;
    this.voiceOf = voiceOf;
    this.rate = rate;
    this.state = "off";
  }

  /** Sentences in a language without a voice are left out. */
  play(sentences, from = 0) {
    this.#sentences = sentences.filter((sentence) => this.voiceOf(sentence.language));
    this.#go(Math.max(0, this.#sentences.indexOf(sentences[from])));
  }

  pause() {
    this.#hush();
    this.#be("paused");
  }

  resume() {
    this.#go(this.#place);
  }

  stop() {
    this.#hush();
    this.#be("off");
  }

  back() {
    this.#go(Math.max(0, this.#place - 1));
  }

  jump(sentence) {
    const place = this.#sentences.indexOf(sentence);
    if (place >= 0) this.#go(place);
  }

  setRate(rate) {
    this.rate = rate;
    if (this.state === "on") this.#go(this.#place);
  }

  #go(place) {
    this.#hush();
    this.#place = place;
    const sentence = this.#sentences[place];
    if (!sentence) return this.stop();
    this.#be("on");
    this.dispatchEvent(new CustomEvent("sentence", { detail: sentence }));
    this.#utter(sentence, this.#turn);
  }

  #utter(sentence, turn) {
    const utterance = new SpeechSynthesisUtterance(sentence.said);
    utterance.voice = this.voiceOf(sentence.language);
    utterance.lang = utterance.voice.lang;
    utterance.rate = this.rate;
    const current = () => turn === this.#turn; // an utterance that was cut off may still report
    utterance.onstart = () => current() && clearTimeout(this.#watch);
    utterance.onend = () => current() && this.#go(this.#place + 1);
    utterance.onerror = (event) => current() && !CUT_SHORT.has(event.error) && this.#fail();
    this.utterance = utterance; // kept, or browsers throw it away before it has ended
    this.#watch = setTimeout(() => current() && this.#fail(), MILLISECONDS_OF_SILENCE);
    this.synthesis.speak(utterance);
  }

  #hush() {
    this.#turn += 1;
    clearTimeout(this.#watch);
    this.synthesis.cancel();
  }

  #fail() {
    this.stop();
    this.dispatchEvent(new CustomEvent("trouble"));
  }

  #be(state) {
    this.state = state;
    this.dispatchEvent(new CustomEvent("state", { detail: state }));
  }
}

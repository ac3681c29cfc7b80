// Plays what a trainer recorded, with the same acts and events as a Speaker. It is loaded only when she presses Listen.

const SECONDS_BACK = 10;

export class Player extends EventTarget {
  constructor(audio, rate = 1) {
    super();
    this.audio = audio;
    this.rate = rate;
    this.state = "off";
    audio.addEventListener("ended", () => this.stop());
    audio.addEventListener("error", () => this.#fail());
  }

  play() {
    this.audio.currentTime = 0;
    this.resume();
  }

  pause() {
    this.audio.pause();
    this.#be("paused");
  }

  resume() {
    this.audio.playbackRate = this.rate;
    this.#be("on");
    this.audio.play().catch((error) => error.name !== "AbortError" && this.#fail());
  }

  stop() {
    this.audio.pause();
    this.#be("off");
  }

  back() {
    this.audio.currentTime = Math.max(0, this.audio.currentTime - SECONDS_BACK);
  }

  jump() {}

  setRate(rate) {
    this.rate = rate;
    this.audio.playbackRate = rate;
  }

  #fail() {
    if (this.state === "off") return;
    this.stop();
    this.dispatchEvent(new CustomEvent("trouble"));
  }

  #be(state) {
    this.state = state;
    this.dispatchEvent(new CustomEvent("state", { detail: state }));
  }
}

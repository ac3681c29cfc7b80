// Records a lesson's voice on its edit page, or takes a file, and sends it. The answer is the panel as it stands then.
(() => {
  const SPEECH = 32000; // bits a second: a voice is clear, and five minutes weigh about a megabyte
  // The first plays on every phone; the others are what some browsers can record.
  const TYPES = ["audio/mp4;codecs=mp4a.40.2", "audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"];
  const canRecord = Boolean(globalThis.MediaRecorder && navigator.mediaDevices);

  class Recorder {
    constructor(root) {
      this.root = root;
      root.addEventListener("click", (event) => this.press(event.target.closest("[data-recorder-act]")));
      root.addEventListener("change", (event) => event.target.matches("[data-recorder-file]") && this.choose(event.target));
      this.ready();
    }

    find(name) {
      return this.root.querySelector(`[data-recorder-${name}]`);
    }

    act(name) {
      return this.root.querySelector(`[data-recorder-act="${name}"]`);
    }

    ready() {
      if (this.act("start")) this.act("start").hidden = !canRecord;
    }

    press(button) {
      const acts = { start: this.start, stop: this.stop, send: this.send, discard: this.discard, "take-away": this.takeAway };
      if (button) acts[button.dataset.recorderAct].call(this);
    }

    async start() {
      let stream;
      try {
        stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      } catch {
        return this.say(this.root.dataset.refused);
      }
      const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
      this.recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: SPEECH });
      const pieces = [];
      const begun = Date.now();
      this.recorder.ondataavailable = ({ data }) => pieces.push(data);
      this.recorder.onstop = () => {
        for (const track of stream.getTracks()) track.stop();
        this.offer(new Blob(pieces, { type: this.recorder.mimeType }), secondsSince(begun));
      };
      this.clock = setInterval(() => { this.find("clock").textContent = clockOf(secondsSince(begun)); }, 500);
      this.recorder.start();
      this.isRecording(true);
    }

    stop() {
      clearInterval(this.clock);
      this.recorder.stop();
      this.isRecording(false);
    }

    isRecording(yes) {
      this.act("start").hidden = yes;
      this.act("stop").hidden = !yes;
    }

    choose(input) {
      const [file] = input.files;
      if (file) this.offer(file, null);
    }

    /** What was recorded or chosen, to be heard before it is kept. */
    offer(blob, seconds) {
      this.draft = { blob, seconds };
      const audio = this.find("draft").querySelector("audio");
      audio.src = URL.createObjectURL(blob);
      audio.onloadedmetadata = () => {
        if (this.draft && Number.isFinite(audio.duration)) this.draft.seconds ??= Math.max(1, Math.round(audio.duration));
      };
      this.find("draft").hidden = false;
      this.say("");
    }

    discard() {
      this.draft = null;
      this.find("draft").hidden = true;
    }

    send() {
      const body = new FormData();
      body.append("file", this.draft.blob, "recording");
      if (this.draft.seconds) body.append("seconds", this.draft.seconds);
      return this.post(this.find("draft").dataset.url, body);
    }

    takeAway() {
      const { url, sure } = this.act("take-away").dataset;
      return confirm(sure) ? this.post(url, new FormData()) : null;
    }

    async post(url, body) {
      body.append("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
      try {
        const answer = await fetch(url, { method: "POST", body });
        if (answer.status !== 200 && answer.status !== 400) throw new Error(answer.statusText);
        this.find("panel").innerHTML = await answer.text();
        this.ready();
      } catch {
        this.say(this.root.dataset.failed); // the draft stays, so that nothing has to be recorded twice
      }
    }

    say(text) {
      this.find("status").textContent = text;
    }
  }

  const secondsSince = (moment) => Math.max(1, Math.round((Date.now() - moment) / 1000));
  const clockOf = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

  document.addEventListener("DOMContentLoaded", () => {
    for (const root of document.querySelectorAll("[data-recorder]")) new Recorder(root);
  });
})();

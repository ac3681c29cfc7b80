// A voice note of one minute at most, recorded where the file field stands. Without a microphone or without this
// script the field stays what it is: a file to choose, or the phone's own recorder.

const recorder = document.querySelector("[data-recorder]");
const input = recorder?.querySelector("input[type=file]");
const canRecord = Boolean(navigator.mediaDevices?.getUserMedia && window.MediaRecorder);

if (input && canRecord) offer(recorder, input);

function offer(box, field) {
  const words = box.dataset;
  const longest = Number(field.dataset.voice);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = words.record;
  const state = document.createElement("p");
  state.className = "soft";
  state.setAttribute("role", "status");
  const sound = document.createElement("audio");
  sound.controls = true;
  sound.hidden = true;
  field.before(button, state, sound);
  field.hidden = true; // it still carries the recording
  let recording = null;

  // Words may wait on the phone for signal; a recording would be lost on the way.
  field.form.addEventListener("submit", (event) => {
    if (navigator.onLine || !field.files.length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    state.textContent = words.signal;
  }, { capture: true });

  button.addEventListener("click", async () => {
    if (recording) return recording.stop();
    try {
      recording = await record();
    } catch {
      state.textContent = words.denied;
    }
  });

  async function record() {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const media = new MediaRecorder(stream, { audioBitsPerSecond: 24000 });
    const parts = [];
    let seconds = 0;
    const clock = setInterval(() => {
      seconds += 1;
      state.textContent = `${seconds} / ${longest} s`;
      if (seconds >= longest) media.stop();
    }, 1000);
    media.addEventListener("dataavailable", (event) => parts.push(event.data));
    media.addEventListener("stop", () => {
      clearInterval(clock);
      for (const track of stream.getTracks()) track.stop();
      recording = null;
      keep(new Blob(parts, { type: media.mimeType }), seconds);
    });
    button.textContent = words.stop;
    media.start();
    return media;
  }

  function keep(blob, seconds) {
    const files = new DataTransfer();
    files.items.add(new File([blob], "voice", { type: blob.type }));
    field.files = files.files;
    button.textContent = words.again;
    state.textContent = `${words.size}: ${seconds} s, ${Math.ceil(blob.size / 1024)} kB`;
    sound.src = URL.createObjectURL(blob);
    sound.hidden = false;
  }
}

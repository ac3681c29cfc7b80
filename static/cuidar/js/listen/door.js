// Shows the listen buttons. The reader itself is fetched when somebody presses one.

const bar = document.querySelector("[data-listen]");
let controls;

if (bar) {
  document.documentElement.dataset.canListen = "";
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-listen-act], [data-listen-part]");
    if (button) open().then((ready) => ready?.press(button));
  });
}

async function open() {
  unlockVoice();
  const reader = await import("./controls.js").catch(() => null);
  bar.querySelector("[data-listen-note=unreachable]").hidden = Boolean(reader);
  if (reader) controls ??= new reader.Controls(bar);
  return controls;
}

// Some phones let a page speak only from within the press itself.
function unlockVoice() {
  if (controls || !globalThis.speechSynthesis) return;
  speechSynthesis.speak(new SpeechSynthesisUtterance(""));
}

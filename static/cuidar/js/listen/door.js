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
  try {
    controls ??= new (await import("./controls.js")).Controls(bar);
    return controls;
  } catch {
    bar.querySelector("[data-listen-note=unreachable]").hidden = false;
    return null;
  }
}

// Some phones let a page speak only from within the press itself.
function unlockVoice() {
  if (controls || !globalThis.speechSynthesis) return;
  speechSynthesis.speak(new SpeechSynthesisUtterance(""));
}

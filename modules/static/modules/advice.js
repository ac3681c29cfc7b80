// Looks the lesson over while it is written: a while after the last change the form is sent, and advice comes back.
const PAUSE = 2000; // milliseconds between two looks at the form

const panel = document.querySelector("[data-lesson-advice]");
const form = document.querySelector("form[data-edit-form]") ?? panel?.closest("form");

if (panel && form && panel.dataset.lessonAdvice) {
  const written = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string")).toString();
  let before = null;
  let asking = false;

  const ask = async () => {
    if (asking || document.hidden) return;
    const now = written();
    before ??= now;
    if (now === before) return;
    asking = true;
    before = now;
    try {
      const answer = await fetch(panel.dataset.lessonAdvice, { method: "POST", body: new FormData(form) });
      if (answer.ok) {
        const open = panel.querySelector("details")?.open;
        panel.innerHTML = await answer.text();
        if (open) panel.querySelector("details")?.setAttribute("open", "");
      }
    } catch {
      // No signal: the advice stays as it was, and the next change asks again.
    } finally {
      asking = false;
    }
  };
  setInterval(ask, PAUSE);
}

// A link to a block opens it, so that its fields are seen at once.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-lesson-advice-go]");
  if (!link) return;
  const place = document.getElementById(link.hash.slice(1));
  const toggle = place?.querySelector("[data-panel-toggle][aria-expanded='false']");
  toggle?.click();
});

// Looks the lesson over while it is written: a while after the last change the form is sent, and advice comes back.
const PAUSE = 2000; // milliseconds between two looks at the form

const panel = document.querySelector("[data-lesson-advice]");
const form = document.querySelector("form[data-edit-form]") ?? panel?.closest("form");

if (panel && form && panel.dataset.lessonAdvice) {
  const written = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string")).toString();
  let before = null;
  let asking = false;
  let touched = false; // a new lesson is not judged before somebody begins to write
  for (const act of ["input", "keydown", "click"]) form.addEventListener(act, () => { touched = true; }, { capture: true });

  // A new lesson is saved by itself while it is written: from then on it is looked over as the page that it has become.
  const address = () => {
    const saved = `${form.action} ${location.pathname}`.match(/\/pages\/(\d+)\/edit\//);
    return saved ? panel.dataset.savedLessonAdvice.replace("/0/", `/${saved[1]}/`) : panel.dataset.lessonAdvice;
  };

  const ask = async () => {
    if (asking || !touched || document.hidden) return;
    const now = written();
    if (now === before) return;
    asking = true;
    before = now;
    try {
      const answer = await fetch(address(), { method: "POST", body: new FormData(form) });
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

// A link to a block or a field opens it and brings it into sight. Wagtail names the panel of a field after its tab,
// in the language of the screen, so a field is found by the end of that name.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-lesson-advice-go]");
  if (!link) return;
  event.preventDefault();
  const name = decodeURIComponent(link.hash.slice(1));
  const place = document.getElementById(name) ?? document.querySelector(`[id$="-${name.replace(/^field-/, "")}-section"]`);
  place?.querySelector("[data-panel-toggle][aria-expanded='false']")?.click();
  place?.scrollIntoView({ block: "center" });
  place?.querySelector("input:not([type=hidden]), textarea, [contenteditable=true], button")?.focus({ preventScroll: true });
});

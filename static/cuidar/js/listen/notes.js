// What the bar says where a voice is missing. The words stand in the page, in the reader's language.

export class Notes {
  #notes;

  constructor(bar) {
    this.#notes = bar.querySelectorAll("[data-listen-note]");
  }

  /** Says what is lacking, and answers whether reading can begin all the same. */
  tell({ nothing, main, languages, remote }) {
    this.clear();
    if (nothing) return false;
    if (!languages.length) return true;
    const name = remote ? "remote" : main ? "voiceless" : "partly";
    this.show(name, languages);
    return !main;
  }

  show(name, languages = []) {
    for (const note of this.#notes) {
      if (note.dataset.listenNote !== name) continue;
      const named = languages.map(nameOf).join(", ");
      for (const place of note.querySelectorAll("[data-listen-language]")) place.textContent = named;
      note.hidden = false;
    }
  }

  clear(but = "") {
    for (const note of this.#notes) note.hidden ||= note.dataset.listenNote !== but;
  }
}

function nameOf(language) {
  try {
    return new Intl.DisplayNames([document.documentElement.lang], { type: "language" }).of(language);
  } catch {
    return language; // an old browser, or a language that nobody has named
  }
}

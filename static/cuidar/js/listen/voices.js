// Which voice reads which language. A voice of the device sends nothing anywhere and needs no signal; one from the
// network is used only by those who have agreed to it.

import { recall, remember } from "./remembering.js";

const AGREED = "cuidar_listen_remote";
const NEAREST = { es: ["es-uy", "es-ar", "es-419", "es-us", "es-mx"], pt: ["pt-br"], en: [], fr: [] };
const MILLISECONDS_TO_LOAD = 1500;

/** The voices of this device, and what they cannot read. */
export class Voices {
  #voices = [];
  #agreed = recall(AGREED) === "yes";

  constructor(synthesis) {
    this.synthesis = synthesis;
  }

  async load() {
    if (this.synthesis && !this.#voices.length) this.#voices = await loaded(this.synthesis);
  }

  of(language) {
    const { voice, remote } = voiceFor(this.#voices, language);
    return remote && !this.#agreed ? null : voice;
  }

  agreeToRemote() {
    this.#agreed = true;
    remember(AGREED, "yes");
  }

  /** The languages among sentences that no voice may read; `main`: the language of most letters is one of them. */
  lacking(sentences) {
    const letters = new Map();
    for (const { said, language } of sentences) letters.set(language, (letters.get(language) ?? 0) + said.length);
    const most = [...letters].sort((one, other) => other[1] - one[1])[0]?.[0];
    const languages = [...letters.keys()].filter((language) => !this.of(language));
    const remote = languages.some((language) => voiceFor(this.#voices, language).remote);
    return { nothing: !sentences.length, languages, main: languages.includes(most), remote };
  }
}

// Browsers load voices late, and some never say that they have none.
function loaded(synthesis) {
  const voices = synthesis.getVoices();
  if (voices.length) return Promise.resolve(voices);
  return new Promise((resolve) => {
    const give = () => resolve(synthesis.getVoices());
    synthesis.addEventListener?.("voiceschanged", give, { once: true });
    setTimeout(give, MILLISECONDS_TO_LOAD);
  });
}

/** The best voice for a language: {voice, remote}. `voice` is null where there is none at all. */
export function voiceFor(voices, language) {
  const wanted = language.toLowerCase();
  const base = wanted.split("-")[0];
  const near = [wanted, ...(NEAREST[base] ?? [])];
  const speaking = voices.filter((voice) => codeOf(voice).split("-")[0] === base);
  const ranked = speaking.sort((one, other) => rank(one, near) - rank(other, near));
  const voice = ranked.find((each) => each.localService) ?? ranked[0] ?? null;
  return { voice, remote: Boolean(voice && !voice.localService) };
}

function rank(voice, near) {
  const place = near.indexOf(codeOf(voice));
  return (place < 0 ? near.length : place) - (voice.default ? 0.5 : 0);
}

function codeOf(voice) {
  return voice.lang.replace("_", "-").toLowerCase(); // Android writes es_US
}

// Stands in for the voices of a device, which no test machine has. Reading aloud is the browser's part; what is read,
// in which language and in which order is ours. `testVoices` are the languages of its voices; a test says when a
// sentence has been read with `testSpeech.finish()`.

globalThis.testSpeech = {
  spoken: [],
  current: null,
  /** Resolves once a sentence is being read. */
  async begun() {
    while (!this.current) await new Promise((resolve) => setTimeout(resolve, 20));
  },
  finish() {
    const { current } = this;
    this.current = null;
    current?.onend?.({});
  },
};

class FakeSynthesis extends EventTarget {
  getVoices() {
    return testVoices.map((lang) => ({
      lang: lang.replace("*", ""),
      name: lang,
      localService: !lang.endsWith("*"),
      default: false,
    }));
  }

  speak(utterance) {
    if (!utterance.text) return; // the first one only unlocks the voice
    testSpeech.current = utterance;
    testSpeech.spoken.push({ text: utterance.text, lang: utterance.lang, rate: utterance.rate });
    utterance.onstart?.({});
  }

  cancel() {
    const { current } = testSpeech;
    testSpeech.current = null;
    setTimeout(() => current?.onerror?.({ error: "canceled" }));
  }
}

class FakeUtterance {
  constructor(text) {
    this.text = text;
  }
}

Object.defineProperty(globalThis, "speechSynthesis", { value: new FakeSynthesis(), configurable: true });
globalThis.SpeechSynthesisUtterance = FakeUtterance;

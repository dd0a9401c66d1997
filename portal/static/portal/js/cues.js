// What the member hears and feels. Both are off until they are switched on.

const TONES = { hold: 660, move: 440, rest: 330, side: 550, ready: 520, end: 330 };
const LENGTH = 0.18;
const LOUDNESS = 0.2;
const BUZZ = { hold: [120], side: [120, 80, 120], end: [300], move: [60] };
const PAUSE_BEFORE_SAYING = 60;

// Through the page's live region: emptied first, so that the same words are said again.
export function say(words) {
  const status = document.getElementById("status");
  if (!status || !words) return;
  status.textContent = "";
  setTimeout(() => {
    status.textContent = words;
  }, PAUSE_BEFORE_SAYING);
}

export class Sound {
  isOn = false;
  #context = null;

  // Browsers give sound only after a tap.
  wake() {
    if (!this.isOn || !("AudioContext" in window)) return;
    this.#context ??= new AudioContext();
    this.#context.resume();
  }

  play(kind) {
    if (!this.isOn || !this.#context) return;
    const now = this.#context.currentTime;
    const tone = this.#context.createOscillator();
    const volume = this.#context.createGain();
    tone.frequency.value = TONES[kind] ?? TONES.move;
    volume.gain.setValueAtTime(LOUDNESS, now);
    volume.gain.exponentialRampToValueAtTime(0.001, now + LENGTH);
    tone.connect(volume).connect(this.#context.destination);
    tone.start(now);
    tone.stop(now + LENGTH);
  }
}

export class Vibration {
  isOn = false;

  static get isThere() {
    return "vibrate" in navigator;
  }

  wake() {}

  play(kind) {
    if (this.isOn && Vibration.isThere) navigator.vibrate(BUZZ[kind] ?? [40]);
  }
}

// The timer of a step: starts on a tap, shows and says what to do, and never goes on to
// another page by itself. Without this script the step is a form like any other.

import { keepAwake, letSleep } from "./awake.js";
import { Sound, Vibration, say } from "./cues.js";
import { bindSwitch } from "./switches.js";
import { Timer } from "./timer.js";

const MINUTES_FROM = 100;
const FLASH = 1500;

function bind(section) {
  const find = (name) => section.querySelector(`[data-${name}]`);
  const words = section.dataset;
  const timer = new Timer(JSON.parse(words.plan));
  const sound = new Sound();
  const vibration = new Vibration();
  const cues = [sound, vibration];

  bindSwitch(find("sound"), sound, "sound");
  if (Vibration.isThere) bindSwitch(find("vibrate"), vibration, "vibration");

  const play = (kind) => cues.forEach((cue) => cue.play(kind));
  const phase = (text) => {
    find("phase").textContent = text;
  };
  const offer = (name) => {
    for (const other of ["start", "pause", "resume"]) find(other).hidden = other !== name;
    find("again").hidden = name === "start" || name === "pause";
  };
  const press = (name, deed) =>
    find(name).addEventListener("click", () => {
      const hadFocus = document.activeElement === find(name);
      cues.forEach((cue) => cue.wake());
      deed();
      const next = section.querySelector(".btn:not([hidden])");
      if (hadFocus) next.focus();
    });

  press("start", () => timer.start());
  press("pause", () => timer.pause());
  press("resume", () => timer.resume());
  press("again", () => timer.start());

  timer.addEventListener("part", ({ detail: { part } }) => {
    section.dataset.kind = part.kind;
    offer("pause");
    keepAwake();
    phase(part.shown);
    say(part.said);
    play(part.kind);
  });
  timer.addEventListener("second", ({ detail: { left, share } }) => {
    const inMinutes = left >= MINUTES_FROM;
    find("number").textContent = inMinutes ? Math.ceil(left / 60) : left;
    find("unit").textContent = inMinutes ? words.minutes : left === 1 ? words.one : words.left;
    find("ring").setAttribute("stroke-dasharray", `${Math.min(share, 1) * 100} 100`);
  });
  timer.addEventListener("half", ({ detail: { part } }) => {
    say(part.half);
    play("side");
    phase(part.half);
    setTimeout(() => {
      if (timer.part === part) phase(part.shown);
    }, FLASH);
  });
  timer.addEventListener("pause", () => {
    offer("resume");
    letSleep();
    phase(words.paused);
    say(words.paused);
  });
  timer.addEventListener("resume", ({ detail: { part } }) => {
    offer("pause");
    keepAwake();
    phase(part.shown);
    say(part.shown);
  });
  timer.addEventListener("end", () => {
    section.dataset.kind = "end";
    offer("start");
    letSleep();
    find("number").textContent = "0";
    phase(words.finished);
    say(words.finished);
    play("end");
  });

  section.hidden = false;
}

document.querySelectorAll("[data-timer]").forEach(bind);

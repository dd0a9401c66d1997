// A button that is on or off, and stays so for this visit.

export function bindSwitch(button, cue, name) {
  if (!button) return;
  button.hidden = false;
  show(button, cue, sessionStorage.getItem(name) === "on");
  button.addEventListener("click", () => {
    show(button, cue, !cue.isOn);
    sessionStorage.setItem(name, cue.isOn ? "on" : "off");
    cue.wake();
    cue.play("ready");
  });
}

function show(button, cue, isOn) {
  cue.isOn = isOn;
  button.setAttribute("aria-pressed", String(isOn));
  button.querySelector("[data-on]").hidden = !isOn;
  button.querySelector("[data-off]").hidden = isOn;
}

// A minus and a plus beside each number; without scripts the number stands alone.

const SELECTOR = "input[type=number][data-step]";

function stepped(input, by) {
  const value = input.value === "" ? 0 : Number(input.value);
  const low = input.min === "" ? -Infinity : Number(input.min);
  const high = input.max === "" ? Infinity : Number(input.max);
  return Math.min(high, Math.max(low, value + by));
}

function button(input, by, sign, words) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = sign;
  made.setAttribute("aria-label", words);
  made.setAttribute("aria-controls", input.id);
  made.addEventListener("click", () => {
    input.value = String(stepped(input, by));
    input.dispatchEvent(new Event("input", { bubbles: true }));
    say(`${input.labels[0]?.textContent.trim() ?? ""}: ${input.value}`);
  });
  return made;
}

function say(words) {
  const status = document.getElementById("status");
  if (status) status.textContent = words;
}

function dress(input, words) {
  const by = Number(input.dataset.step);
  const label = input.labels[0]?.textContent.trim() ?? "";
  const box = document.createElement("span");
  box.className = "stepper";
  input.replaceWith(box);
  box.append(
    button(input, -by, "−", `${words.less}: ${label}`),
    input,
    button(input, by, "+", `${words.more}: ${label}`),
  );
}

for (const form of document.querySelectorAll("form[data-less][data-more]")) {
  for (const input of form.querySelectorAll(SELECTOR)) {
    dress(input, form.dataset);
  }
}

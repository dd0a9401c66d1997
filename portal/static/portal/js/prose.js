// Beside a text: how readers see it, and the keys that it may cite.
import { complete } from "./cite.js";

const tools = document.getElementById("prose-tools");
const texts = "textarea[name$=body], textarea[name^=statements][name$=text]";
const wait = 400;

async function show(text, box) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const body = new URLSearchParams({ text: text.value, field: text.name, csrfmiddlewaretoken: token });
  const answer = await fetch(tools.dataset.address, { method: "POST", body });
  if (answer.ok) box.innerHTML = await answer.text();
}

function beside(text) {
  const figure = document.createElement("div");
  const title = document.createElement("p");
  const box = document.createElement("div");
  figure.className = "prose-beside";
  title.className = "quiet";
  title.textContent = tools.dataset.title;
  box.className = "prose-preview";
  const pair = document.createElement("div");
  pair.className = "prose-pair";
  text.before(pair);
  figure.append(title, box);
  pair.append(text, figure);
  return box;
}

function begin(text) {
  const box = beside(text);
  let timer;
  text.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => show(text, box), wait);
  });
  complete(text, [...tools.querySelectorAll("[data-cite]")].map((one) => one.dataset.cite));
  if (text.value) show(text, box);
}

if (tools) document.querySelectorAll(texts).forEach((text) => {
  if (!text.name.includes("__prefix__")) begin(text);
});

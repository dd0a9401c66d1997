// In a text, "[@lo" offers the keys that hold "lo": arrows, Enter, Escape.
const begun = /\[@([\w-]*)$/;
const most = 8;
let count = 0;

export function complete(text, keys) {
  const list = document.createElement("ul");
  let found = [];
  let at = 0;
  list.className = "cite-choices";
  list.id = `cite-${(count += 1)}`;
  list.setAttribute("role", "listbox");
  list.hidden = true;
  text.after(list);
  text.setAttribute("aria-autocomplete", "list");
  text.setAttribute("aria-controls", list.id);

  function close() {
    list.hidden = true;
    text.removeAttribute("aria-activedescendant");
  }

  function draw() {
    list.replaceChildren(...found.map((key, place) => {
      const item = document.createElement("li");
      item.textContent = key;
      item.id = `${list.id}-${place}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", String(place === at));
      item.addEventListener("mousedown", (event) => {
        event.preventDefault();
        take(key);
      });
      return item;
    }));
    list.hidden = found.length === 0;
    if (list.hidden) close();
    else text.setAttribute("aria-activedescendant", `${list.id}-${at}`);
  }

  function look() {
    const typed = text.value.slice(0, text.selectionStart).match(begun);
    found = typed ? keys.filter((key) => key.includes(typed[1])).slice(0, most) : [];
    at = 0;
    draw();
  }

  function take(key) {
    const end = text.selectionStart;
    const start = end - text.value.slice(0, end).match(begun)[0].length;
    text.setRangeText(`[@${key}]`, start, end, "end");
    close();
    text.dispatchEvent(new Event("input"));
  }

  text.addEventListener("input", look);
  text.addEventListener("blur", close);
  text.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) at = (at + step + found.length) % found.length;
    if (event.key === "Escape") close();
    else if (event.key === "Enter" || event.key === "Tab") take(found[at]);
    else if (step) draw();
    else return;
    event.preventDefault();
  });
}

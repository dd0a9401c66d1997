// Rows of a form in an order: a button up and one down on each, for hands and keys.
// Without this script the order is a number in the row.
const words = document.getElementById("sort-words");

function rowsOf(group) {
  return [...group.querySelectorAll(".inline-related, tr.form-row")].filter(
    (row) => !row.classList.contains("empty-form") && row.querySelector("input[name$=-order]"),
  );
}

function isWritten(row) {
  const texts = [...row.querySelectorAll("textarea, input[name$=-order]")];
  return row.classList.contains("has_original") || texts.some((text) => text.value.trim());
}

// An empty row that got a number would count as begun, and be refused.
function number(group) {
  const used = rowsOf(group).filter(isWritten);
  used.forEach((row, place) => { row.querySelector("input[name$=-order]").value = place + 1; });
}

function move(group, row, step, button) {
  const rows = rowsOf(group);
  const other = rows[rows.indexOf(row) + step];
  if (!other) return;
  if (step < 0) other.before(row);
  else other.after(row);
  number(group);
  button.focus();
}

function button(group, row, step, label) {
  const one = document.createElement("button");
  one.type = "button";
  one.className = "row-move";
  one.dataset.move = step;
  one.textContent = step < 0 ? "↑" : "↓";
  one.setAttribute("aria-label", label);
  one.addEventListener("click", () => move(group, row, step, one));
  return one;
}

function furnish(group) {
  rowsOf(group).forEach((row) => {
    const order = row.querySelector("input[name$=-order]");
    if (row.querySelector("[data-move]")) return;
    const moves = document.createElement("div");
    moves.className = "row-moves";
    order.after(moves);
    moves.append(
      order,
      button(group, row, -1, words.dataset.up),
      button(group, row, 1, words.dataset.down),
    );
  });
}

if (words) {
  const groups = document.querySelectorAll(".inline-group");
  groups.forEach(furnish);
  document.addEventListener("formset:added", () => groups.forEach(furnish));
}

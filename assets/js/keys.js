// "/" goes to the search field; in a reading list j and k walk, o opens.
const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

function walk(step) {
  const rows = [...document.querySelectorAll("[data-rows] [data-row]")];
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[Math.min(Math.max(here + step, 0), rows.length - 1)];
  next?.querySelector("[data-open]").focus();
}

const KEYS = {
  "/": () => document.querySelector("[data-search]")?.focus(),
  j: () => walk(1),
  k: () => walk(-1),
  o: () => document.activeElement.closest("[data-row]")?.querySelector("[data-open]").click(),
};

document.addEventListener("keydown", (event) => {
  const plain = !(event.ctrlKey || event.metaKey || event.altKey);
  if (!plain || typing(event.target) || !(event.key in KEYS)) return;
  if (event.key === "/") event.preventDefault();
  KEYS[event.key]();
});

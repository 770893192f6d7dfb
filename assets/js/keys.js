// Keys for who reads a lot; "?" shows them and lets them be switched off, for who speaks to the computer.
const overview = document.getElementById("sneltoetsen");
const enabled = document.getElementById("sneltoetsen-aan");
const opener = document.querySelector("[data-keys-open]");
const OFF = "sneltoetsen-uit";

// A browser that keeps nothing for a site forgets the choice.
function remembered() {
  try {
    return window.localStorage;
  } catch {
    return {};
  }
}

const memory = remembered();
const typing = (target) => target.closest("input, textarea, select, dialog, [contenteditable]") !== null;
const row = () => document.activeElement.closest("[data-row]");

function walk(step) {
  const rows = [...document.querySelectorAll("[data-rows] [data-row]")];
  const next = rows[Math.min(Math.max(rows.indexOf(row()) + step, 0), rows.length - 1)];
  next?.querySelector("[data-open]").focus();
}

// What the key is for, in the row where one is or on the proposal's own page; else from the row to that page.
function act(selector, use) {
  const link = row()?.querySelector("[data-open]");
  const target = (row() ?? document).querySelector(selector);
  if (target) use(target);
  else if (link) window.location.href = `${link.href}#verder`;
}

const KEYS = {
  "/": () => document.querySelector("[data-search]")?.focus(),
  j: () => walk(1),
  k: () => walk(-1),
  o: () => row()?.querySelector("[data-open]").click(),
  n: () => act('form[action$="/behandelen"] button', (button) => button.click()),
  b: () => act('form[action$="/besluit"] textarea', (field) => field.focus()),
  "?": () => overview.showModal(),
};

document.addEventListener("keydown", (event) => {
  const plain = !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing);
  if (!plain || !enabled.checked || typing(event.target) || !(event.key in KEYS)) return;
  event.preventDefault();
  KEYS[event.key]();
});

enabled.checked = memory[OFF] === undefined;
enabled.addEventListener("change", () => {
  if (enabled.checked) delete memory[OFF];
  else memory[OFF] = "1";
});
opener.hidden = false;
opener.querySelector("button").addEventListener("click", () => overview.showModal());

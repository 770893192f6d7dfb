// Brings forward what others do with the paragraph at the cursor, named as it is published: its text stays here.
const entries = [...document.querySelectorAll("[data-work-list] [data-opening]")];
const here = document.querySelector("[data-work-here]");
const area = here?.closest(".editor").querySelector("textarea");
let current;

// The nearest line above that opens a published paragraph; below a blank line it is the one after that.
function entryAtCursor() {
  const end = area.value.indexOf("\n", area.selectionStart);
  const lines = area.value.slice(0, end < 0 ? undefined : end).split("\n");
  let below = 0;
  for (const line of lines.reverse()) {
    const index = entries.findIndex((entry) => line.trim().startsWith(entry.dataset.opening));
    if (index >= 0) return entries[Math.min(index + below, entries.length - 1)];
    if (!line.trim()) below = 1;
  }
  return entries[0];
}

// Where the cursor was last, also when the focus is elsewhere in the form by now.
export function placeAtCursor() {
  return current?.querySelector("[data-place]")?.dataset.place ?? "";
}

export function bringForward() {
  if (!current) return;
  const work = [...current.querySelectorAll(".work-list__proposal, .presence:not([hidden])")];
  if (work.map((part) => part.textContent).join("") === here.textContent) return;
  here.replaceChildren(...work.map((part) => part.cloneNode(true)));
}

function follow() {
  current = entryAtCursor();
  bringForward();
}

if (area && entries.length) {
  for (const name of ["keyup", "click", "input", "focus"]) area.addEventListener(name, follow);
}

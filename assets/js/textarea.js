// A textarea grows with its text, up to the height of the window.
const ROOM = 96;

function grow(area) {
  const limit = window.innerHeight - ROOM;
  if (area.scrollHeight <= area.clientHeight) return;
  const borders = area.offsetHeight - area.clientHeight;
  area.style.height = `${Math.min(area.scrollHeight + borders, limit)}px`;
}

export function growing(area) {
  grow(area);
  area.addEventListener("input", () => grow(area));
}

for (const area of document.querySelectorAll("textarea[data-grow]")) growing(area);

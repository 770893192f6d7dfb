// A click on a sentence shows where it came from, as pointing at it does; Escape puts that away.
const text = document.querySelector(".provenance__text");

function show(event) {
  if (event.target.closest("a, button, summary") || !getSelection().isCollapsed) return;
  event.target.closest(".traced, tr")?.querySelector(".origin-mark")?.focus({ preventScroll: true });
}

text?.addEventListener("click", show);
text?.addEventListener("keydown", (event) => event.key === "Escape" && document.activeElement.blur());

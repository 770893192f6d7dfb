// A button that copies a text. Without it the text stands in a field, to select and copy by hand.
async function copy(event) {
  const button = event.currentTarget;
  const field = document.getElementById(button.dataset.copy);
  const told = button.parentElement.querySelector('[role="status"]');
  field.select();
  await navigator.clipboard.writeText(field.value);
  told.textContent = button.dataset.copied;
}

// Only where the browser lets a page write to the clipboard: not over plain http to another machine.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", (event) => copy(event).catch(() => {}));
  }
}

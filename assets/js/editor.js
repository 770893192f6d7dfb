// The toolbar with its keys, and the preview in place instead of on a new page.
import "@github/markdown-toolbar-element";

const HOTKEYS = { b: "md-bold", i: "md-italic", k: "md-link" };

for (const toolbar of document.querySelectorAll("[data-toolbar]")) {
  toolbar.hidden = false;
  document.getElementById(toolbar.getAttribute("for")).addEventListener("keydown", (event) => {
    const tool = (event.ctrlKey || event.metaKey) && !event.shiftKey && HOTKEYS[event.key];
    if (!tool) return;
    event.preventDefault();
    toolbar.querySelector(tool).click();
  });
}

async function fetchPreview(form) {
  const fields = new URLSearchParams(new FormData(form));
  fields.set("actie", "voorbeeld");
  const response = await fetch(form.action, { method: "POST", body: fields });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return page.querySelector("#voorbeeld:not([hidden])");
}

function show(preview) {
  document.getElementById("voorbeeld").replaceWith(preview);
  document.querySelector("[data-mark-news]")?.remove(); // the preview says it of the text as it is now
  preview.scrollIntoView({ block: "start" });
  preview.focus({ preventScroll: true });
}

// Anything but a preview in the answer (an expired session, an error): send the form as without this script.
async function previewInPlace(event) {
  const button = event.currentTarget;
  event.preventDefault();
  const preview = await fetchPreview(button.form).catch(() => null);
  if (preview) return show(preview);
  button.removeEventListener("click", previewInPlace);
  button.click();
}

if (document.getElementById("voorbeeld")) {
  for (const button of document.querySelectorAll('button[name="actie"][value="voorbeeld"]')) {
    button.addEventListener("click", previewInPlace);
  }
}

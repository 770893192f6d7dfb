// A link to a page with one form opens that form under the link; without an answer that has it, the page itself.
import { watch } from "./form.js";
import { growing } from "./textarea.js";

const NAMES = ["id", "for", "aria-describedby"];
const opened = new Map();

async function fetchForm(link) {
  const response = await fetch(link.href);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return page.querySelector("form[data-place]");
}

// Several may be open at once, and what was typed in one is never thrown away: each gets ids of its own.
function number(form) {
  for (const name of NAMES) {
    for (const element of form.querySelectorAll(`[${name}]`)) {
      const ids = element.getAttribute(name).split(" ");
      element.setAttribute(name, ids.map((id) => `${id}-${opened.size}`).join(" "));
    }
  }
}

function place(link, form) {
  opened.set(link, form);
  number(form);
  link.closest("[data-in-place]").append(form);
  watch(form);
  for (const area of form.querySelectorAll("textarea[data-grow]")) growing(area);
}

function show(link, form, visible) {
  form.hidden = !visible;
  link.setAttribute("aria-expanded", visible);
  if (visible) form.querySelector("input[type=radio], textarea").focus();
}

async function openInPlace(event) {
  const link = event.currentTarget;
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (opened.has(link)) return show(link, opened.get(link), opened.get(link).hidden);
  const form = await fetchForm(link).catch(() => null);
  if (!form) return window.location.assign(link.href);
  place(link, form);
  show(link, form, true);
}

for (const link of document.querySelectorAll("[data-in-place] > a")) {
  link.setAttribute("aria-expanded", false);
  link.addEventListener("click", openInPlace);
}

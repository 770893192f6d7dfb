// Forms that post: one press is one press, typed text is not left behind unasked, errors get the focus.
const posts = [];
const WARNS = 'textarea, input[type="text"]';

// A form that came back with errors or a preview holds text that is saved nowhere, though nothing was typed since.
const cameBack = document.querySelector(".form-errors, #voorbeeld:not([hidden])") !== null;

const typedIn = (form) => [...form.querySelectorAll(WARNS)].some((field) => field.value !== field.defaultValue);
// A draft is kept by the server or by this browser, and says so itself.
const unsaved = (form) => !form.dataset.kept && (typedIn(form) || (cameBack && form.querySelector("textarea:not([readonly])") !== null));

let sending = null;

function once(event) {
  const form = event.target;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "true";
  sending = form;
  // aria-disabled keeps the focus and the pressed button's own value; disabled would lose both.
  for (const button of form.querySelectorAll("button")) button.setAttribute("aria-disabled", "true");
}

function again() {
  sending = null;
  for (const form of posts) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("button")) button.removeAttribute("aria-disabled");
  }
}

export function watch(form) {
  posts.push(form);
  form.addEventListener("submit", once);
}

for (const form of document.querySelectorAll('form[method="post"]')) watch(form);
window.addEventListener("pageshow", (event) => event.persisted && again());
window.addEventListener("beforeunload", (event) => {
  const lost = sending ? posts.some((form) => form !== sending && typedIn(form)) : posts.some(unsaved);
  if (lost) event.preventDefault();
});

document.querySelector("[data-focus]")?.focus();

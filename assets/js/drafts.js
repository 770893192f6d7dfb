// Drafts: forms that save themselves, text that is offered back, and an empty browser after signing out.
import { handOver, offerBack } from "./drafts/offering.js";
import { SavingForm } from "./drafts/saving.js";
import { forgetAll } from "./drafts/store.js";

const forms = [...document.querySelectorAll("form[data-draft]")].map((form) => new SavingForm(form));

for (const saving of forms) {
  offerBack(saving);
  // A form that came back with errors or a preview holds text that may be saved nowhere.
  if (document.querySelector(".form-errors, #voorbeeld:not([hidden])")) saving.changed();
  const place = Number(saving.form.dataset.cursor);
  const area = saving.field("tekst");
  if (area && place && !document.querySelector("main .alert")) {
    area.setSelectionRange(place, place);
    area.focus();
  }
}

for (const part of document.querySelectorAll("[data-left-in-browser]")) handOver(part);

// What was typed is saved first. Only when that fails, and she presses once more, is it given up.
document.querySelector("[data-sign-out]")?.addEventListener("submit", async (event) => {
  const form = event.target;
  const waiting = forms.filter((saving) => saving.unsaved);
  if (waiting.length && !form.dataset.warned) {
    event.preventDefault();
    event.stopImmediatePropagation();
    await Promise.all(waiting.map((saving) => saving.save()));
    form.dataset.warned = "true";
    if (!waiting.some((saving) => saving.unsaved)) form.requestSubmit();
    return;
  }
  for (const saving of forms) saving.leaving = true;
  forgetAll(form.dataset.signOut);
});

// Text that this browser still has for a form, offered back: after a crash, a lost connection, an expired session.
import { clock, entries, forget } from "./store.js";

const FOREVER = () => new Promise(() => {});
// Not typed by anybody: differences in these do not make another text.
const OWN = new Set(["sleutel", "concept", "versie", "formulier", "beurt", "cursor", "gezien"]);

// Nor in what the form knew of the words that were there before.
const typed = (fields) => JSON.stringify(fields.filter(([name]) => !OWN.has(name) && !name.startsWith("gezien-")));

// Whoever holds the lock of an opened form is that form: what is typed in another tab now is not offered here.
export function claim(name, use) {
  if (navigator.locks) navigator.locks.request(name, use);
  else use();
}

function fill(form, fields) {
  for (const box of form.querySelectorAll('[type="checkbox"]')) box.checked = false;
  for (const [name, value] of fields) {
    for (const field of form.querySelectorAll(`[name="${name}"]`)) {
      if (field.type === "checkbox" || field.type === "radio") field.checked ||= field.value === value;
      else if (field.type !== "submit") field.value = value;
    }
  }
  for (const area of form.querySelectorAll("textarea")) area.dispatchEvent(new Event("input"));
}

function restore(saving, entry) {
  fill(saving.form, entry.fields);
  forget(entry.account, saving.name);
  saving.name = entry.form;
  saving.step = Math.max(saving.step, entry.step);
  saving.changed();
  saving.form.querySelector("textarea, input:not([type=hidden])").focus();
}

function offer(saving, entry) {
  const part = document.querySelector("[data-draft-offer]").content.cloneNode(true).firstElementChild;
  const heading = part.querySelector(".alert__heading");
  heading.textContent = heading.textContent.replace("{tijd}", clock(entry.at));
  document.querySelector("[data-draft-offers]").append(part);
  return new Promise((release) => {
    part.querySelector("[data-restore]").addEventListener("click", () => {
      part.remove();
      restore(saving, entry);
    });
    part.querySelector("[data-discard]").addEventListener("click", () => {
      forget(entry.account, entry.form);
      part.remove();
      document.getElementById("inhoud").focus();
      release();
    });
  });
}

export function offerBack(saving) {
  claim(saving.name, FOREVER);
  const { account, address } = saving.form.dataset;
  for (const entry of entries(account)) {
    if (entry.address !== address) continue;
    if (typed(entry.fields) === typed(saving.fields())) forget(account, entry.form);
    else claim(entry.form, () => offer(saving, entry));
  }
}

async function hand(entry, { token }) {
  const body = new URLSearchParams(entry.fields);
  for (const [name, value] of Object.entries({ csrf_token: token, formulier: entry.form, beurt: entry.step })) {
    body.set(name, value);
  }
  const response = await fetch(entry.saves, { method: "POST", body }).catch(() => null);
  if (response?.ok) forget(entry.account, entry.form);
  return response?.ok;
}

function list(part, entry) {
  const item = part.querySelector("template").content.cloneNode(true);
  const link = item.querySelector("a");
  link.href = entry.address;
  link.textContent = link.textContent.replace("{tijd}", clock(entry.at));
  part.querySelector("ul").append(item);
  part.hidden = false;
}

// The list of one's drafts hands over what is left here, wherever its form was, and tells what it cannot hand over.
export function handOver(part) {
  for (const entry of entries(part.dataset.account)) {
    claim(entry.form, async () => {
      if (await hand(entry, part.dataset)) window.location.reload();
      else list(part, entry);
    });
  }
}

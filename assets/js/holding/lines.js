// Forms that go through the queue: what is typed is kept in this browser first, and sent when there is a connection.
import { Queue } from "./queue.js";
import { Store, newKey } from "./store.js";
import { queueName, sayFull, sayState, showRefused } from "./status.js";
import { freshPage, takeOver } from "./seen.js";

const AFTER_LAST_KEY = 2_000;
const SAME_TAP = 700;
const forms = [...document.querySelectorAll("form[data-queue]")];
const store = queueName && new Store(queueName);
const formOf = (entry) => forms.find((form) => form.dataset.queue === entry.form);
const textOf = (form) => form.querySelector("[data-queue-text], [type=text]");

function show(entry, html) {
  const piece = new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
  const list = document.querySelector(formOf(entry)?.dataset.queueList ?? "#geen-lijst");
  if (!piece) return;
  takeOver(piece);
  if (!list) return;
  document.getElementById(piece.id)?.remove();
  list.prepend(piece);
}

function refuse(entry) {
  showRefused(entry, async () => {
    const form = formOf(entry);
    // On another screen than where it was typed there is no field: it stays kept.
    if (!form) return;
    store.forget(entry);
    textOf(form).value = entry.text;
    textOf(form).focus();
    if ("queueSaves" in form.dataset) takeOver(await freshPage());
  });
}

// What this form sent without hearing that it was kept: over that it may write, over what others wrote not.
function sentBefore(key) {
  const before = store.all().find((entry) => entry.key === key);
  return before?.fields.filter(([name]) => ["eerder", "tekst"].includes(name)).map(([, value]) => value) ?? [];
}

function put(queue, form, key, submitter) {
  const fields = new URLSearchParams(new FormData(form, submitter));
  fields.delete("csrf_token");
  for (const text of sentBefore(key)) fields.append("eerder", text);
  if (fields.has("sleutel")) fields.set("sleutel", key);
  const entry = { key, form: form.dataset.queue, action: form.action, fields: [...fields], text: textOf(form).value };
  const kept = queue.add(entry);
  if (kept) form.dataset.kept = "true";
  else sayFull();
  return kept;
}

// The next one sees that the answer was taken, and not which it was.
function thank(form) {
  const thanks = form.querySelector("[data-queue-thanks]");
  if (!thanks) return textOf(form).focus();
  const count = Number(thanks.dataset.count ?? 0) + 1;
  thanks.dataset.count = count;
  thanks.textContent = thanks.dataset.queueThanks + count;
  thanks.hidden = false;
  thanks.focus();
}

// Two clicks in one movement are one answer.
function isSameTap(form, event) {
  const tap = event.submitter?.value;
  const same = Boolean(tap) && form.dataset.tap === tap && event.timeStamp - Number(form.dataset.tapAt) < SAME_TAP;
  Object.assign(form.dataset, { tap: tap ?? "", tapAt: event.timeStamp });
  return same;
}

function oneLine(queue, form, event) {
  const field = textOf(form);
  event.preventDefault();
  event.stopImmediatePropagation();
  if (isSameTap(form, event)) return;
  const said = event.submitter?.name || field.value.trim();
  if (!said || !put(queue, form, newKey(), event.submitter)) {
    field.focus();
    return;
  }
  field.value = "";
  thank(form);
}

// Saved a moment after the last key; under one key, so that only the newest text waits.
function savingItself(queue, form) {
  let timer;
  const save = () => {
    clearTimeout(timer);
    timer = null;
    // What is kept here is not lost on leaving the page.
    if (put(queue, form, form.dataset.queue)) textOf(form).defaultValue = textOf(form).value;
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, AFTER_LAST_KEY);
  });
  document.addEventListener("visibilitychange", () => document.hidden && timer && save());
  return () => timer && save();
}

// What needs the newest texts waits until they have arrived; without a connection nothing happens but a sentence.
async function afterQueue(queue, savers, event) {
  const form = event.target;
  event.preventDefault();
  event.stopImmediatePropagation();
  for (const save of savers) save();
  await queue.send();
  // Not within the event itself: a browser ignores what a form asks while it is being sent.
  await new Promise((go) => setTimeout(go));
  if (queue.waiting().length || store.all().length) return;
  form.dataset.ready = "true";
  form.requestSubmit(event.submitter);
}

function putBackTyped(entry) {
  const form = formOf(entry);
  if (form && "queueSaves" in form.dataset) textOf(form).value = entry.text;
}

if (store) {
  const queue = new Queue(store, { onSent: show, onRefused: refuse, onState: sayState });
  const saving = forms.filter((form) => "queueSaves" in form.dataset);
  const savers = saving.map((form) => savingItself(queue, form));
  for (const form of forms) {
    if (!saving.includes(form)) form.addEventListener("submit", (event) => oneLine(queue, form, event));
  }
  for (const form of [...saving, ...document.querySelectorAll("form[data-after-queue]")]) {
    form.addEventListener("submit", (event) => form.dataset.ready || afterQueue(queue, savers, event));
  }
  for (const entry of store.all()) {
    if (entry.refused) refuse(entry);
    else putBackTyped(entry);
  }
  queue.send();
}

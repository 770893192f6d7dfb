// Forms that go through the queue: what is typed is kept in this browser first, and sent when there is a connection.
import { Queue } from "./queue.js";
import { Store, newKey } from "./store.js";

const status = document.querySelector("[data-queue-status]");
const forms = [...document.querySelectorAll("form[data-queue]")];
const refused = document.querySelector("[data-queue-refused]");
const store = status && new Store(status.dataset.queueStatus);

function say(state, waiting) {
  const sentence = status.querySelector("[data-queue-sentence]");
  const words = status.dataset;
  const count = waiting === 1 ? words.waitingOne : words.waiting.replace("{aantal}", waiting);
  const why = state === "signed-out" ? words.signedOut : words.offline;
  const text = waiting ? `${count} ${why}` : sentence.hidden ? "" : words.sent;
  status.querySelector("[data-queue-sign-in]").hidden = state !== "signed-out";
  if (sentence.textContent !== text) sentence.textContent = text;
  sentence.hidden = !text;
}

const formOf = (entry) => forms.find((form) => form.dataset.queue === entry.form);

function show(entry, html) {
  const form = formOf(entry);
  const list = document.querySelector(form?.dataset.queueList ?? "#geen-lijst");
  if (!list || !html) return;
  const row = new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
  document.getElementById(row.id)?.remove();
  list.prepend(row);
}

// What the server will not have is not thrown away: it can be put back in the field, mended and sent again.
function refuse(entry) {
  const item = document.querySelector("[data-queue-refusal]").content.cloneNode(true).firstElementChild;
  const words = new URLSearchParams(entry.fields).get("tekst") ?? "";
  item.querySelector(".alert__text").textContent = entry.refused;
  item.querySelector(".queue__words").textContent = words;
  item.querySelector("[data-queue-again]").addEventListener("click", () => {
    const field = formOf(entry).querySelector("[data-queue-text]");
    field.value = words;
    store.forget(entry);
    item.remove();
    refused.hidden = !refused.childElementCount;
    field.focus();
  });
  refused.append(item);
  refused.hidden = false;
}

function queueUp(queue, form, event) {
  const field = form.querySelector("[data-queue-text]");
  event.preventDefault();
  event.stopImmediatePropagation();
  if (!field.value.trim()) return field.focus();
  const key = newKey();
  const fields = new URLSearchParams(new FormData(form));
  fields.delete("csrf_token");
  fields.set("sleutel", key);
  if (!queue.add({ key, form: form.dataset.queue, action: form.action, fields: [...fields] })) {
    status.querySelector("[data-queue-sentence]").textContent = status.dataset.full;
    return;
  }
  field.value = "";
  field.focus();
}

if (status) {
  const queue = new Queue(store, { onSent: show, onRefused: refuse, onState: say });
  for (const form of forms) form.addEventListener("submit", (event) => queueUp(queue, form, event));
  for (const entry of store.all()) if (entry.refused) refuse(entry);
  queue.send();
}

// A form that saves itself: 5 s after the last key, on leaving the page, and before it is sent in.
import { forget, put } from "./store.js";

const AFTER_LAST_KEY = 5_000;
const TRY_AGAIN = 15_000;
// Browsers refuse more than 64 kB to what is sent on leaving a page.
const MOST_ON_LEAVING = 60_000;

const TOO_LARGE = 413;

const newName = () => [...window.crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(36)).join("-");

export class SavingForm {
  constructor(form) {
    this.form = form;
    this.name = newName();
    this.step = 0;
    this.changes = 0;
    this.savedChanges = 0;
    this.leaving = false;
    this.left = 0;
    this.running = null;
    this.status = document.querySelector("[data-draft-status]");
    form.addEventListener("input", () => this.changed());
    form.addEventListener("submit", (event) => this.beforeSending(event));
    form.querySelector("[data-keep] button")?.addEventListener("click", (event) => this.keep(event));
    document.addEventListener("visibilitychange", () => document.hidden && this.unsaved && this.save());
    // Before the next page is asked for, so that it shows what is saved now; telephones know only the second.
    window.addEventListener("beforeunload", () => this.leave());
    window.addEventListener("pagehide", () => this.leave());
    window.addEventListener("online", () => this.unsaved && this.save());
  }

  get unsaved() {
    return !this.leaving && this.changes > this.savedChanges;
  }

  field(name) {
    return this.form.querySelector(`[name="${name}"]`);
  }

  changed() {
    this.changes += 1;
    this.keepHere(this.step + 1);
    this.later(AFTER_LAST_KEY);
  }

  keep(event) {
    event.preventDefault();
    this.changes += 1;
    this.save();
  }

  later(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), wait);
  }

  fields() {
    const fields = new URLSearchParams(new FormData(this.form));
    for (const name of ["csrf_token", "actie"]) fields.delete(name);
    return [...fields];
  }

  // With the step in which the server gets it, so that it can tell whether it has it.
  keepHere(step) {
    const { account, address } = this.form.dataset;
    const saves = this.form.dataset.draft;
    const entry = { account, address, saves, form: this.name, step, at: Date.now(), fields: this.fields() };
    this.here = put(entry);
    if (this.here) this.form.dataset.kept = "true";
    else delete this.form.dataset.kept;
  }

  // What the server is told: every field, and which save of which opened form this is.
  body() {
    this.step += 1;
    this.field("formulier").value = this.name;
    this.field("beurt").value = this.step;
    this.field("cursor").value = this.field("tekst")?.selectionStart ?? "";
    return new URLSearchParams(new FormData(this.form));
  }

  save() {
    clearTimeout(this.timer);
    this.running = (this.running ?? Promise.resolve()).then(() => this.saveNow());
    return this.running;
  }

  async saveNow() {
    if (!this.unsaved) return true;
    const changes = this.changes;
    const body = this.body();
    this.keepHere(this.step);
    const keepalive = body.toString().length < MOST_ON_LEAVING;
    const response = await fetch(this.form.dataset.draft, { method: "POST", body, keepalive }).catch(() => null);
    const answer = await response?.json().catch(() => null);
    if (response?.ok && answer) this.confirmed(answer, changes);
    else this.failed(response, answer);
    return response !== null && response.status !== TOO_LARGE;
  }

  confirmed(answer, changes) {
    for (const [name, value] of Object.entries(answer.velden)) if (this.field(name)) this.field(name).value = value ?? "";
    this.form.action = this.form.dataset.address = answer.adres;
    if (window.location.pathname !== answer.adres.split("?")[0]) window.history.replaceState(null, "", answer.adres);
    this.savedChanges = changes;
    if (answer.melding) this.tell(answer.melding);
    this.say(this.status.dataset.saved.replace("{tijd}", answer.tijd));
    if (this.unsaved) return this.changed();
    forget(this.form.dataset.account, this.name);
    this.form.dataset.kept = "true";
  }

  failed(response, answer) {
    const words = this.status.dataset;
    const where = this.here ? words.inBrowser : words.inForm;
    if (!response) this.say(`${words.offline} ${where}`);
    else if (response.status === 401) this.say(`${words.signedOut} ${where}`);
    else if (response.status === TOO_LARGE) this.say(`${words.tooLarge} ${where}`);
    else if (answer?.fout) this.say(`${words.refused} ${answer.fout} ${where}`);
    else this.say(`${response.status < 500 ? words.refused : words.failed} ${where}`);
    if (!response || response.status >= 500) this.later(TRY_AGAIN);
  }

  say(sentence) {
    if (this.status.textContent !== sentence) this.status.textContent = sentence;
  }

  tell(sentence) {
    if (document.querySelector("[data-draft-offers]").textContent.includes(sentence)) return;
    const news = document.querySelector("[data-draft-news]").content.cloneNode(true);
    news.querySelector(".alert__text").textContent = sentence;
    document.querySelector("[data-draft-offers]").append(news);
  }

  // What cannot arrive is not sent: the form stays, instead of making way for a page of errors without the text.
  async beforeSending(event) {
    if (!this.unsaved) {
      this.leaving = true;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (this.sending) return;
    this.sending = true;
    const reached = await this.save();
    this.sending = false;
    if (!reached) return;
    this.leaving = true;
    this.form.requestSubmit(event.submitter);
  }

  leave() {
    if (!this.unsaved || this.left === this.changes) return;
    this.left = this.changes;
    this.saveNow();
  }
}

// Sends what waits, in the order in which it was typed; what the server has already it answers the same way again.
const TRY_AGAIN = 10_000;
const MARK = "uit-wachtrij";

async function post(entry, token) {
  const body = new URLSearchParams(entry.fields);
  body.set("csrf_token", token);
  body.set(MARK, "1");
  return fetch(entry.action, { method: "POST", body, keepalive: true }).catch(() => null);
}

// After signing in again in another tab the token of this page is old; the page itself has the new one.
async function freshToken() {
  const response = await fetch(window.location.href).catch(() => null);
  if (!response?.ok || response.redirected) return null;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return page.querySelector("main [name=csrf_token]")?.value ?? null;
}

export class Queue {
  constructor(store, { onSent, onRefused, onState }) {
    Object.assign(this, { store, onSent, onRefused, onState });
    this.token = document.querySelector("main [name=csrf_token]").value;
    this.running = Promise.resolve();
    window.addEventListener("online", () => this.send());
    document.addEventListener("visibilitychange", () => document.hidden || this.send());
  }

  add(entry) {
    const kept = this.store.put({ ...entry, at: performance.timeOrigin + performance.now() });
    this.send();
    return kept;
  }

  send() {
    clearTimeout(this.timer);
    this.running = this.running.then(() => this.sendAll());
    return this.running;
  }

  async sendAll() {
    for (const entry of this.waiting()) {
      if (!(await this.sendOne(entry))) return;
    }
    this.onState("sent", 0);
  }

  waiting() {
    return this.store.all().filter((entry) => !entry.refused);
  }

  async sendOne(entry) {
    const response = await this.postWithToken(entry);
    const answer = await response?.json().catch(() => null);
    if (answer?.fout !== undefined && response.status < 500) return this.refuse({ ...entry, refused: answer.fout });
    if (!response?.ok || answer === null) return this.wait(response);
    this.store.forget(entry);
    this.onSent(entry, answer.regel);
    return true;
  }

  // Kept, so that nothing is lost; whoever typed it decides what becomes of it.
  refuse(entry) {
    this.store.put(entry);
    this.onRefused(entry);
    return true;
  }

  async postWithToken(entry) {
    const response = await post(entry, this.token);
    if (response?.status !== 400) return response;
    this.token = (await freshToken()) ?? this.token;
    return post(entry, this.token);
  }

  wait(response) {
    const signedOut = response && [400, 401, 403].includes(response.status);
    this.onState(signedOut ? "signed-out" : "offline", this.waiting().length);
    this.timer = setTimeout(() => this.send(), TRY_AGAIN);
    return false;
  }
}

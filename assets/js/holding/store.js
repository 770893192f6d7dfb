// What waits in this browser until the server has it: per account and conversation, one entry per line or form.
const PREFIX = "wachtrij:";

export class Store {
  constructor(name) {
    this.prefix = `${PREFIX}${name}:`;
  }

  // A browser that keeps nothing for a site, or is full, says no.
  put(entry) {
    try {
      window.localStorage.setItem(this.prefix + entry.key, JSON.stringify(entry));
      return true;
    } catch {
      return false;
    }
  }

  all() {
    try {
      const names = Object.keys(window.localStorage).filter((name) => name.startsWith(this.prefix));
      const found = names.map((name) => JSON.parse(window.localStorage.getItem(name)));
      return found.sort((one, other) => one.at - other.at);
    } catch {
      return [];
    }
  }

  // Only what was sent: a newer text under the same key stays.
  forget(entry) {
    try {
      const kept = JSON.parse(window.localStorage.getItem(this.prefix + entry.key));
      if (kept && kept.at === entry.at) window.localStorage.removeItem(this.prefix + entry.key);
    } catch {
      // Then nothing was kept either.
    }
  }
}

export const newKey = () => [...window.crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(36)).join("-");

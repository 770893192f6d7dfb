// What this browser keeps of a form until the server has it: per account, and per opening of the form.
const PREFIX = "concept:";
const nameOf = (account, form) => `${PREFIX}${account}:${form}`;

function names(account) {
  return Object.keys(window.localStorage).filter((name) => name.startsWith(nameOf(account, "")));
}

// A browser that keeps nothing for a site, or is full, says no.
export function put(entry) {
  try {
    window.localStorage.setItem(nameOf(entry.account, entry.form), JSON.stringify(entry));
    return true;
  } catch {
    return false;
  }
}

export function entries(account) {
  try {
    const found = names(account).map((name) => JSON.parse(window.localStorage.getItem(name)));
    return found.sort((one, other) => other.at - one.at);
  } catch {
    return [];
  }
}

export function forget(account, form) {
  try {
    window.localStorage.removeItem(nameOf(account, form));
  } catch {
    // Then nothing was kept either.
  }
}

export function forgetAll(account) {
  for (const entry of entries(account)) forget(account, entry.form);
}

const DUTCH_CLOCK = { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Amsterdam" };
export const clock = (at) => new Date(at).toLocaleTimeString("nl-NL", DUTCH_CLOCK).replace(":", ".");

import { bringForward, placeAtCursor } from "./alongside.js";

// Who is at work here now: asked again every so many seconds, as long as somebody can see it.
const EVERY = 20_000;
const SELDOM = 60_000; // who only reads
const AWAY_AFTER = 300_000; // an open page that nobody touches says nothing about its reader

const slots = [...document.querySelectorAll("[data-presence]")];
const here = slots.find((slot) => "here" in slot.dataset)?.dataset.presence;
let touched = Date.now();
let timer;

function question() {
  const fields = new URLSearchParams();
  for (const subject of new Set(slots.map((slot) => slot.dataset.presence))) fields.append("onderwerp", subject);
  if (!here || Date.now() - touched > AWAY_AFTER) return fetch(`/aanwezig?${fields}`);
  fields.set("hier", here);
  fields.set("plek", placeAtCursor());
  fields.set("csrf_token", document.querySelector("[name=csrf_token]").value);
  return fetch("/aanwezig", { method: "POST", body: fields });
}

// A slot may stand for several paragraphs: the items of a list.
function fill(slot, answer) {
  const { presence, place } = slot.dataset;
  const found = place.split(" ").flatMap((key) =>
    [...answer.querySelectorAll(`[data-presence="${presence}"][data-place="${key}"]`)]);
  slot.replaceChildren(...found.flatMap((part) => [...part.cloneNode(true).childNodes]));
  slot.hidden = !found.length;
}

// Anything but an answer (signed out, no connection): what is known stays, and nothing more is asked.
async function ask() {
  clearTimeout(timer);
  if (document.hidden) return;
  const response = await question().catch(() => null);
  if (!response?.ok || response.redirected) return;
  const answer = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const slot of slots) fill(slot, answer);
  bringForward();
  timer = setTimeout(ask, here ? EVERY : SELDOM);
}

if (slots.length) {
  for (const name of ["keydown", "pointerdown", "scroll"]) {
    document.addEventListener(name, () => { touched = Date.now(); }, { passive: true });
  }
  document.addEventListener("visibilitychange", ask);
  ask();
}

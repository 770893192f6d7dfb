// What others note on another screen, and where the clock is: asked now and then, as long as somebody looks.
import { showClock } from "./clock.js";
import { freshPage } from "./seen.js";

const EVERY = 10_000;
const address = document.querySelector("[data-state]")?.dataset.state;
let known = "";

// A line that arrived here while the answer was on its way is newer than that answer.
function renew(piece, before) {
  for (const [list, html] of before) {
    const fresh = piece.querySelector(`#${list.id}`);
    if (fresh && list.innerHTML === html && fresh.innerHTML !== html) list.replaceChildren(...fresh.children);
  }
}

// It also moves when a part runs over: the slack becomes less. Whoever stood at a button of the clock stands there again.
async function renewClock(place) {
  const clock = document.getElementById("klok");
  if (!clock || clock.dataset.clock === place) return;
  const page = await freshPage();
  const stoodThere = clock.contains(document.activeElement);
  showClock(page);
  if (stoodThere) document.querySelector("#klok button").focus();
}

async function ask() {
  if (document.hidden) return;
  const lists = ["genoteerd", "model-regels"].map((id) => document.getElementById(id)).filter(Boolean);
  const before = lists.map((list) => [list, list.innerHTML]);
  const headers = known ? { "If-None-Match": known } : {};
  const response = await fetch(address, { headers }).catch(() => null);
  if (!response?.ok || response.redirected) return;
  known = response.headers.get("ETag") ?? "";
  const piece = new DOMParser().parseFromString(await response.text(), "text/html");
  renew(piece, before);
  await renewClock(piece.querySelector("[data-clock]").dataset.clock);
}

if (address) {
  setInterval(ask, EVERY);
  document.addEventListener("visibilitychange", ask);
}

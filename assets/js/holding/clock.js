// How long the part of the agenda that is going on still has; it turns when the time is over.
const minutes = (milliseconds) => {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
};

function tick() {
  const place = document.querySelector("[data-clock] [data-ends]");
  if (!place) return;
  const left = Date.parse(place.dataset.ends) - Date.now();
  place.classList.toggle("clock__left--over", left < 0);
  place.textContent = left >= 0 ? `nog ${minutes(left)}` : `${minutes(left)} over de tijd`;
}

export function showClock(page) {
  for (const id of ["klok", "agenda"]) {
    const fresh = page.querySelector(`#${id}`);
    if (fresh) document.getElementById(id)?.replaceWith(fresh);
  }
  tick();
}

// The next step shows in place, so that a line that is being typed stays.
async function swap(event) {
  const form = event.target.closest("[data-clock] form");
  if (!form) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form, event.submitter));
  const response = await fetch(form.action, { method: "POST", body }).catch(() => null);
  const page = response?.ok && new DOMParser().parseFromString(await response.text(), "text/html");
  if (!page || !page.querySelector("[data-clock]")) {
    document.querySelector("[data-clock-failed]").hidden = false;
    return;
  }
  showClock(page);
  document.querySelector("[data-clock] button").focus();
}

// A question is shown large without asking the server: the connection may be away.
function choose(event) {
  const link = event.target.closest("[data-questions] a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  for (const other of document.querySelectorAll("[data-questions] a")) other.removeAttribute("aria-current");
  link.setAttribute("aria-current", "true");
  const large = document.querySelector("[data-question-large]");
  large.textContent = link.textContent;
  large.scrollIntoView({ block: "nearest" });
  const address = new URL(window.location.href);
  address.searchParams.set("vraag", new URL(link.href).searchParams.get("vraag"));
  window.history.replaceState(null, "", address);
}

document.addEventListener("click", choose);
if (document.querySelector("[data-clock]")) {
  document.addEventListener("submit", swap);
  setInterval(tick, 1000);
  tick();
}

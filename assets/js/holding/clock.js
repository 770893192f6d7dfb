// How long the part of the agenda that is going on still has; it turns when the time is over.
const minutes = (milliseconds) => {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
};

function tick() {
  const part = document.querySelector("[data-agenda] [aria-current]");
  const place = part?.querySelector("[data-left]");
  if (!place) return;
  const left = Date.parse(part.dataset.ends) - Date.now();
  place.hidden = false;
  place.classList.toggle("agenda__left--over", left < 0);
  place.textContent = left >= 0 ? `nog ${minutes(left)}` : `${minutes(left)} over de tijd`;
}

// The next step shows in place, so that a line that is being typed stays.
async function swap(event) {
  const form = event.target.closest("form[data-swap]");
  if (!form) return;
  event.preventDefault();
  const fields = new URLSearchParams(new FormData(form, event.submitter));
  const response = await fetch(`${form.action}?${fields}`).catch(() => null);
  if (!response?.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const fresh = page.querySelector(form.dataset.swap);
  if (!fresh) return;
  document.querySelector(form.dataset.swap).replaceWith(fresh);
  window.history.replaceState(null, "", response.url);
  fresh.querySelector("button")?.focus();
  tick();
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

if (document.querySelector("[data-agenda]")) {
  document.addEventListener("submit", swap);
  document.addEventListener("click", choose);
  setInterval(tick, 1000);
  tick();
}

// The plaat: tells that somebody looked, and turns the list of months into a slider.
const visit = document.querySelector("[data-visit]");
const months = document.querySelector("[data-picture-months]");

if (visit) {
  const fields = new URLSearchParams(new FormData(visit));
  fields.set("stap", "gekeken");
  fetch(visit.action, { method: "POST", body: fields }).catch(() => null);
}

async function show(link) {
  const response = await fetch(link.href).catch(() => null);
  if (!response?.ok || response.redirected) return;
  const answer = new DOMParser().parseFromString(await response.text(), "text/html");
  const fresh = answer.querySelector("[data-picture]");
  if (!fresh) return;
  document.querySelector("[data-picture]").replaceWith(fresh);
  document.title = answer.title;
  history.replaceState(null, "", link.href);
  months.querySelector("[aria-current]")?.removeAttribute("aria-current");
  link.setAttribute("aria-current", "true");
}

function slider(links) {
  const label = document.createElement("label");
  const range = Object.assign(document.createElement("input"), { type: "range", min: 0, max: links.length - 1, step: 1 });
  const current = links.findIndex((link) => link.ariaCurrent);
  let waiting;
  label.className = "picture-slider";
  range.value = current < 0 ? links.length - 1 : current;
  const name = () => { range.setAttribute("aria-valuetext", links[range.value].textContent); };
  name();
  range.addEventListener("input", () => {
    name();
    clearTimeout(waiting);
    waiting = setTimeout(show, 120, links[range.value]);
  });
  label.append("Maand", range);
  return label;
}

if (months) {
  const links = [...months.querySelectorAll("a")].sort((one, other) => one.search.localeCompare(other.search));
  months.querySelector("details").before(slider(links));
}

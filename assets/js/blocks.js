// Naming a bouwsteen while typing: "[[b" and words offers some to choose from, and "Zet erbij" in the panel puts
// the number at the sentence of the cursor. Without this script that button sends the form.
const TYPED = /\[\[(?:b|bouwsteen)[ :]\s*([^[\]\n]{2,60})$/i;
const SENTENCE_END = /^[^\n]*?[.!?…]+["'”’)\]*_]*(?=\s|$)/;
const AT_END = /(?:[.!?…]["'”’)\]*_]*|\]\])[ \t]*$/;
const LINE = /^[^\n]*/;
const MARKS = /^(?:[ \t]*\[\[bouwsteen:\d+\]\])*/;
const WAIT = 150;
const LOOKS = ["fontFamily", "fontSize", "fontWeight", "letterSpacing", "lineHeight", "padding", "tabSize"];

const area = document.querySelector("textarea[data-blocks]");

const mark = (number) => `[[bouwsteen:${number}]]`;

// Through the browser's own typing, so that it can be undone.
function type(text, start, end) {
  area.focus();
  area.setSelectionRange(start, end);
  if (document.execCommand("insertText", false, text)) return;
  area.setRangeText(text, start, end, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

// Where the line of the cursor is, measured in a copy of the text that nobody sees.
function lineOfCursor() {
  const style = getComputedStyle(area);
  const copy = element("div", { className: "block-offer__copy" });
  for (const name of LOOKS) copy.style[name] = style[name];
  copy.style.width = `${area.clientWidth}px`;
  const cursor = element("span", { textContent: "|" });
  copy.append(area.value.slice(0, area.selectionEnd), cursor);
  area.after(copy);
  const line = { top: area.offsetTop + area.clientTop + cursor.offsetTop - area.scrollTop, height: cursor.offsetHeight };
  copy.remove();
  return line;
}

class Offer {
  #found = [];
  #chosen = 0;
  #asked = 0;

  constructor() {
    this.list = element("ul", { className: "block-offer__list", id: "bouwstenen-keuze", role: "listbox" });
    this.list.setAttribute("aria-label", "Bouwstenen");
    this.status = element("p", { className: "block-offer__status", role: "status" });
    this.box = element("div", { className: "block-offer", hidden: true }, this.list);
    area.after(this.box, this.status);
    area.setAttribute("aria-autocomplete", "list");
  }

  get open() { return !this.box.hidden; }

  get typed() { return area.value.slice(0, area.selectionEnd).match(TYPED); }

  ask() {
    clearTimeout(this.timer);
    const words = this.typed?.[1].trim();
    if (!words) return this.close();
    this.timer = setTimeout(() => this.#fetch(words, ++this.#asked), WAIT);
  }

  // An answer that another question overtook, or none at all, changes nothing.
  async #fetch(words, turn) {
    const response = await fetch(`${area.dataset.blocks}?${new URLSearchParams({ woorden: words })}`).catch(() => null);
    if (!response?.ok || response.redirected || turn !== this.#asked) return;
    this.#show((await response.json()).bouwstenen);
  }

  #show(found) {
    this.#found = found;
    this.status.textContent = found.length
      ? `${found.length} ${found.length === 1 ? "bouwsteen" : "bouwstenen"}. Kies met de pijltjes en Enter.`
      : "Geen bouwsteen met deze woorden.";
    this.list.replaceChildren(...found.map((one, index) => this.#option(one, index)));
    this.box.hidden = !found.length;
    if (!found.length) return;
    this.#place();
    area.setAttribute("aria-controls", this.list.id);
    this.move(-this.#chosen);
  }

  // Below the line of the cursor; above it where the window ends.
  #place() {
    const { top, height } = lineOfCursor();
    const room = window.innerHeight - area.getBoundingClientRect().top - (top - area.offsetTop + height);
    this.box.style.top = `${room > this.box.offsetHeight ? top + height : top - this.box.offsetHeight}px`;
  }

  #option(one, index) {
    const kind = element("span", { className: "quiet", textContent: ` ${one.soort}, nummer ${one.nummer}` });
    const option = element("li", { id: `bouwsteen-keuze-${index}`, role: "option", className: "block-offer__option" }, one.tekst, kind);
    option.addEventListener("mousedown", (event) => {
      event.preventDefault();
      this.choose(index);
    });
    return option;
  }

  move(by) {
    this.#chosen = (this.#chosen + by + this.#found.length) % this.#found.length;
    for (const [index, option] of [...this.list.children].entries()) {
      option.setAttribute("aria-selected", index === this.#chosen);
    }
    const option = this.list.children[this.#chosen];
    area.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  choose(index = this.#chosen) {
    const { nummer } = this.#found[index];
    const end = area.selectionEnd;
    this.close();
    type(mark(nummer), end - area.value.slice(0, end).match(TYPED)[0].length, end);
    this.status.textContent = `Bouwsteen ${nummer} staat in de tekst.`;
  }

  close() {
    this.#asked += 1;
    this.#chosen = 0;
    if (!this.open) return;
    this.box.hidden = true;
    this.status.textContent = "";
    area.removeAttribute("aria-activedescendant");
  }

  press(event) {
    if (!this.open) return;
    const steps = {
      ArrowDown: () => this.move(1), ArrowUp: () => this.move(-1),
      Enter: () => this.choose(), Tab: () => this.choose(), Escape: () => this.close(),
    };
    if (!steps[event.key] || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    steps[event.key]();
  }
}

// Behind the sentence of the cursor and the marks it has; behind the last one for who was not in the text yet.
function placeForMark(visited) {
  const from = visited ? area.selectionEnd : area.value.trimEnd().length;
  const ended = AT_END.test(area.value.slice(0, from));
  const rest = ended ? "" : area.value.slice(from).match(SENTENCE_END)?.[0] ?? area.value.slice(from).match(LINE)[0].trimEnd();
  const end = from + rest.length;
  return end + area.value.slice(end).match(MARKS)[0].length;
}

function addFromPanel(offer) {
  let visited = false;
  area.addEventListener("focus", () => { visited = true; });
  for (const hint of document.querySelectorAll("[data-blocks-hint]")) {
    hint.textContent = "“Zet erbij” zet het nummer achter de zin waar je cursor staat.";
  }
  for (const place of document.querySelectorAll("[data-blocks-place]")) {
    place.hidden = true;
  }
  for (const button of document.querySelectorAll("button[data-add-block]")) {
    button.addEventListener("click", (event) => {
      event.preventDefault();
      const place = placeForMark(visited);
      type(` ${mark(button.value)}`, place, place);
      offer.status.textContent = `Bouwsteen ${button.value} staat achter de zin.`;
    });
  }
}

if (area) {
  const offer = new Offer();
  area.addEventListener("input", () => offer.ask());
  area.addEventListener("keydown", (event) => offer.press(event), { capture: true });
  area.addEventListener("blur", () => offer.close());
  addFromPanel(offer);
}

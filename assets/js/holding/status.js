// What the screen says about what waits in this browser, and about what the server would not have.
const status = document.querySelector("[data-queue-status]");
const refused = document.querySelector("[data-queue-refused]");

export const queueName = status?.dataset.queueStatus;

function tell(text) {
  const sentence = status.querySelector("[data-queue-sentence]");
  if (sentence.textContent !== text) sentence.textContent = text;
  sentence.hidden = !text;
}

export function sayFull() {
  tell(status.dataset.full);
}

export function sayState(state, waiting) {
  const words = status.dataset;
  const count = waiting === 1 ? words.waitingOne : words.waiting.replace("{aantal}", waiting);
  const why = state === "signed-out" ? words.signedOut : words.offline;
  const before = status.querySelector("[data-queue-sentence]");
  status.querySelector("[data-queue-sign-in]").hidden = state !== "signed-out";
  if (waiting) tell(`${count} ${why}`);
  else tell(before.hidden ? "" : words.sent);
}

// It can be put back in its field, mended and sent again.
export function showRefused(entry, putBack) {
  const item = document.querySelector("[data-queue-refusal]").content.cloneNode(true).firstElementChild;
  item.querySelector(".alert__text").textContent = entry.refused;
  item.querySelector(".queue__words").textContent = entry.text;
  item.querySelector("[data-queue-again]").addEventListener("click", () => {
    item.remove();
    refused.hidden = !refused.childElementCount;
    putBack();
  });
  refused.append(item);
  refused.hidden = false;
}

// Says under a field how much of it does not fit; the server says it again, with the text still there.
function watch(field) {
  const most = Number(field.dataset.atMost);
  const note = document.createElement("p");
  note.className = "field__error";
  note.setAttribute("role", "status");
  field.after(note);
  const tell = () => {
    const over = field.value.length > most ? [...field.value].length - most : 0; // characters, as the server counts them
    note.textContent = over > 0 ? field.dataset.tooLong.replace("{teveel}", over.toLocaleString("nl")) : "";
  };
  field.addEventListener("input", tell);
}

for (const field of document.querySelectorAll("[data-at-most]")) watch(field);

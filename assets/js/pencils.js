// The contents list has a pencil for each part; here the same link is put at the heading itself.
for (const link of document.querySelectorAll("[data-edits]")) {
  const pencil = link.cloneNode();
  pencil.className = "section-pencil";
  document.getElementById(link.dataset.edits)?.append(pencil);
}

"""A filled canvas as Markdown: a heading for each field or part of the model, an item for each bouwsteen."""

import re

from app.building_blocks.importing.rows import FIELD, NAMES, PART, TEXT, FileRows, Row, Trouble, number_in
from app.building_blocks.words import FIELDS, PARTS
from app.text.slugs import slugify

CONVERSATION = re.compile(r"gesprek:\s*#?(\d{1,9})\s*", re.IGNORECASE)
HEADING = re.compile(r"#{1,6}[ \t]+(.+)")
ITEM = re.compile(r"[ \t]{0,3}[-*+][ \t]+(.+)")
NOTES = re.compile(r"[ \t]*\(([^()]*:[^()]*)\)[ \t]*$")
NO_FIELD = frozenset({"bouwstenen", "bouwsteen"})


def read_canvas_markdown(text: str) -> FileRows:
    """Every list item, by its line; those under a heading that is none of the canvas are named, not kept."""
    rows: list[Row] = []
    troubles: list[Trouble] = []
    conversation, known = None, _Place("")
    for line, words in enumerate(text.split("\n"), start=1):
        if found := HEADING.fullmatch(words.strip()):
            known = _Place(found.group(1))
        elif found := CONVERSATION.fullmatch(words.strip()):
            conversation = number_in(found.group(1))
        elif found := ITEM.fullmatch(words.rstrip()):
            if known.unknown:
                troubles.append(Trouble(line, FIELD, "import_unknown_heading", {"heading": known.heading}))
            else:
                rows.append(Row(line, {**known.cells, **_cells(found.group(1))}))
        elif rows and words[:1].isspace() and words.strip():
            rows[-1] = _longer(rows[-1], words)
    return FileRows(tuple(rows), conversation, tuple(troubles))


class _Place:
    """The heading under which items stand, and the field or part that it means."""

    def __init__(self, heading: str) -> None:
        self.heading = heading
        name = slugify(heading) if heading else ""
        self.cells = {FIELD: name} if name in FIELDS else {PART: name} if name in PARTS else {}
        self.unknown = bool(name) and not self.cells and name not in NO_FIELD


def _cells(item: str) -> dict[str, str]:
    """The text, and what stands about it in brackets at its end: `(soort: tip; thema's: openheid)`."""
    found = NOTES.search(item)
    pairs = [note.partition(":") for note in found.group(1).split(";")] if found else []
    notes = {NAMES.get(slugify(name), ""): value.strip() for name, _, value in pairs}
    if not found or "" in notes:
        return {TEXT: item}
    return {**notes, TEXT: item[: found.start()]}


def _longer(row: Row, words: str) -> Row:
    """The row with a line that goes on."""
    return Row(row.place, {**row.cells, **_cells(f"{row.cells[TEXT]} {words.strip()}")})

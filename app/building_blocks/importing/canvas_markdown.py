"""A filled canvas as Markdown: a heading for each field or part of the model, an item for each bouwsteen."""

import re

from app.building_blocks.importing.rows import FIELD, NAMES, PART, TEXT, FileRows, Row, Trouble
from app.building_blocks.kinds import FilePlace
from app.building_blocks.rules import TEXT_LIMIT
from app.building_blocks.words import FIELDS, PARTS
from app.text.slugs import slugify

CONVERSATION_LINE = re.compile(r"gesprek:\s*(.+)", re.IGNORECASE)
HEADING = re.compile(r"#{1,6}[ \t]+(.+)")
ITEM = re.compile(r"[ \t]{0,3}[-*+][ \t]+(.+)")
# Nothing in it can be read in two ways: half a megabyte of colons would keep a worker busy for minutes.
NOTES = re.compile(r"\(([^():]*:[^()]*)\)$")
LONGEST_ITEM = 3 * TEXT_LIMIT
"""Room for a text and its notes; what is longer is refused, so it needs to grow no further."""
NO_FIELD = frozenset({"bouwstenen", "bouwsteen"})


def read_canvas_markdown(text: str) -> FileRows:
    """Every list item, by its line; what stands elsewhere is named, not kept."""
    reading = _Reading()
    for line, words in enumerate(text.split("\n"), start=1):
        reading.take(line, words.rstrip())
    return FileRows(tuple(reading.rows), FilePlace.LINE, reading.conversation, tuple(reading.troubles))


class _Reading:
    """What was read so far, and what a next line may go on with."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.troubles: list[Trouble] = []
        self.conversation = ""
        self._place = _Place("")
        self._in_item = self._goes_on = False

    def take(self, line: int, words: str) -> None:
        """Read one line."""
        if found := HEADING.fullmatch(words.strip()):
            self._place, self._in_item = _Place(found.group(1)), False
        elif found := CONVERSATION_LINE.fullmatch(words.strip()):
            self.conversation = found.group(1)
        elif found := ITEM.fullmatch(words):
            self._begin(line, found.group(1))
        elif words:
            self._go_on(line, words)
        self._goes_on = bool(words) and (self._in_item or not found)

    def _begin(self, line: int, item: str) -> None:
        self._in_item = True
        if self._place.unknown:
            self._refuse(line, FIELD, "import_unknown_heading", heading=self._place.heading)
        else:
            self.rows.append(Row(line, {**self._place.cells, **_cells(item)}))

    def _go_on(self, line: int, words: str) -> None:
        """A line that belongs to the item above it; else loose words, named by their first line."""
        if self._in_item and (self._goes_on or words[:1].isspace()):
            if not self._place.unknown:
                self.rows[-1] = _longer(self.rows[-1], words)
        elif not self._goes_on:
            self._in_item = False
            self._refuse(line, TEXT, "import_loose_words")

    def _refuse(self, line: int, field: str, code: str, **facts: object) -> None:
        self.troubles.append(Trouble(line, field, code, facts))


class _Place:
    """The heading under which items stand, and the field or part that it means."""

    def __init__(self, heading: str) -> None:
        self.heading = heading
        name = slugify(heading) if heading else ""
        self.cells = {FIELD: name} if name in FIELDS else {PART: name} if name in PARTS else {}
        self.unknown = bool(name) and not self.cells and name not in NO_FIELD


def _cells(item: str) -> dict[str, str]:
    """The text, and what stands about it in brackets at its end: `(soort: tip; thema's: openheid)`."""
    item = item.rstrip()
    found = NOTES.search(item)
    pairs = [note.partition(":") for note in found.group(1).split(";")] if found else []
    notes = {NAMES.get(slugify(name), ""): value.strip() for name, _, value in pairs}
    if not found or "" in notes:
        return {TEXT: item}
    return {**notes, TEXT: item[: found.start()]}


def _longer(row: Row, words: str) -> Row:
    """The row with a line that goes on."""
    if len(row.cells[TEXT]) > LONGEST_ITEM:
        return row
    return Row(row.place, {**row.cells, **_cells(f"{row.cells[TEXT]} {words.strip()}")})

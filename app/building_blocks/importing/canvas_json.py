"""A filled canvas as JSON: fields and parts of the model with what was written there, or a plain list."""

import json
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from app.building_blocks.importing.rows import (
    CONVERSATION,
    FIELD,
    NAMES,
    PART,
    TEXT,
    FileRows,
    Row,
    Trouble,
)
from app.building_blocks.kinds import FilePlace
from app.core.errors import Invalid
from app.text.slugs import slugify

GROUPS = {"canvas": FIELD, "model": PART}


def read_canvas_json(text: str) -> FileRows:
    """Every bouwsteen, by its place among all in the file; raises `Invalid` when it is no such file."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Invalid("import_unreadable", field="inhoud") from error
    if isinstance(document, list):
        document = {"bouwstenen": document}
    if not isinstance(document, dict):
        raise Invalid("import_unreadable", field="inhoud")
    rows, troubles = [], []
    for place, (known, said) in zip(count(1), _entries(document), strict=False):
        cells = _cells(said)
        if cells is None:
            troubles.append(Trouble(place, TEXT, "import_not_words", {}))
        else:
            rows.append(Row(place, {**known, **cells}))
    return FileRows(tuple(rows), FilePlace.ITEM, _words(document.get(CONVERSATION, "")), tuple(troubles))


def _entries(document: Mapping[str, Any]) -> Iterator[tuple[dict[str, str], Any]]:
    """What was written, with the field or the part in which it stands."""
    for group, name in GROUPS.items():
        fields = document.get(group)
        for heading, entries in fields.items() if isinstance(fields, dict) else ():
            for said in entries if isinstance(entries, list) else [entries]:
                yield {name: str(heading)}, said
    entries = document.get("bouwstenen")
    for said in entries if isinstance(entries, list) else ():
        yield {}, said


def _cells(said: Any) -> dict[str, str] | None:
    """A text by itself, or one with more about it; None for anything else."""
    if isinstance(said, str):
        return {TEXT: said}
    if not isinstance(said, dict):
        return None
    cells = {NAMES.get(slugify(str(name)), ""): _words(value) for name, value in said.items()}
    return {name: words for name, words in cells.items() if words}


def _words(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    return str(value) if isinstance(value, str | int) else ""

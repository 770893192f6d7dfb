"""Reading what was written down on the canvas and the model of a conversation."""

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import select

from app.conversations.canvas.rules import KnownLine
from app.conversations.canvas.sheets import Target
from app.conversations.models import CanvasEntry
from app.core.db import db

Entries = Mapping[Target, tuple[KnownLine, ...]]


def entries_of(number: int) -> Entries:
    """The lines of every field of canvas and model, in the order of the sheet."""
    found: dict[Target, list[KnownLine]] = defaultdict(list)
    columns = select(CanvasEntry.id, CanvasEntry.field, CanvasEntry.model_part, CanvasEntry.text)
    rows = columns.where(CanvasEntry.conversation_id == number).order_by(CanvasEntry.position, CanvasEntry.id)
    for entry_id, canvas_field, part, text in db.session.execute(rows):
        if target := canvas_field or part:
            found[target].append(KnownLine(entry_id, text))
    return {target: tuple(lines) for target, lines in found.items()}


def words_of(entries: Entries) -> dict[Target, list[str]]:
    """The words of every field, without the rows that they stand in."""
    return {target: [line.text for line in lines] for target, lines in entries.items()}

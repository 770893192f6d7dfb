"""Reading what was written down on the canvas and the model of a conversation."""

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import select

from app.conversations.canvas.earlier_rules import Gone, offered_lines
from app.conversations.canvas.rules import KnownLine, lines_of
from app.conversations.canvas.sheets import Place, Target
from app.conversations.models import CanvasEntry, EarlierLine
from app.conversations.queries import ShownConversation
from app.core.db import db

MOST_EARLIER = 300
"""How many of the lines that went last are looked at."""
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


def earlier_lines_of(conversation: ShownConversation, entries: Entries) -> Mapping[Place, tuple[Gone, ...]]:
    """What stood in every field and in the notes and is worth offering again, the last to go first."""
    found: dict[Place, list[Gone]] = defaultdict(list)
    line = EarlierLine
    columns = select(line.id, line.field, line.model_part, line.text, line.at)
    rows = columns.where(line.conversation_id == conversation.number).order_by(line.id.desc())
    for line_id, canvas_field, part, text, at in db.session.execute(rows.limit(MOST_EARLIER)):
        found[canvas_field or part].append(Gone(line_id, text, at))
    words = words_of(entries)
    return {
        place: offered_lines(gone, words.get(place, ()) if place else lines_of(conversation.notes))
        for place, gone in found.items()
    }

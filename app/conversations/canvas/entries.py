"""The lines of canvas and model as they are stored, and those that went."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import delete, select

from app.accounts.name_queries import known_names
from app.conversations.canvas import rules
from app.conversations.canvas.earlier_rules import lost_lines
from app.conversations.canvas.rules import KnownLine, Line, Merged
from app.conversations.canvas.sheets import FIELD_NAMES, Place, Target
from app.conversations.canvas.written import TypedField
from app.conversations.kinds import CanvasField
from app.conversations.models import CanvasEntry, EarlierLine
from app.core.clock import now
from app.core.db import db
from app.core.errors import Invalid
from app.core.submissions import new_key
from app.text.personal_data.finding import find_personal_data

PUT_BACK = "terug"
"""Begins the key of an entry that was put back: a form that is open elsewhere does not know it."""


def write_field(number: int, target: Target, typed: TypedField, *, form: str) -> Merged:
    """Put the lines that were typed in a field together with what others wrote there meanwhile."""
    rows = _rows(number, target)
    current = [KnownLine(row.id, row.text) for row in rows]
    own = [KnownLine(row.id, row.text) for row in rows if row.client_key.startswith(f"{form}:")]
    known = {line.entry_id for line in typed.seen}
    seen = [*typed.seen, *(line for line in own if line.entry_id not in known)]
    merged = rules.merge_lines(seen, current, typed.lines)
    keep_earlier(number, target, lost_lines(current, merged.lines))
    _remove(row.id for row in rows if row.id not in {line.entry_id for line in merged.lines})
    by_id = {row.id: row for row in rows}
    for position, line in enumerate(merged.lines, 1):
        _place(line, position, by_id, _new_entry(number, target, form))
    return merged


def _rows(number: int, target: Target) -> Sequence[CanvasEntry]:
    rows = select(CanvasEntry).filter_by(conversation_id=number, **_columns(target))
    return db.session.scalars(rows.order_by(CanvasEntry.position, CanvasEntry.id)).all()


def _place(line: Line, position: int, by_id: Mapping[int, CanvasEntry], fresh: CanvasEntry) -> None:
    """Put a line in its place; a new one gets its entry here."""
    row = by_id.get(line.entry_id or 0)
    if row is None:
        fresh.text, fresh.position = line.text, position
        db.session.add(fresh)
        db.session.flush()  # the form is told which entry it is
        line.entry_id = fresh.id
    elif (row.text, row.position) != (line.text, position):
        row.text, row.position = line.text, position


def _new_entry(number: int, target: Target, form: str) -> CanvasEntry:
    return CanvasEntry(
        conversation_id=number,
        **_columns(target),
        client_key=f"{form}:{new_key()}",
        created_at=now(),
    )


def _columns(place: Place) -> dict[str, Target]:
    """The column of a line that says where it stands; a line of the notes has none."""
    return {"field" if isinstance(place, CanvasField) else "model_part": place} if place else {}


def _remove(entry_ids: Iterable[int]) -> None:
    """A bouwsteen that was made from one of them keeps its conversation and field."""
    gone = list(entry_ids)
    if gone:
        db.session.execute(delete(CanvasEntry).where(CanvasEntry.id.in_(gone)))


def keep_earlier(number: int, place: Place, texts: Sequence[str]) -> None:
    """Keep texts that went, to be put back.

    What may point at a person is not kept: the sheet itself asks to take that away.
    """
    if not texts:
        return
    names, at = known_names(), now()
    db.session.add_all(
        EarlierLine(conversation_id=number, **_columns(place), text=text, at=at)
        for text in texts
        if not find_personal_data(text, names)
    )


def add_below(number: int, target: Target, text: str) -> None:
    """Put a text below in a field, unless it stands there."""
    rows = _rows(number, target)
    if text in {row.text for row in rows}:
        return
    if len(rows) >= rules.MOST_ENTRIES:
        raise Invalid("too_many_entries", field=FIELD_NAMES[target], limit=rules.MOST_ENTRIES)
    entry = _new_entry(number, target, PUT_BACK)
    entry.text, entry.position = text, rows[-1].position + 1 if rows else 1
    db.session.add(entry)

"""Writing down what came out of a conversation, with several people at the same sheet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import delete, select

from app.accounts.name_queries import known_names
from app.conversations.canvas import rules
from app.conversations.canvas.earlier_rules import lost_lines, lost_notes
from app.conversations.canvas.rules import Clash, KnownLine, Line, Merged
from app.conversations.canvas.sheets import FIELD_NAMES, Place, Target
from app.conversations.kinds import CanvasField, ModelPart
from app.conversations.models import CanvasEntry, Conversation, EarlierLine
from app.conversations.queries import check_may_edit
from app.core.clock import now
from app.core.db import db
from app.core.errors import Conflict, Invalid, NotFound
from app.core.permissions import Actor
from app.core.submissions import new_key
from app.text.personal_data.finding import find_personal_data

PUT_BACK = "terug"
"""Begins the key of an entry that was put back: a form that is open elsewhere does not know it."""


@dataclass(frozen=True, slots=True)
class TypedField:
    """What a form holds of one field, and what it knew of it."""

    seen: tuple[KnownLine, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TypedNotes:
    """The free notes as somebody typed them, and as they were then."""

    seen: str
    text: str


@dataclass(frozen=True, slots=True)
class TypedCore:
    """Which part of the model holds most of the craft, and why; and what the form knew of that."""

    seen_part: ModelPart | None
    part: ModelPart | None
    seen_reason: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a form holds. `form` names this opening of it: entries that it made are known to it."""

    form: str
    fields: Mapping[Target, TypedField]
    notes: TypedNotes | None = None
    core: TypedCore | None = None
    put_back: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """What the form knows from now on, and where two people changed the same line."""

    seen: dict[Target, tuple[KnownLine, ...]] = field(default_factory=dict)
    clashes: tuple[Clash, ...] = ()


def write_down(actor: Actor, number: int, written: Written) -> Saved:
    """Put what somebody typed on the sheets of this conversation, together with what others wrote meanwhile.

    Raises `Conflict` when the notes or the closing question were answered otherwise meanwhile; then nothing
    of it is kept.
    """
    check_may_edit(number, actor)
    conversation = db.session.get(Conversation, number, with_for_update=True, populate_existing=True)
    if conversation is None:
        raise NotFound("conversation_unknown")
    if written.notes:
        _write_notes(conversation, _merged_notes(conversation.notes, written.notes))
    if written.core:
        _choose_core(conversation, written.core)
    saved = Saved()
    clashes: list[Clash] = []
    for target, typed in written.fields.items():
        rules.check_lines(typed.lines, FIELD_NAMES[target])
        merged = _write_field(number, target, typed, form=written.form)
        known = zip(merged.mine, typed.lines, strict=True)
        saved.seen[target] = tuple(KnownLine(line.entry_id or 0, text) for line, text in known)
        clashes += merged.clashes
    _put_back(conversation, written.put_back)
    return Saved(saved.seen, tuple(clashes))


def _write_field(number: int, target: Target, typed: TypedField, *, form: str) -> Merged:
    rows = _rows(number, target)
    current = [KnownLine(row.id, row.text) for row in rows]
    own = [KnownLine(row.id, row.text) for row in rows if row.client_key.startswith(f"{form}:")]
    known = {line.entry_id for line in typed.seen}
    seen = [*typed.seen, *(line for line in own if line.entry_id not in known)]
    merged = rules.merge_lines(seen, current, typed.lines)
    _keep_earlier(number, target, lost_lines(current, merged.lines))
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


def _keep_earlier(number: int, place: Place, texts: Sequence[str]) -> None:
    """What may point at a person is not kept: the sheet itself asks to take that away."""
    if not texts:
        return
    names, at = known_names(), now()
    db.session.add_all(
        EarlierLine(conversation_id=number, **_columns(place), text=text, at=at)
        for text in texts
        if not find_personal_data(text, names)
    )


def _put_back(conversation: Conversation, line_ids: Sequence[int]) -> None:
    number = conversation.id
    wanted = select(EarlierLine).where(EarlierLine.conversation_id == number, EarlierLine.id.in_(line_ids))
    for line in db.session.scalars(wanted.order_by(EarlierLine.id)).all() if line_ids else ():
        if target := line.field or line.model_part:
            _add_below(number, target, line.text)
        elif line.text not in rules.lines_of(conversation.notes):
            _write_notes(conversation, f"{conversation.notes.rstrip()}\n{line.text}".lstrip())


def _add_below(number: int, target: Target, text: str) -> None:
    rows = _rows(number, target)
    if text in {row.text for row in rows}:
        return
    if len(rows) >= rules.MOST_ENTRIES:
        raise Invalid("too_many_entries", field=FIELD_NAMES[target], limit=rules.MOST_ENTRIES)
    entry = _new_entry(number, target, PUT_BACK)
    entry.text, entry.position = text, rows[-1].position + 1 if rows else 1
    db.session.add(entry)


def _merged_notes(current: str, typed: TypedNotes) -> str:
    text = rules.merge_text(typed.seen, current, typed.text)
    if text is None:
        raise Conflict("notes_moved_on")
    return text


def _write_notes(conversation: Conversation, text: str) -> None:
    if len(text) > rules.NOTES_LIMIT:
        raise Invalid("text_too_long", field="aantekeningen", limit=rules.NOTES_LIMIT)
    lost = lost_notes(rules.lines_of(conversation.notes), rules.lines_of(text))
    _keep_earlier(conversation.id, None, lost)
    conversation.notes = text


def _choose_core(conversation: Conversation, typed: TypedCore) -> None:
    if len(typed.reason) > rules.REASON_LIMIT:
        raise Invalid("text_too_long", field="kern-waarom", limit=rules.REASON_LIMIT)
    there = (conversation.core_part, conversation.core_reason)
    wanted = (typed.part, typed.reason)
    if wanted in {there, (typed.seen_part, typed.seen_reason)}:
        return  # nothing was chosen in this form, or the same
    if there != (typed.seen_part, typed.seen_reason):
        raise Conflict("core_moved_on")
    conversation.core_part, conversation.core_reason = wanted

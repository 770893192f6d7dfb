"""Writing down what came out of a conversation, with several people at the same sheet."""

from collections.abc import Sequence

from sqlalchemy import select

from app.conversations.canvas import rules
from app.conversations.canvas.earlier_rules import lost_notes
from app.conversations.canvas.entries import add_below, keep_earlier, write_field
from app.conversations.canvas.rules import Clash, KnownLine
from app.conversations.canvas.sheets import FIELD_NAMES
from app.conversations.canvas.written import Saved, TypedCore, TypedNotes, Written
from app.conversations.models import Conversation, EarlierLine
from app.conversations.queries import check_may_edit
from app.core.db import db
from app.core.errors import Conflict, Invalid, NotFound
from app.core.permissions import Actor


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
        merged = write_field(number, target, typed, form=written.form)
        known = zip(merged.mine, typed.lines, strict=True)
        saved.seen[target] = tuple(KnownLine(line.entry_id or 0, text) for line, text in known)
        clashes += merged.clashes
    _put_back(conversation, written.put_back)
    return Saved(saved.seen, tuple(clashes))


def _put_back(conversation: Conversation, line_ids: Sequence[int]) -> None:
    number = conversation.id
    wanted = select(EarlierLine).where(EarlierLine.conversation_id == number, EarlierLine.id.in_(line_ids))
    for line in db.session.scalars(wanted.order_by(EarlierLine.id)).all() if line_ids else ():
        if target := line.field or line.model_part:
            add_below(number, target, line.text)
        elif line.text not in rules.lines_of(conversation.notes):
            _write_notes(conversation, f"{conversation.notes.rstrip()}\n{line.text}".lstrip())


def _merged_notes(current: str, typed: TypedNotes) -> str:
    rules.check_notes(typed.text)
    text = rules.merge_text(typed.seen, current, typed.text)
    if text is None:
        raise Conflict("notes_moved_on")
    return text


def _write_notes(conversation: Conversation, text: str) -> None:
    rules.check_notes(text)
    lost = lost_notes(rules.lines_of(conversation.notes), rules.lines_of(text))
    keep_earlier(conversation.id, None, lost)
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

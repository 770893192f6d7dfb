"""The clock of a conversation: kept, so that every screen that shows it shows the same."""

from sqlalchemy import delete

from app.conversations.holding.kinds import ClockStep
from app.conversations.holding.queries import begun_parts
from app.conversations.models import BegunPart
from app.conversations.queries import check_may_edit, conversation_at
from app.core.clock import now
from app.core.db import db
from app.core.permissions import Actor
from app.core.upsert import insert_unless_there


def move_clock(actor: Actor, number: int, step: ClockStep, seen: int) -> None:
    """Go on, back or begin again, from the part that was seen; a press on an older screen does nothing."""
    check_may_edit(number, actor)
    at_part = max(begun_parts(number), default=-1)
    if at_part != seen:
        return
    if step is ClockStep.NEXT:
        _begin(number, seen + 1)
    else:
        gone = delete(BegunPart).where(BegunPart.conversation_id == number)
        back = step is ClockStep.BACK
        db.session.execute(gone.where(BegunPart.position == seen) if back else gone)


def _begin(number: int, position: int) -> None:
    if position > len(conversation_at(number).agenda):
        return
    values = {"conversation_id": number, "position": position, "at": now()}
    insert_unless_there(BegunPart, values, unique=("conversation_id", "position"))

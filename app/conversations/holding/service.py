"""What is written down while a conversation is held: lines in the model, and how it was."""

from dataclasses import dataclass

from sqlalchemy import func, select, update

from app.conversations.canvas.rules import check_lines
from app.conversations.holding import rules
from app.conversations.kinds import ConversationStatus, ModelPart, Mood, PlanningStep
from app.conversations.models import CanvasEntry, ClosingWord, Conversation
from app.conversations.planning.tasks import finish_task
from app.conversations.progress.rules import is_to_come
from app.conversations.queries import check_may_edit, conversation_at
from app.core.clock import now, today
from app.core.db import db
from app.core.errors import Conflict
from app.core.permissions import Actor
from app.core.upsert import insert_unless_there


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """A line for a part of the model; `group_number` is the small group that wrote it, if any."""

    part: ModelPart
    text: str
    group_number: int | None = None
    key: str


def say_how_it_was(actor: Actor, number: int, mood: Mood, line: str, *, key: str) -> None:
    """Keep how one participant found it; the same key is the same tap."""
    check_may_edit(number, actor)
    rules.check_closing_line(line)
    values = {
        "conversation_id": number,
        "mood": mood,
        "line": line,
        "client_key": rules.client_key(number, key),
        "at": now(),
    }
    insert_unless_there(ClosingWord, values, unique=("client_key",))


def write_in_model(actor: Actor, number: int, new: NewEntry) -> int:
    """Write a line in a part of the model; the same key is the same line. Returns which entry it is.

    Raises `Conflict` when the key was used for other words: those must not be lost.
    """
    check_may_edit(number, actor)
    conversation_at(number)
    check_lines([new.text], "tekst")
    last = select(func.coalesce(func.max(CanvasEntry.position), 0)).where(
        CanvasEntry.conversation_id == number, CanvasEntry.model_part == new.part
    )
    key = rules.client_key(number, new.key)
    values = {
        "conversation_id": number,
        "model_part": new.part,
        "text": new.text,
        "group_number": new.group_number,
        "position": (db.session.scalar(last) or 0) + 1,
        "client_key": key,
        "created_at": now(),
    }
    insert_unless_there(CanvasEntry, values, unique=("client_key",))
    entry = db.session.scalars(select(CanvasEntry).where(CanvasEntry.client_key == key)).one()
    if entry.text != new.text:
        raise Conflict("line_already_noted")
    return entry.id


def join_groups(actor: Actor, number: int) -> None:
    """Put what the groups wrote together: from now on it is what all of them say."""
    check_may_edit(number, actor)
    grouped = update(CanvasEntry).where(
        CanvasEntry.conversation_id == number, CanvasEntry.group_number.is_not(None)
    )
    db.session.execute(grouped.values(group_number=None))


def mark_handed_in(conversation_id: int, *, whole: bool) -> None:
    """Bouwstenen were handed in: it was held, and when that is the whole of what was noted, harvested.

    One that is still to come stays as it is: what was handed in of it was written down beforehand.
    """
    conversation = db.session.get_one(Conversation, conversation_id, with_for_update=True)
    if conversation.status is ConversationStatus.PLANNED and not is_to_come(conversation.starts_at, today()):
        conversation.status = ConversationStatus.HELD
        conversation.held_at = now()
        conversation.version += 1
        finish_task(conversation_id, PlanningStep.HOLD)
    if whole and conversation.status is ConversationStatus.HELD:
        conversation.status = ConversationStatus.HARVESTED
        conversation.harvested_at = now()
        conversation.version += 1
        finish_task(conversation_id, PlanningStep.SUBMIT_BLOCKS)

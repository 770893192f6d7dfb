"""What is written down while a conversation is held: the core of the model, stories, and how it was."""

from app.conversations.kinds import ConversationStatus, PlanningStep
from app.conversations.models import Conversation
from app.conversations.planning.tasks import finish_task
from app.core.clock import now
from app.core.db import db

BEFORE_HARVEST = (ConversationStatus.PLANNED, ConversationStatus.HELD)


def mark_harvested(conversation_id: int) -> None:
    """Everything that was noted has been handed in."""
    conversation = db.session.get_one(Conversation, conversation_id, with_for_update=True)
    if conversation.status in BEFORE_HARVEST:
        conversation.status = ConversationStatus.HARVESTED
        conversation.harvested_at = now()
        conversation.held_at = conversation.held_at or conversation.harvested_at
        conversation.version += 1
        finish_task(conversation_id, PlanningStep.HOLD)
        finish_task(conversation_id, PlanningStep.SUBMIT_BLOCKS)

"""What the screens have in common on which somebody works on a conversation."""

from app.conversations.queries import ShownConversation, check_may_edit, conversation_at
from app.web.guards import current_actor


def edited_conversation(number: int) -> ShownConversation:
    """The conversation, for who may edit it; a 404 or 403 for everybody else."""
    conversation = conversation_at(number)
    check_may_edit(number, current_actor())
    return conversation

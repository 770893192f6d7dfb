"""Reading how far a host is with what the start kit asks."""

from dataclasses import dataclass

from sqlalchemy import func, select

from app.conversations.kinds import ConversationPart, PartAnswer
from app.conversations.list_queries import HELD
from app.conversations.models import Conversation, ConversationMember
from app.conversations.progress.rules import ASKED_COLLEAGUES, ASKED_CONVERSATIONS
from app.core.db import db


@dataclass(frozen=True, slots=True)
class HostProgress:
    """How many conversations somebody hosted that were held, and with how many colleagues in all."""

    conversations: int
    colleagues: int

    @property
    def asked(self) -> int:
        """How many conversations the start kit asks for."""
        return ASKED_CONVERSATIONS

    @property
    def asked_colleagues(self) -> int:
        """How many colleagues that makes."""
        return ASKED_CONVERSATIONS * ASKED_COLLEAGUES

    @property
    def done(self) -> bool:
        """Whether that many were held, with that many colleagues."""
        return self.conversations >= ASKED_CONVERSATIONS and self.colleagues >= self.asked_colleagues


def host_progress(account_id: int) -> HostProgress:
    """How far this host is; the host does not count as a colleague."""
    held = (
        select(func.count(), func.sum(Conversation.participants - 1))
        .select_from(Conversation)
        .join(ConversationMember, ConversationMember.conversation_id == Conversation.id)
        .where(
            ConversationMember.account_id == account_id,
            ConversationMember.part == ConversationPart.HOST,
            ConversationMember.answer == PartAnswer.ACCEPTED,
            Conversation.status.in_(HELD),
        )
    )
    conversations, colleagues = db.session.execute(held).one()
    return HostProgress(conversations, colleagues or 0)

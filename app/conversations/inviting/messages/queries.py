"""Reading the messages that somebody changed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from app.accounts.models import Account
from app.conversations.inviting.messages.rules import mark_of
from app.conversations.kinds import MessageKind
from app.conversations.models import ConversationMessage
from app.core.db import db


@dataclass(frozen=True, slots=True)
class ChangedMessage:
    """A message in somebody's own words."""

    kind: MessageKind
    subject: str
    body: str
    changed_by: str
    changed_at: datetime

    @property
    def mark(self) -> str:
        """By which a form says that it was opened with this text."""
        return mark_of(self.changed_at)


def changed_messages(number: int) -> dict[MessageKind, ChangedMessage]:
    """Those of one conversation; what nobody changed is made anew each time."""
    rows = (
        select(
            ConversationMessage.kind,
            ConversationMessage.subject,
            ConversationMessage.body,
            Account.name,
            ConversationMessage.changed_at,
        )
        .join(Account, Account.id == ConversationMessage.changed_by_id)
        .where(ConversationMessage.conversation_id == number)
    )
    return {row.kind: ChangedMessage(*row) for row in db.session.execute(rows)}

"""The messages of a conversation as they are now: one's own words where there are any, else made anew."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.conversations.inviting.facts import ConversationFacts
from app.conversations.inviting.messages.forms import WORD_OF
from app.conversations.inviting.messages.queries import ChangedMessage
from app.conversations.inviting.messages.texts import MessageText, message_text, missing_moment
from app.conversations.kinds import MessageKind


@dataclass(frozen=True, slots=True)
class ShownMessage:
    """A message; `changed` is None while nobody changed it. `lost_moment`: it no longer says when it is."""

    kind: MessageKind
    text: MessageText
    changed: ChangedMessage | None
    lost_moment: bool

    @property
    def word(self) -> str:
        """What it is called in an address."""
        return WORD_OF[self.kind]

    @property
    def mark(self) -> str:
        """By which a form says that it was opened with this text."""
        return self.changed.mark if self.changed else ""


def shown_message(
    kind: MessageKind, facts: ConversationFacts, changed: Mapping[MessageKind, ChangedMessage]
) -> ShownMessage:
    """One message as it is now."""
    own = changed.get(kind)
    text = MessageText(own.subject, own.body) if own else message_text(kind, facts)
    return ShownMessage(kind, text, own, missing_moment(kind, text, facts))

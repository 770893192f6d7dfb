"""The messages of a conversation as they are now: one's own words where there are any, else made anew."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.conversations.inviting.facts import ConversationFacts
from app.conversations.inviting.messages.forms import WORD_OF
from app.conversations.inviting.messages.queries import ChangedMessage
from app.conversations.inviting.messages.texts import MessageText, message_text, missing_moment
from app.conversations.kinds import MessageKind
from app.text.personal_data.finding import find_personal_data
from app.text.personal_data.kinds import Finding
from app.text.personal_data.names import KnownNames

_AFTERWARDS = {MessageKind.THANKS, MessageKind.REPORT}
"""The messages in which what was said in a conversation can come to stand."""


@dataclass(frozen=True, slots=True)
class ShownMessage:
    """A message; `changed` is None while nobody changed it.

    `lost_moment`: it no longer says when the conversation is. `findings`: what may point at a person.
    `lacks_statement`: it is about a statement that nobody made yet, and of no use before.
    """

    kind: MessageKind
    text: MessageText
    changed: ChangedMessage | None
    lost_moment: bool
    lacks_statement: bool
    findings: tuple[Finding, ...]

    @property
    def word(self) -> str:
        """What it is called in an address."""
        return WORD_OF[self.kind]

    @property
    def mark(self) -> str:
        """By which a form says that it was opened with this text."""
        return self.changed.mark if self.changed else ""


def shown_message(
    kind: MessageKind,
    facts: ConversationFacts,
    changed: Mapping[MessageKind, ChangedMessage],
    names: KnownNames,
) -> ShownMessage:
    """One message as it is now; what people said in a conversation is checked before it goes to others."""
    own = changed.get(kind)
    text = MessageText(own.subject, own.body) if own else message_text(kind, facts)
    findings = _findings(text, facts, names) if kind in _AFTERWARDS else ()
    lacks_statement = kind is MessageKind.POLL and not own and not facts.statement
    return ShownMessage(kind, text, own, missing_moment(kind, text, facts), lacks_statement, findings)


def _findings(text: MessageText, facts: ConversationFacts, names: KnownNames) -> tuple[Finding, ...]:
    """What may point at a person, but for the host, who signs it, and the code of the conversation."""
    own = f"{facts.host} {facts.follow_address}"
    said = find_personal_data(f"{text.subject}\n{text.body}", names)
    return tuple(one for one in said if one.words not in own)

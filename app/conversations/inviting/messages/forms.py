"""The form in which a message is changed; which one it is, is said in words."""

from dataclasses import dataclass, field

from app.conversations.inviting.messages.rules import BODY_LIMIT, SUBJECT_LIMIT
from app.conversations.inviting.messages.service import MessageEdit
from app.conversations.kinds import MessageKind
from app.core.submissions import new_key
from app.web.forms import FormReader

WORDS = {
    "intranet": MessageKind.INTRANET,
    "uitnodiging": MessageKind.INVITATION,
    "stelling": MessageKind.POLL,
    "dank": MessageKind.THANKS,
    "terugkoppeling": MessageKind.REPORT,
}
"""What a message is called in an address."""
WORD_OF = {kind: word for word, kind in WORDS.items()}
FIELDS = {"subject": "onderwerp", "body": "tekst"}
"""What the service calls a field, and its name in the page."""


@dataclass(frozen=True, slots=True)
class TypedMessage:
    """Everything in the form, as it was typed."""

    kind: MessageKind
    subject: str
    body: str
    seen: str
    again: bool = False
    key: str = field(default_factory=new_key)

    def edit(self, number: int) -> MessageEdit:
        """Which message of a conversation this is."""
        return MessageEdit(number=number, kind=self.kind, seen=self.seen, key=self.key)


def kind_in(reader: FormReader) -> MessageKind:
    """The message that is meant: without a word the first."""
    return WORDS.get(reader.line("soort"), MessageKind.INTRANET)


def read_message(reader: FormReader) -> TypedMessage:
    """A message in somebody's own words, or the wish to begin again."""
    again = reader.line("actie") == "opnieuw"
    return TypedMessage(
        kind=kind_in(reader),
        subject=reader.line("onderwerp", limit=SUBJECT_LIMIT, required=not again),
        body=reader.text("tekst", limit=BODY_LIMIT, required=not again),
        seen=reader.line("basis"),
        again=again,
        key=reader.line("sleutel") or new_key(),
    )

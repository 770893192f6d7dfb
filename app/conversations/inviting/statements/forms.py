"""The forms of a statement: making one, and answering."""

from dataclasses import dataclass, field

from app.conversations.inviting.statements.rules import REASON_LIMIT, TEXT_LIMIT
from app.conversations.kinds import Opinion
from app.core.submissions import new_key
from app.web.forms import FormReader
from app.web.naming import CONFIRMED

FIELDS = {"text": "tekst", "reason": "reden"}
"""What the service calls a field, and its name in the page."""


@dataclass(frozen=True, slots=True)
class TypedStatement:
    """Everything in the form of a new statement; `conversation` is the number of one, or nothing."""

    text: str = ""
    conversation: int | None = None
    confirmed: bool = False
    key: str = field(default_factory=new_key)


@dataclass(frozen=True, slots=True)
class TypedAnswer:
    """Everything in the form of an answer."""

    opinion: Opinion | None = None
    reason: str = ""
    confirmed: bool = False


def read_statement(reader: FormReader) -> TypedStatement:
    """A new statement."""
    return TypedStatement(
        text=reader.line("tekst", limit=TEXT_LIMIT),
        conversation=reader.identifier("gesprek"),
        confirmed=reader.flag(CONFIRMED),
        key=reader.line("sleutel") or new_key(),
    )


def read_answer(reader: FormReader) -> TypedAnswer:
    """What one thinks, and why."""
    return TypedAnswer(
        opinion=reader.choice("mening", Opinion),
        reason=reader.text("reden", limit=REASON_LIMIT),
        confirmed=reader.flag(CONFIRMED),
    )

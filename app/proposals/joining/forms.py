"""The forms of writing along: asking for it, and answering."""

from dataclasses import dataclass, field

from app.core.submissions import new_key
from app.proposals.joining.kinds import JoinAnswer
from app.proposals.joining.rules import WORDS_LIMIT
from app.web.forms import FormReader

FIELDS = {"words": "woorden"}
"""What the service calls a field, and its name in the page."""


@dataclass(frozen=True, slots=True)
class TypedWords:
    """Everything in either form, as it was typed; only an answer has seen the timeline."""

    words: str = ""
    answer: JoinAnswer | None = None
    seen_event: int = 0
    key: str = field(default_factory=new_key)


def read_request(reader: FormReader) -> TypedWords:
    """The form of who wants to write along."""
    words = reader.text("woorden", limit=WORDS_LIMIT)
    return TypedWords(words, key=reader.line("sleutel") or new_key())


def read_reply(reader: FormReader) -> TypedWords:
    """The form of who answers."""
    return TypedWords(
        words=reader.text("woorden", limit=WORDS_LIMIT),
        answer=reader.choice("besluit", JoinAnswer),
        seen_event=reader.identifier("gezien") or 0,
        key=reader.line("sleutel") or new_key(),
    )

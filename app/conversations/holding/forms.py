"""The forms of holding a conversation."""

import re
from dataclasses import dataclass, field

from app.conversations.canvas.rules import ENTRY_LIMIT
from app.conversations.holding.kinds import ClockStep
from app.conversations.holding.rules import CLOSING_LINE_LIMIT, MOST_GROUPS
from app.conversations.holding.service import NewEntry
from app.conversations.kinds import ModelPart, Mood
from app.core.submissions import new_key
from app.web.forms import FormReader


@dataclass(frozen=True, slots=True)
class TypedStep:
    """A press on the clock, and the part that the screen showed meanwhile."""

    step: ClockStep | None
    seen: int


def read_clock_step(reader: FormReader) -> TypedStep:
    """The buttons of the clock."""
    seen = reader.line("gezien")
    number = int(seen) if re.fullmatch(r"-1|\d{1,2}", seen, re.ASCII) else -1
    return TypedStep(reader.choice("stap", ClockStep, required=False), number)


@dataclass(frozen=True, slots=True)
class TypedWord:
    """How somebody found it, in one tap and perhaps a line."""

    mood: Mood | None = None
    line: str = ""
    key: str = field(default_factory=new_key)


def read_closing_word(reader: FormReader) -> TypedWord:
    """The form of the closing round."""
    return TypedWord(
        mood=reader.choice("hoe", Mood),
        line=reader.line("opmerking", limit=CLOSING_LINE_LIMIT),
        key=reader.line("sleutel") or new_key(),
    )


def read_entry(reader: FormReader) -> NewEntry:
    """The form with one line for the model."""
    group = reader.identifier("groep")
    return NewEntry(
        part=reader.choice("plek", ModelPart) or ModelPart.HEAD,
        text=reader.line("zin", limit=ENTRY_LIMIT, required=True),
        group_number=group if group and group <= MOST_GROUPS else None,
        key=reader.line("sleutel") or new_key(),
    )

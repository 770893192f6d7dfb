"""The forms of holding a conversation; where it is on the clock, its address says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time

from app.conversations.canvas.rules import ENTRY_LIMIT
from app.conversations.holding.rules import CLOSING_LINE_LIMIT, MOST_GROUPS
from app.conversations.holding.service import NewEntry
from app.conversations.kinds import ModelPart, Mood
from app.core.clock import AMSTERDAM, local
from app.core.submissions import new_key
from app.web.forms import FormReader

CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class ClockPlace:
    """When the conversation began, which part it is at, and since when; None before it began."""

    begins: datetime | None = None
    part: int = 0
    since: datetime | None = None


def read_clock(values: Mapping[str, str], at: datetime) -> ClockPlace:
    """The place on the clock that an address names; what is no time counts as not said."""
    begins = _today(values.get("begin", ""), at)
    part = values.get("onderdeel", "")
    number = int(part) if part.isascii() and part.isdigit() and len(part) < 3 else 0
    return ClockPlace(begins, number, _today(values.get("sinds", ""), at) or begins)


def _today(written: str, at: datetime) -> datetime | None:
    """A time on today's clock; after midnight a conversation of the evening before is still today's."""
    found = CLOCK.fullmatch(written)
    if not found:
        return None
    return datetime.combine(local(at).date(), time(int(found[1]), int(found[2])), AMSTERDAM)


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

"""How a conversation is held: its timetable, and when a closing round tells nobody's answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.conversations.kinds import Mood
from app.core.errors import Invalid
from app.core.voting import FEWEST_SHOWN

WHOLE = timedelta(minutes=90)
"""How long a conversation lasts (start kit: one hour and a half)."""
CLOSING_LINE_LIMIT = 200
MOST_GROUPS = 9
CLOCK_FIELDS = frozenset({"begin", "onderdeel", "sinds", "vraag"})
"""What the address of the screen may say: the clock, and which question is shown."""


@dataclass(frozen=True, slots=True)
class TimetablePart:
    """A part of the agenda on the clock."""

    begins: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Timetable:
    """When each part begins; `slack_minutes` is what is left of the hour and a half, or missing (below 0)."""

    parts: tuple[TimetablePart, ...]
    ends: datetime
    slack_minutes: int


def timetable(
    minutes: Sequence[int], begins: datetime, *, part: int = 0, since: datetime | None = None
) -> Timetable:
    """The parts of an agenda one after the other.

    `part` is where the conversation is, `since` when that began: what comes after it moves along, and the
    slack becomes what is left then.
    """
    parts: list[TimetablePart] = []
    at = begins
    for place, length in enumerate(minutes):
        at = since if since and place == part else at
        parts.append(TimetablePart(at, at + timedelta(minutes=length)))
        at = parts[-1].ends
    ends = begins + WHOLE
    return Timetable(tuple(parts), ends, int((ends - at).total_seconds() // 60))


def may_show_answers(counts: Mapping[Mood, int]) -> bool:
    """Whether a closing round can be shown without telling what one person answered."""
    return sum(counts.values()) >= FEWEST_SHOWN


def check_closing_line(line: str) -> None:
    """A closing word is one line."""
    if len(line) > CLOSING_LINE_LIMIT:
        raise Invalid("text_too_long", field="line", limit=CLOSING_LINE_LIMIT)


def client_key(number: int, key: str) -> str:
    """The key of something typed or tapped; it counts within its conversation only."""
    return f"gesprek-{number}:{key}"

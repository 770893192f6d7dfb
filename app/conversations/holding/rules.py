"""How a conversation is held: its timetable, and when a closing round tells nobody's answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from app.conversations.kinds import Mood
from app.core.errors import Invalid
from app.core.voting import FEWEST_SHOWN

WHOLE = timedelta(minutes=90)
"""How long a conversation lasts (start kit: one hour and a half)."""
CLOSING_LINE_LIMIT = 200
MOST_GROUPS = 9
FORGOTTEN = timedelta(hours=6)
"""After this a clock that nobody stopped is not running any more."""


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


@dataclass(frozen=True, slots=True)
class ClockPlace:
    """Where a conversation is: its part from 0 (-1 before it begins), and whether its clock runs."""

    part: int
    running: bool
    ended: bool


def clock_place(begun: Mapping[int, datetime], parts: int, at: datetime) -> ClockPlace:
    """The place on the clock; a conversation that nobody ended is over when its day is long past."""
    part = max(begun, default=-1)
    ended = part >= parts or (bool(begun) and at - max(begun.values()) > FORGOTTEN)
    return ClockPlace(part, running=bool(begun) and not ended, ended=ended)


def timetable(
    minutes: Sequence[int],
    planned: datetime,
    begun: Mapping[int, datetime] | None = None,
    at: datetime | None = None,
) -> Timetable:
    """The parts of an agenda one after the other, from when they began or else are planned.

    What comes after a part that runs over at moment `at` moves along, and the slack becomes what is left.
    """
    begun = begun or {}
    now_at = max(begun, default=-1)
    parts: list[TimetablePart] = []
    next_begins = planned
    for place, length in enumerate(minutes):
        begins = begun.get(place, next_begins)
        ends = begun.get(place + 1, begins + timedelta(minutes=length))
        parts.append(TimetablePart(begins, ends))
        next_begins = max(ends, at) if at and place == now_at else ends
    over = begun.get(0, planned) + WHOLE
    return Timetable(tuple(parts), over, (over - next_begins) // timedelta(minutes=1))


def kept_address(values: Mapping[str, str]) -> dict[str, Any]:
    """What the address of the screen says, to keep when it comes back: which question is shown."""
    return {"vraag": values["vraag"]} if "vraag" in values else {}


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

"""Reading where a conversation is on the clock: the address says it, so that a reload changes nothing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time

from app.core.clock import AMSTERDAM, local

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

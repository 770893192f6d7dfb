"""The figures of the redactie: the months they are counted in, and shares that add up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from app.core.clock import AMSTERDAM
from app.proposals.kinds import ProposalState

MONTHS_SHOWN = 12
OUTCOMES = (ProposalState.ACCEPTED, ProposalState.PARTLY_ACCEPTED, ProposalState.REJECTED)


@dataclass(frozen=True, slots=True)
class Month:
    """A month on the calendar of the Netherlands: `start` up to `end`."""

    first_day: date
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """How many proposals were decided in a month, by outcome."""

    month: Month
    counts: Mapping[ProposalState, int]

    @property
    def total(self) -> int:
        """All decisions of the month."""
        return sum(self.counts.values())


def last_months(today: date, number: int = MONTHS_SHOWN) -> tuple[Month, ...]:
    """The last months, oldest first; the present one, which is not over, is the last."""
    newest = today.year * 12 + today.month - 1
    return tuple(_month(count) for count in range(newest - number + 1, newest + 1))


def percentages(counts: Sequence[int]) -> tuple[int, ...]:
    """Whole percentages that add up to 100: what is left by rounding down goes to the largest remainders."""
    total = sum(counts)
    if not total:
        return tuple(0 for _ in counts)
    shares = [count * 100 // total for count in counts]
    by_remainder = sorted(range(len(counts)), key=lambda index: -(counts[index] * 100 % total))
    for index in by_remainder[: 100 - sum(shares)]:
        shares[index] += 1
    return tuple(shares)


def _month(count: int) -> Month:
    first, following = _first_day(count), _first_day(count + 1)
    return Month(first, _midnight(first), _midnight(following))


def _first_day(count: int) -> date:
    return date(count // 12, count % 12 + 1, 1)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), AMSTERDAM)

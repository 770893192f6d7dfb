"""The months of which the plaat can be seen: it grows with each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.threads.picture.grid import Origin


@dataclass(frozen=True, slots=True)
class Growth:
    """The months with conversations, newest first; `until` is the last that is shown, None for all."""

    months: tuple[date, ...]
    until: date | None = None

    @property
    def earlier(self) -> date | None:
        """The month before the one that is shown; before the whole that is the newest but one."""
        last = self.until or next(iter(self.months), None)
        return next((month for month in self.months if last and month < last), None)

    @property
    def later(self) -> date | None:
        """The month after the one that is shown; None when nothing came after it."""
        return next((month for month in reversed(self.months) if self.until and month > self.until), None)


def growth_of(origins: Sequence[Origin], asked: str) -> Growth:
    """`asked` is a month as in an address, 2026-09; one without conversations is as the month before it."""
    months = tuple(sorted({origin.month for origin in origins}, reverse=True))
    until = _month(asked)
    return Growth(months, next((month for month in months if until and month <= until), None))


def _month(asked: str) -> date | None:
    try:
        return date.fromisoformat(f"{asked}-01")
    except ValueError:
        return None

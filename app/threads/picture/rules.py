"""What counts as new to somebody who looks at the plaat again."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.threads.picture.kinds import VisitStep

SAME_VISIT = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Visit:
    """The last look, and the one before that visit began; None when that was the first."""

    seen_at: datetime
    previous_at: datetime | None


def marked_since(visit: Visit | None, at: datetime) -> datetime | None:
    """Since when things are marked as new; None on a first visit, on which everything would be.

    Whoever looks twice within an hour still sees what was new the first time.
    """
    if visit is None:
        return None
    return visit.seen_at if at - visit.seen_at > SAME_VISIT else visit.previous_at


def next_visit(visit: Visit | None, step: VisitStep, at: datetime) -> Visit:
    """What is kept after a look, or after somebody said that she has seen everything."""
    if step is VisitStep.SEEN:
        return Visit(at, at)
    return Visit(at, marked_since(visit, at))

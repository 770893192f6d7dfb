"""What the redactie may choose of the queue, and when a proposal has waited too long."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.proposals.kinds import ChangeKind
from app.proposals.queue.kinds import QueueSize

LARGEST_SMALL, LARGEST_MEDIUM = 3, 10
"""In what people count of a change: sentences, and paragraphs that come, go, move or look different."""


@dataclass(frozen=True, slots=True)
class QueueChoice:
    """Which part of the queue somebody wants to see; all of it when nothing is chosen.

    `unfollowed`: nobody took it on, looks at it now or gave advice. `mine`: what this redacteur took on.
    """

    topic: str = ""
    size: QueueSize | None = None
    kind: ChangeKind | None = None
    unfollowed: bool = False
    mine: bool = False

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return self == QueueChoice()


def bounds(size: QueueSize) -> tuple[int, int | None]:
    """The least and the most that a change of this size counts; None for no end."""
    return {
        QueueSize.SMALL: (0, LARGEST_SMALL),
        QueueSize.MEDIUM: (LARGEST_SMALL + 1, LARGEST_MEDIUM),
        QueueSize.LARGE: (LARGEST_MEDIUM + 1, None),
    }[size]


def overdue_before(at: datetime, days: int) -> datetime:
    """What was sent in before this moment has waited for more than so many days."""
    return at - timedelta(days=days)

"""How pressing it is that somebody looks at what was published at once."""

from datetime import datetime, timedelta

from app.pages.checking.kinds import Urgency

CHECK_WITHIN = timedelta(days=3)
PRESSING_AFTER = timedelta(days=3)
"""How long after its last day a check is no longer late but pressing."""


def urgency(due_at: datetime | None, at: datetime) -> Urgency:
    """How pressing a check is at this moment; None is of a list without any."""
    if due_at is None or due_at >= at:
        return Urgency.CALM
    return Urgency.LATE if due_at + PRESSING_AFTER >= at else Urgency.PRESSING

"""Reading what was published before a second person had looked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from sqlalchemy import select

from app.core.clock import now
from app.core.db import db
from app.core.waiting import Waiting
from app.pages.checking.kinds import Urgency
from app.pages.checking.models import AfterCheck
from app.pages.checking.rules import urgency


@dataclass(frozen=True, slots=True)
class CheckCounts:
    """How many publications wait for a second pair of eyes, how many too long, and the first last day."""

    waiting: int
    overdue: int
    first_due_at: datetime | None

    @classmethod
    def of(cls, waiting: Waiting) -> Self:
        """The checks among all that waits for the redactie."""
        return cls(waiting.lists.get("checks", 0), waiting.late, waiting.first_due_at)

    @property
    def urgency(self) -> Urgency:
        """How pressing the first of them is."""
        return urgency(self.first_due_at, now())


def unchecked(revision_ids: Iterable[int]) -> set[int]:
    """Those of these revisions that nobody checked yet."""
    open_checks = select(AfterCheck.revision_id).where(AfterCheck.checked_at.is_(None))
    return set(db.session.scalars(open_checks.where(AfterCheck.revision_id.in_(list(revision_ids)))))

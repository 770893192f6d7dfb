"""Reading what was published before a second person had looked."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select

from app.core.clock import now
from app.core.db import db
from app.pages.checking.models import AfterCheck


@dataclass(frozen=True, slots=True)
class CheckCounts:
    """How many publications wait for a second pair of eyes, and how many of them too long."""

    waiting: int
    overdue: int


def unchecked(revision_ids: Iterable[int]) -> set[int]:
    """Those of these revisions that nobody checked yet."""
    open_checks = select(AfterCheck.revision_id).where(AfterCheck.checked_at.is_(None))
    return set(db.session.scalars(open_checks.where(AfterCheck.revision_id.in_(list(revision_ids)))))


def check_counts() -> CheckCounts:
    """What waits, in one statement."""
    overdue = func.count().filter(AfterCheck.due_at < now())
    row = db.session.execute(select(func.count(), overdue).where(AfterCheck.checked_at.is_(None))).one()
    return CheckCounts(*row)

"""Reading how long proposals wait and what is decided about them; nothing here is about one person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, select

from app.core.db import db
from app.proposals.figures.rules import OUTCOMES, Month, MonthFigures
from app.proposals.models import Proposal, ProposalEvent
from app.proposals.queries import AnySelect
from app.proposals.rules import WAITING

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WaitingNow:
    """What waits for the redactie; the days are whole ones, of the middle proposal and of the oldest."""

    count: int
    median_days: int = 0
    longest_days: int = 0


def waiting_now(at: datetime) -> WaitingNow:
    """How many proposals wait now, and how long, in two statements."""
    count, oldest = db.session.execute(_waiting(func.count(), func.min(Proposal.created_at))).one()
    if not count:
        return WaitingNow(0)
    middle = _waiting(Proposal.created_at).order_by(Proposal.created_at).offset(count // 2).limit(1)
    median = db.session.execute(middle).scalar_one()
    return WaitingNow(count, (at - median) // DAY, (at - oldest) // DAY)


def decisions_by_month(months: Sequence[Month]) -> tuple[MonthFigures, ...]:
    """The decisions of each month by outcome, in one statement; every decision counts once."""
    sums = [_within(month) for month in months]
    rows = (
        select(ProposalEvent.state_after, *sums)
        .join(Proposal, _is_newest())
        .where(ProposalEvent.state_after.in_(OUTCOMES), ProposalEvent.at >= months[0].start)
        .group_by(ProposalEvent.state_after)
    )
    found = {row[0]: row[1:] for row in db.session.execute(rows)}
    none = (0,) * len(months)
    return tuple(
        MonthFigures(month, {state: found.get(state, none)[index] for state in OUTCOMES})
        for index, month in enumerate(months)
    )


def _waiting(*columns: Any) -> AnySelect:
    waiting = select(*columns).select_from(Proposal).join(ProposalEvent, _is_newest())
    return waiting.where(ProposalEvent.state_after.in_(WAITING))


def _within(month: Month) -> ColumnElement[int]:
    return func.count().filter(ProposalEvent.at >= month.start, ProposalEvent.at < month.end)


def _is_newest() -> ColumnElement[bool]:
    return (ProposalEvent.proposal_id == Proposal.id) & (ProposalEvent.seq == Proposal.last_event)

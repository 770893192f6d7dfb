"""Reading what people think of proposals."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, String, cast, func, select

from app.accounts.models import Account
from app.core.db import db
from app.pages.published import AnySelect
from app.proposals.hidden import name_unless_hidden
from app.proposals.models import Proposal, ProposalVersion
from app.proposals.reviewing.kinds import LapseCause, ReviewVerdict
from app.proposals.reviewing.models import Review


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One opinion about the version with this number; with the reason when it no longer applies."""

    account_id: int
    who: str | None
    verdict: ReviewVerdict
    words: str
    at: datetime
    version_number: int
    lapsed_because: LapseCause | None

    @property
    def applies(self) -> bool:
        """Whether it is about the proposal as it is now."""
        return self.lapsed_because is None


def reviews_of(proposal_id: int) -> tuple[ReviewRow, ...]:
    """Every opinion about a proposal, oldest first; those that lapsed too."""
    rows = (
        select(
            Review.account_id,
            name_unless_hidden(Account),
            Review.verdict,
            Review.words,
            Review.at,
            ProposalVersion.number,
            Review.lapsed_because,
        )
        .join(Account, Account.id == Review.account_id)
        .join(ProposalVersion, ProposalVersion.id == Review.version_id)
        .join(Proposal, Proposal.id == Review.proposal_id)
        .where(Review.proposal_id == proposal_id)
        .order_by(Review.id)
    )
    return tuple(ReviewRow(*row) for row in db.session.execute(rows))


def review_counts(*columns: ColumnElement[Any], proposal_ids: Iterable[int]) -> AnySelect:
    """How many people think what of each of these proposals now, as part of a statement."""
    return (
        select(*columns, Review.proposal_id, func.count(), cast(Review.verdict, String))
        .where(Review.proposal_id.in_(list(proposal_ids)), Review.lapsed_at.is_(None))
        .group_by(Review.proposal_id, Review.verdict)
    )

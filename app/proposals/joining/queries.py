"""Reading who wants to write along on which proposal."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, func, select
from sqlalchemy.orm import aliased

from app.accounts.models import Account
from app.core.db import db
from app.pages.models import Page, Revision
from app.proposals.joining.models import CoAuthorRequest
from app.proposals.models import Proposal, ProposalAuthor, ProposalChange, ProposalEvent
from app.proposals.rules import OPEN, proposal_path

MOST_REQUESTS = 10


@dataclass(frozen=True, slots=True)
class JoinRequest:
    """The wish of a colleague; `accepted` is None until a writer answered, in the words of `answer`."""

    account_id: int
    who: str
    words: str
    asked_at: datetime
    accepted: bool | None
    answer: str


@dataclass(frozen=True, slots=True)
class AskedOfMe:
    """A colleague who waits for an answer, and the proposal it is about."""

    proposal_id: int
    page_title: str
    who: str
    words: str

    @property
    def url(self) -> str:
        """Where it is answered."""
        return f"{proposal_path(self.proposal_id)}#meeschrijven"


def requests_of(proposal_id: int) -> tuple[JoinRequest, ...]:
    """Everybody who asked to write along, oldest first."""
    rows = (
        select(
            Account.id,
            Account.name,
            CoAuthorRequest.words,
            CoAuthorRequest.asked_at,
            CoAuthorRequest.accepted,
            CoAuthorRequest.answer,
        )
        .join(Account, Account.id == CoAuthorRequest.account_id)
        .where(CoAuthorRequest.proposal_id == proposal_id)
        .order_by(CoAuthorRequest.asked_at, Account.id)
    )
    return tuple(JoinRequest(*row) for row in db.session.execute(rows))


def asked_of(account_id: int) -> tuple[AskedOfMe, ...]:
    """Who waits for this person's answer, oldest first; on what is decided nobody can write along."""
    author = aliased(ProposalAuthor)
    mine = exists().where(author.proposal_id == Proposal.id, author.account_id == account_id)
    rows = (
        select(
            Proposal.id,
            func.coalesce(Revision.title, ProposalChange.title),
            Account.name,
            CoAuthorRequest.words,
        )
        .join(CoAuthorRequest, CoAuthorRequest.proposal_id == Proposal.id)
        .join(Account, Account.id == CoAuthorRequest.account_id)
        .join(
            ProposalEvent,
            (ProposalEvent.proposal_id == Proposal.id) & (ProposalEvent.seq == Proposal.last_event),
        )
        .join(
            ProposalChange,
            (ProposalChange.version_id == ProposalEvent.version_id) & (ProposalChange.position == 1),
        )
        .outerjoin(Page, Page.id == ProposalChange.page_id)
        .outerjoin(Revision, Revision.id == Page.current_revision_id)
        .where(mine, CoAuthorRequest.accepted.is_(None), ProposalEvent.state_after.in_(OPEN))
        .order_by(CoAuthorRequest.asked_at)
        .limit(MOST_REQUESTS)
    )
    return tuple(AskedOfMe(*row) for row in db.session.execute(rows))

"""Reading whose agreement a proposal needs, and who agreed already."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from sqlalchemy import select

from app.accounts.models import Account
from app.core.db import db
from app.pages.care.queries import protection_of, protections_of
from app.pages.care.rules import CurrentProtection
from app.proposals.models import Proposal, ProposalChange, ProposalEvent
from app.proposals.reviewing.kinds import ReviewVerdict
from app.proposals.reviewing.models import Review
from app.proposals.reviewing.rules import Needed, Requirement, strictest, what_is_needed


@dataclass(frozen=True, slots=True)
class Deciding:
    """Whose agreement a proposal needs; `approvals` are the names of who agreed, `names` of who must."""

    requirement: Requirement
    approvals: Mapping[int, str]
    names: Mapping[int, str]

    @property
    def needed(self) -> Needed:
        """Who must still agree."""
        return what_is_needed(self.requirement, self.approvals.keys())

    @property
    def still_named(self) -> tuple[str, ...]:
        """The names of those who must still agree."""
        return tuple(sorted(self.names[account_id] for account_id in self.needed.named))

    @property
    def agreed(self) -> tuple[str, ...]:
        """The names of those who agreed."""
        return tuple(sorted(self.approvals.values()))


def deciding_on(proposal_id: int, writers: AbstractSet[int]) -> Deciding:
    """Whose agreement the newest version of a proposal by these writers needs."""
    protections = _protections(proposal_id)
    requirement = strictest(protections, writers)
    names = {rule.decider_id: rule.decider or "" for rule in protections if rule.decider_id}
    return Deciding(requirement, _approvals(proposal_id), names)


def is_joint(proposal_id: int) -> bool:
    """Whether more than one redacteur must agree before a proposal is published."""
    return deciding_on(proposal_id, frozenset()).requirement.count > 1


def _protections(proposal_id: int) -> list[CurrentProtection]:
    """What holds for each page of the proposal; for a page to come what holds for the whole guide."""
    newest = (ProposalEvent.proposal_id == Proposal.id) & (ProposalEvent.seq == Proposal.last_event)
    pages = (
        select(ProposalChange.page_id)
        .join(ProposalEvent, ProposalEvent.version_id == ProposalChange.version_id)
        .join(Proposal, newest)
        .where(Proposal.id == proposal_id)
    )
    page_ids = list(db.session.scalars(pages))
    usual = [protection_of(None)] if None in page_ids else []
    return [*protections_of([page_id for page_id in page_ids if page_id]).values(), *usual]


def _approvals(proposal_id: int) -> dict[int, str]:
    agreed = (
        select(Review.account_id, Account.name)
        .join(Account, Account.id == Review.account_id)
        .where(
            Review.proposal_id == proposal_id,
            Review.verdict == ReviewVerdict.APPROVE,
            Review.lapsed_at.is_(None),
        )
    )
    return dict(db.session.execute(agreed).all())

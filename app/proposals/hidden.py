"""Which proposals hold a text that the redactie hid: those it came from, and those that were made on it.

Conditions for statements that read proposals, so that what is hidden is not even read.
"""

from typing import Any

from sqlalchemy import case, exists, or_, select
from sqlalchemy.orm import aliased

from app.core.db import db
from app.pages.hiding.models import RevisionHiding
from app.pages.hiding.queries import HIDDEN_REVISIONS
from app.proposals.models import Proposal, ProposalChange, ProposalEvent, Publication

_event = aliased(ProposalEvent)
BECAME_HIDDEN: Any = exists().where(
    Publication.event_id == _event.id,
    _event.proposal_id == Proposal.id,
    Publication.revision_id.in_(HIDDEN_REVISIONS),
)
"""Whether the proposal in the statement around it was published as a text that is hidden now."""
CHANGE_IS_HIDDEN: Any = or_(
    ProposalChange.base_revision_id.in_(HIDDEN_REVISIONS),
    ProposalChange.restored_revision_id.in_(HIDDEN_REVISIONS),
    BECAME_HIDDEN,
)
"""Whether the words of the change in the statement around it, which names its proposal too, are hidden."""


def is_hidden(proposal_id: int) -> bool:
    """Whether a proposal became a text that is hidden now: nothing of it is shown any more."""
    return bool(db.session.scalar(select(BECAME_HIDDEN).where(Proposal.id == proposal_id)))


def name_unless_hidden(account: Any) -> Any:
    """The name of somebody in the proposal in the statement around it; None when it is hidden in its text."""
    hidden = exists().where(
        RevisionHiding.revision_id == Publication.revision_id,
        Publication.event_id == _event.id,
        _event.proposal_id == Proposal.id,
        RevisionHiding.account_id == account.id,
        RevisionHiding.confirmed.is_(True),
    )
    return case((hidden, None), else_=account.name)

"""How many undecided proposals one person may have."""

from sqlalchemy import func, select

from app.core.db import db
from app.core.errors import Invalid
from app.core.permissions import Actor
from app.core.submissions import earlier_answer
from app.proposals.models import Proposal, ProposalAuthor, ProposalEvent
from app.proposals.rules import OPEN


def check_room(actor: Actor, *, key: str, most: int) -> None:
    """Refuse one more proposal to somebody who has `most` undecided ones. The same form again is no more."""
    account_id = actor.account_id or 0
    if earlier_answer(key, account_id):
        return
    newest = (ProposalEvent.proposal_id == Proposal.id) & (ProposalEvent.seq == Proposal.last_event)
    undecided = (
        select(func.count(Proposal.id))
        .join(ProposalEvent, newest)
        .join(ProposalAuthor, ProposalAuthor.proposal_id == Proposal.id)
        .where(ProposalAuthor.account_id == account_id, ProposalEvent.state_after.in_(OPEN))
    )
    if (db.session.scalar(undecided) or 0) >= most:
        raise Invalid("too_many_proposals", field="_voorstel", limit=most)

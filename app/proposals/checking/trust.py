"""Publishing a small change of a trusted colleague at once, to be looked at afterwards."""

from sqlalchemy import func, select

from app.core.db import db
from app.core.permissions import Actor
from app.pages.care.queries import protection_of
from app.pages.texts import current_text
from app.proposals.checking.rules import Trust, is_small
from app.proposals.kinds import ChangeKind, ProposalState, ProposalStep
from app.proposals.models import Proposal, ProposalAuthor, ProposalEvent
from app.proposals.preparing import PreparedChange
from app.proposals.publishing import Publishable, carry_out
from app.proposals.rules import proposal_number
from app.proposals.sending import Motivation
from app.proposals.texts import change_text
from app.proposals.timeline import Move, author_ids, newest_event, take_step


def trust_in(actor: Actor, needed: int) -> Trust:
    """How many proposals of this person were taken over whole; not asked where nobody is trusted."""
    if not needed or actor.account_id is None:
        return Trust(0, needed)
    taken_over = (
        select(func.count())
        .select_from(Proposal)
        .join(ProposalAuthor, ProposalAuthor.proposal_id == Proposal.id)
        .join(
            ProposalEvent,
            (ProposalEvent.proposal_id == Proposal.id) & (ProposalEvent.seq == Proposal.last_event),
        )
        .where(
            ProposalAuthor.account_id == actor.account_id,
            ProposalEvent.state_after == ProposalState.ACCEPTED,
            ProposalEvent.step != ProposalStep.UNDO,
        )
    )
    return Trust(db.session.scalar(taken_over) or 0, needed)


def publish_if_trusted(
    actor: Actor, url: str, change: PreparedChange, why: Motivation, *, needed: int
) -> bool:
    """Publish what was just sent in when it is a small change of a trusted colleague on a free page.

    Belongs in the transaction that sent it in. True when it was published.
    """
    if not why.minor or not _is_fit(change) or not trust_in(actor, needed).is_earned:
        return False
    proposal_id = proposal_number(url)
    proposal = db.session.get_one(Proposal, proposal_id)
    sent = newest_event(proposal)
    if sent.step is not ProposalStep.SEND:
        return False  # the same form again: it was published the first time
    move = Move(proposal_id=proposal_id, seen_event=sent.seq)
    event = take_step(actor, ProposalStep.TRUSTED, move, trusted=True)
    base_id = change.base.id if change.base else None
    text = Publishable(change_text(sent.version_id), base_id, change.prepared)
    carry_out([text], event, author_ids(proposal_id))
    return True


def _is_fit(change: PreparedChange) -> bool:
    """A small edit of the text as it stands, on a page without protection."""
    if change.base is None or change.kind is not ChangeKind.EDIT:
        return False
    if not is_small(change.prepared.change_size) or protection_of(change.base.page_id).id is not None:
        return False
    current = current_text(change.base.page_id)
    return current is not None and current.id == change.base.id

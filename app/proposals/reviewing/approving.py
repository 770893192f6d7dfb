"""Agreeing with a proposal where another redacteur must agree too."""

from collections.abc import Sequence

from sqlalchemy import select

from app.core.db import db
from app.core.errors import Invalid
from app.core.outbox import FollowUp, enqueue
from app.core.permissions import Actor
from app.proposals.kinds import ProposalStep
from app.proposals.merging.service import keep_settled, next_version
from app.proposals.models import Proposal, ProposalVersion
from app.proposals.plans import Plan
from app.proposals.preparing import PreparedChange
from app.proposals.rebasing import Settlements
from app.proposals.reviewing.deciding import deciding_on
from app.proposals.reviewing.kinds import LapseCause, ReviewVerdict
from app.proposals.reviewing.service import Advice, add_review, lapse_reviews
from app.proposals.timeline import Move, take_step, writer_ids


def waits_for_another(proposal_id: int, step: ProposalStep, *, rewritten: bool) -> bool:
    """Whether another redacteur must agree before this decision publishes anything.

    That is so for every text that the first one has not seen. A part is chosen by the last who agrees, out of
    what the others agreed with. Raises `Invalid` when it cannot be chosen now.
    """
    db.session.execute(select(Proposal.id).where(Proposal.id == proposal_id).with_for_update())
    deciding = deciding_on(proposal_id, writer_ids(proposal_id))
    waits = deciding.needed.waits or (rewritten and deciding.requirement.count > 1)
    if waits and step is ProposalStep.ACCEPT_PART:
        raise Invalid("part_rewritten" if rewritten else "part_before_last", field="parts")
    return waits


def approve(
    actor: Actor, move: Move, plan: Plan, typed: Settlements, *, rewritten: Sequence[PreparedChange]
) -> None:
    """Note that this redacteur agrees; what she wrote or chose herself is the next version of the proposal.

    She is a writer of it then, so that whoever agrees after her is somebody else.
    """
    event = take_step(actor, ProposalStep.APPROVE, move)
    account_id = event.actor_id or 0
    if rewritten:
        sent = db.session.get_one(ProposalVersion, event.version_id)
        event.version_id = next_version(sent, rewritten, account_id=account_id)
        lapse_reviews(move.proposal_id, LapseCause.NEW_VERSION)
        keep_settled(plan, typed, event)
        enqueue(FollowUp.REBASE_PROPOSAL, proposal=move.proposal_id)
    agreement = Advice(
        proposal_id=move.proposal_id,
        version_id=event.version_id,
        verdict=ReviewVerdict.APPROVE,
        words=event.reason,
    )
    add_review(account_id, agreement)

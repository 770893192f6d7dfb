"""The append-only timeline of a proposal: every step is checked against its newest row and adds one row."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, union

from app.core.clock import now
from app.core.db import db
from app.core.errors import NotFound
from app.core.permissions import Actor
from app.pages.rules import REASON_LIMIT
from app.proposals import rules
from app.proposals.kinds import ProposalState, ProposalStep
from app.proposals.models import Proposal, ProposalAuthor, ProposalEvent, ProposalVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What somebody wants with a proposal, having seen its timeline up to `seen_event`."""

    proposal_id: int
    seen_event: int
    reason: str = ""


def writer_ids(proposal_id: int) -> frozenset[int]:
    """Everybody whose words are in a proposal: its authors and who sent in any version."""
    authors = select(ProposalAuthor.account_id).where(ProposalAuthor.proposal_id == proposal_id)
    senders = select(ProposalVersion.sent_by_id).where(ProposalVersion.proposal_id == proposal_id)
    return frozenset(db.session.scalars(union(authors, senders)))


def newest_event(proposal: Proposal) -> ProposalEvent:
    """The last row of a timeline: where the proposal stands."""
    newest = (ProposalEvent.proposal_id == proposal.id, ProposalEvent.seq == proposal.last_event)
    return db.session.scalars(select(ProposalEvent).where(*newest)).one()


def check_step(actor: Actor, step: ProposalStep, move: Move) -> ProposalEvent:
    """Refuse a step that this person cannot take now; returns the newest row. Changes nothing."""
    proposal = db.session.get(Proposal, move.proposal_id)
    if proposal is None:
        raise NotFound("proposal_unknown")
    return _check(actor, step, move, proposal)[0]


def has_taken(actor: Actor, step: ProposalStep, move: Move) -> bool:
    """Whether this person took this very step already, in these words and on what she had seen."""
    taken = select(ProposalEvent.id).where(
        ProposalEvent.proposal_id == move.proposal_id,
        ProposalEvent.seq == move.seen_event + 1,
        ProposalEvent.step == step,
        ProposalEvent.actor_id == actor.account_id,
        ProposalEvent.reason == move.reason.strip(),
    )
    return db.session.scalar(taken) is not None


def take_step(
    actor: Actor,
    step: ProposalStep,
    move: Move,
    *,
    version_id: int | None = None,
    data: dict[str, Any] | None = None,
) -> ProposalEvent:
    """Add the row of this step, or refuse it; the proposal is locked until the transaction ends."""
    proposal = db.session.get(Proposal, move.proposal_id, with_for_update=True, populate_existing=True)
    if proposal is None:
        raise NotFound("proposal_unknown")
    newest, after = _check(actor, step, move, proposal)
    rules.check_reason(step, move.reason, REASON_LIMIT)
    if step in (ProposalStep.TAKE, ProposalStep.RELEASE):
        proposal.assignee_id = actor.account_id if step is ProposalStep.TAKE else None
    proposal.last_event = newest.seq + 1
    event = ProposalEvent(
        proposal_id=proposal.id,
        seq=proposal.last_event,
        step=step,
        state_after=after,
        actor_id=actor.account_id,
        version_id=version_id or newest.version_id,
        at=now(),
        reason=move.reason.strip(),
        data=data or {},
    )
    db.session.add(event)
    db.session.flush()  # a publication points at its decision
    return event


def _check(
    actor: Actor, step: ProposalStep, move: Move, proposal: Proposal
) -> tuple[ProposalEvent, ProposalState]:
    newest = newest_event(proposal)
    who = rules.relation(actor, writer_ids(proposal.id), proposal.assignee_id)
    rules.check_actor(step, who)
    rules.check_seen(move.seen_event, newest.seq, step=newest.step)
    after = rules.next_state(newest.state_after, step, who)
    return newest, after

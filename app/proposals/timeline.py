"""The append-only timeline of a proposal: every step is checked against its newest row and adds one row."""

from dataclasses import dataclass, replace

from sqlalchemy import select, union

from app.core.clock import now
from app.core.db import db
from app.core.errors import Conflict, NotFound
from app.core.permissions import Actor
from app.pages.checking.models import AfterCheck
from app.pages.rules import REASON_LIMIT
from app.proposals import rules
from app.proposals.kinds import ProposalState, ProposalStep
from app.proposals.models import (
    Proposal,
    ProposalAuthor,
    ProposalEvent,
    ProposalVersion,
    Publication,
)
from app.proposals.reviewing.deciding import deciding_on
from app.proposals.reviewing.rules import to_decide


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What somebody wants with a proposal, having seen its timeline up to `seen_event`."""

    proposal_id: int
    seen_event: int
    reason: str = ""


def author_ids(proposal_id: int) -> frozenset[int]:
    """Whose proposal it is."""
    authors = select(ProposalAuthor.account_id).where(ProposalAuthor.proposal_id == proposal_id)
    return frozenset(db.session.scalars(authors))


def writer_ids(proposal_id: int) -> frozenset[int]:
    """Everybody whose words are in a proposal: its authors and who sent in any version."""
    authors = select(ProposalAuthor.account_id).where(ProposalAuthor.proposal_id == proposal_id)
    senders = select(ProposalVersion.sent_by_id).where(ProposalVersion.proposal_id == proposal_id)
    return frozenset(db.session.scalars(union(authors, senders)))


def relation(actor: Actor, proposal_id: int, assignee_id: int | None) -> rules.Relation:
    """What a person is to a proposal now, in a few statements."""
    who = rules.relation(actor, author_ids(proposal_id), assignee_id)
    if who.may_decide and not who.writer:
        who = _to_decide(who, actor, proposal_id)
    published = select(ProposalEvent.actor_id).where(
        ProposalEvent.proposal_id == proposal_id, ProposalEvent.step.in_(rules.CAUSES)
    )
    publisher = db.session.scalar(published)
    if publisher is None:
        return who
    waiting = (
        select(AfterCheck.revision_id)
        .join(Publication, Publication.revision_id == AfterCheck.revision_id)
        .join(ProposalEvent, ProposalEvent.id == Publication.event_id)
        .where(ProposalEvent.proposal_id == proposal_id, AfterCheck.checked_at.is_(None))
    )
    awaits_check = db.session.scalar(waiting.limit(1)) is not None
    return replace(who, awaits_check=awaits_check, published=publisher == actor.account_id)


def _to_decide(who: rules.Relation, actor: Actor, proposal_id: int) -> rules.Relation:
    """What a redacteur is to a proposal that she is not an author of."""
    writers = writer_ids(proposal_id)
    deciding = deciding_on(proposal_id, writers)
    who = replace(who, edited=actor.account_id in writers)
    return to_decide(who, actor.account_id, deciding.needed, deciding.approvals.keys(), names=deciding.names)


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
        ProposalEvent.seq > move.seen_event,
        ProposalEvent.step == step,
        ProposalEvent.actor_id == actor.account_id,
        ProposalEvent.reason == move.reason.strip(),
    )
    return db.session.scalar(taken.limit(1)) is not None


def take_step(actor: Actor, step: ProposalStep, move: Move, *, trusted: bool = False) -> ProposalEvent:
    """Add the row of this step, or refuse it; the proposal is locked until the transaction ends."""
    proposal = _locked(move.proposal_id)
    newest, after = _check(actor, step, move, proposal, trusted=trusted)
    rules.check_reason(step, move.reason, REASON_LIMIT)
    if step in (ProposalStep.TAKE, ProposalStep.RELEASE, ProposalStep.APPROVE):
        proposal.assignee_id = actor.account_id if step is ProposalStep.TAKE else None
    return _append(
        proposal,
        step,
        after,
        actor_id=actor.account_id,
        version_id=newest.version_id,
        reason=move.reason.strip(),
    )


def take_automatic_step(step: ProposalStep, move: Move) -> ProposalEvent:
    """Add the row of something the program did; refused when anybody took a step meanwhile."""
    proposal = _locked(move.proposal_id)
    newest = newest_event(proposal)
    if newest.seq != move.seen_event:
        raise Conflict("proposal_moved_on", step=newest.step)
    after = rules.next_state(newest.state_after, step, rules.PROGRAM)
    return _append(proposal, step, after, version_id=newest.version_id)


def _locked(proposal_id: int) -> Proposal:
    proposal = db.session.get(Proposal, proposal_id, with_for_update=True, populate_existing=True)
    if proposal is None:
        raise NotFound("proposal_unknown")
    return proposal


def _append(
    proposal: Proposal,
    step: ProposalStep,
    after: ProposalState,
    *,
    version_id: int,
    actor_id: int | None = None,
    reason: str = "",
) -> ProposalEvent:
    proposal.last_event += 1
    event = ProposalEvent(
        proposal_id=proposal.id,
        seq=proposal.last_event,
        step=step,
        state_after=after,
        actor_id=actor_id,
        version_id=version_id,
        at=now(),
        reason=reason,
        data={},
    )
    db.session.add(event)
    db.session.flush()  # a publication points at its decision
    return event


def _check(
    actor: Actor, step: ProposalStep, move: Move, proposal: Proposal, *, trusted: bool = False
) -> tuple[ProposalEvent, ProposalState]:
    newest = newest_event(proposal)
    who = replace(relation(actor, proposal.id, proposal.assignee_id), trusted=trusted)
    rules.check_actor(step, who)
    since = () if move.seen_event == newest.seq else _steps_since(move)
    rules.check_seen(step, seen_event=move.seen_event, last_event=newest.seq, since=since)
    after = rules.next_state(newest.state_after, step, who)
    return newest, after


def _steps_since(move: Move) -> tuple[ProposalStep, ...]:
    later = (ProposalEvent.proposal_id == move.proposal_id, ProposalEvent.seq > move.seen_event)
    return tuple(db.session.scalars(select(ProposalEvent.step).where(*later).order_by(ProposalEvent.seq)))

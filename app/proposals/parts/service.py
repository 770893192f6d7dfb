"""Taking over a part of a proposal, and keeping what was taken and what was left."""

from collections.abc import Iterator

from sqlalchemy import select

from app.core.db import db
from app.core.permissions import Actor
from app.proposals import publishing
from app.proposals.kinds import ProposalStep
from app.proposals.merging.models import ChangeChoice
from app.proposals.models import ProposalEvent
from app.proposals.parts.plans import PartPlan
from app.proposals.publishing import Acceptance
from app.proposals.timeline import Move


def take_part(actor: Actor, move: Move, part: PartPlan, accepted: Acceptance, *, key: str) -> str:
    """Publish what was chosen, in the one running transaction; returns the address of the proposal.

    What is left is kept with its words and the reason: its own, or that of the decision.
    """
    url = publishing.accept(actor, move, accepted, key=key, step=part.step)
    if part.step is ProposalStep.ACCEPT_PART:
        _keep_choices(part, move)
    return url


def _keep_choices(part: PartPlan, move: Move) -> None:
    decision = select(ProposalEvent.id).where(
        ProposalEvent.proposal_id == move.proposal_id, ProposalEvent.step == ProposalStep.ACCEPT_PART
    )
    event_id = db.session.scalars(decision).one()
    kept = select(ChangeChoice.event_id).where(ChangeChoice.event_id == event_id)
    if db.session.scalar(kept.limit(1)) is None:  # the same form may come twice
        db.session.add_all(_choices(part, event_id, move.reason.strip()))


def _choices(plan: PartPlan, event_id: int, reason: str) -> Iterator[ChangeChoice]:
    for cut in plan.cuts:
        for part in cut.parts:
            taken = part.key in plan.wish.taken
            yield ChangeChoice(
                event_id=event_id,
                change_id=cut.change.id,
                position=part.position,
                kind=part.kind,
                taken=taken,
                old_text=part.old,
                new_text=part.new,
                reason="" if taken else plan.wish.reasons.get(part.key, "").strip() or reason,
            )

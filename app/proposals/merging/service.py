"""Keeping proposals up to date with their pages, and keeping every text that had to give way."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, delete, select

from app.core.db import db
from app.core.errors import Forbidden
from app.core.outbox import FollowUp, enqueue
from app.core.permissions import Actor
from app.core.submissions import answer, claim
from app.proposals.kinds import ProposalStep
from app.proposals.merging.models import Conflict
from app.proposals.merging.queries import Standing
from app.proposals.models import ProposalEvent, ProposalVersion
from app.proposals.plans import ChangePlan, Plan
from app.proposals.preparing import PreparedChange, prepare_again
from app.proposals.rebasing import Settlements
from app.proposals.reviewing.kinds import LapseCause
from app.proposals.reviewing.service import lapse_reviews
from app.proposals.rules import proposal_path
from app.proposals.sending import Motivation, add_version
from app.proposals.timeline import Move, has_taken, take_automatic_step, take_step


def prepare_changes(plan: Plan, typed: Settlements) -> tuple[PreparedChange, ...]:
    """The settled texts, made on the pages as they are now; called before any transaction begins."""
    contents = ((change, change.content(typed)) for change in plan.changes)
    return tuple(
        prepare_again(change.change, content, change.current) for change, content in contents if content
    )


def rebase_version(standing: Standing, plan: Plan, changes: Sequence[PreparedChange]) -> None:
    """Add a version that fits the pages as they are now, in the name of whoever sent in the one before."""
    event = take_automatic_step(ProposalStep.REBASE, _seen(standing))
    sent = db.session.get_one(ProposalVersion, standing.version_id)
    event.version_id = next_version(sent, changes, account_id=sent.sent_by_id, rebased=True)
    _forget_unsettled(plan)


def note_clash(standing: Standing, plan: Plan) -> None:
    """Remember where the proposal clashes with its pages, until somebody settles it."""
    clashing = [change for change in plan.changes if change.overlaps]
    wanted = {(change.change.id, change.current.id) for change in clashing if change.current}
    known = select(Conflict.change_id, Conflict.revision_id).where(*_unsettled(plan))
    if wanted == set(map(tuple, db.session.execute(known))):
        return
    take_automatic_step(ProposalStep.CLASH, _seen(standing))
    _forget_unsettled(plan)
    for change in clashing:
        keep_places(change, {}, None)


def settle(
    actor: Actor, move: Move, plan: Plan, typed: Settlements, *, changes: Sequence[PreparedChange], key: str
) -> str:
    """Send in what a writer chose at each place as a next version; returns the address of the proposal."""
    if actor.account_id is None:
        raise Forbidden("not_allowed")
    if (earlier := claim(key, actor.account_id)) and has_taken(actor, ProposalStep.SETTLE, move):
        return earlier
    event = take_step(actor, ProposalStep.SETTLE, move)
    lapse_reviews(move.proposal_id, LapseCause.NEW_VERSION)
    sent = db.session.get_one(ProposalVersion, event.version_id)
    event.version_id = next_version(sent, changes, account_id=actor.account_id)
    keep_settled(plan, typed, event)
    enqueue(FollowUp.REBASE_PROPOSAL, proposal=move.proposal_id)
    url = proposal_path(move.proposal_id)
    answer(key, actor.account_id, url)
    return url


def keep_settled(plan: Plan, typed: Settlements, event: ProposalEvent) -> None:
    """Keep every text that stood to be chosen, and what was chosen at this step of the timeline."""
    _forget_unsettled(plan)
    for change in plan.changes:
        keep_places(change, typed, event.id)


def keep_places(plan: ChangePlan, typed: Settlements, event_id: int | None) -> None:
    """Keep the texts of every place of one page; without a step nothing was chosen yet."""
    if plan.current is None:
        return
    db.session.add_all(
        Conflict(
            change_id=plan.change.id,
            revision_id=plan.current.id,
            position=overlap.number,
            part=overlap.part,
            base_text=overlap.base,
            current_text=overlap.current,
            proposed_text=overlap.proposed,
            choice=settlement.choice if event_id else None,
            own_text=settlement.own if event_id else "",
            event_id=event_id,
        )
        for overlap, settlement in plan.settled(typed)
    )


def next_version(
    sent: ProposalVersion, changes: Sequence[PreparedChange], *, account_id: int, rebased: bool = False
) -> int:
    """Add a version with the note and the reason of the one before; returns its id."""
    why = Motivation(change_note=sent.change_note, reason=sent.reason, minor=sent.minor)
    return add_version(
        sent.proposal_id,
        sent.number + 1,
        changes,
        why,
        account_id=account_id,
        sent_at=sent.sent_at if rebased else None,
        rebased_from_id=sent.id if rebased else None,
    )


def _unsettled(plan: Plan) -> tuple[ColumnElement[bool], ...]:
    changes = [change.change.id for change in plan.changes]
    return Conflict.change_id.in_(changes), Conflict.event_id.is_(None)


def _forget_unsettled(plan: Plan) -> None:
    """What nobody chose on is found again from the texts themselves."""
    db.session.execute(delete(Conflict).where(*_unsettled(plan)))


def _seen(standing: Standing) -> Move:
    return Move(proposal_id=standing.proposal_id, seen_event=standing.event)

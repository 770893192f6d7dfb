"""Looking afterwards at what was published at once: it is good, or it is undone in one step."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.core.db import db
from app.core.errors import Conflict, Forbidden
from app.core.permissions import Actor
from app.core.submissions import answer, claim
from app.pages import service as pages
from app.pages.checking.kinds import CheckVerdict
from app.pages.checking.service import note_verdict
from app.pages.kinds import RevisionOrigin
from app.pages.preparation import PreparedText, prepare_text
from app.pages.texts import RevisionText, current_text, text_to_merge
from app.proposals.kinds import ProposalStep
from app.proposals.models import ProposalEvent, Publication
from app.proposals.rules import CAUSES, proposal_path
from app.proposals.timeline import Move, check_step, has_taken, take_step
from app.proposals.undoing.rules import without_change


@dataclass(frozen=True, slots=True)
class Undoing:
    """A page ready to lose again what was published on it."""

    current: RevisionText
    prepared: PreparedText


def approve_afterwards(actor: Actor, move: Move, *, key: str) -> str:
    """Say that what was published at once is good; returns the address of the proposal."""
    return _look(actor, ProposalStep.CHECK, move, (), key=key)


def undo(actor: Actor, move: Move, undoings: Sequence[Undoing], *, key: str) -> str:
    """Publish every page without what was published at once; returns the address of the proposal."""
    return _look(actor, ProposalStep.UNDO, move, undoings, key=key)


def prepare_undoing(actor: Actor, move: Move) -> tuple[Undoing, ...]:
    """Take what was published out of the pages as they are now; called before any transaction begins.

    Raises `Conflict("cannot_undo")` when later changes stand on it.
    """
    check_step(actor, ProposalStep.UNDO, move)
    return tuple(_without(revision_id) for revision_id in _published(move.proposal_id))


def _look(actor: Actor, step: ProposalStep, move: Move, undoings: Sequence[Undoing], *, key: str) -> str:
    if actor.account_id is None:
        raise Forbidden("not_allowed")
    if (earlier := claim(key, actor.account_id)) and has_taken(actor, step, move):
        return earlier
    event = take_step(actor, step, move)
    verdict = CheckVerdict.UNDONE if step is ProposalStep.UNDO else CheckVerdict.KEPT
    note_verdict(_published(move.proposal_id), verdict, by=actor.account_id, words=event.reason)
    for undoing in undoings:
        attribution = pages.Attribution(
            origin=RevisionOrigin.RESTORE,
            author_ids=(actor.account_id,),
            reason=event.reason,
        )
        pages.publish(undoing.current.page_id, undoing.current.id, undoing.prepared, attribution)
    url = proposal_path(move.proposal_id)
    answer(key, actor.account_id, url)
    return url


def _without(revision_id: int) -> Undoing:
    published = _there(text_to_merge(revision_id))
    before = _there(text_to_merge(published.parent_id or 0))
    current = _there(current_text(published.page_id))
    undone = without_change(current.content, before=before.content, changed=published.content)
    if undone.left or undone.content == current.content:
        raise Conflict("cannot_undo")
    return Undoing(current, prepare_text(undone.content, current))


def _there(text: RevisionText | None) -> RevisionText:
    if text is None:
        raise Conflict("cannot_undo")
    return text


def _published(proposal_id: int) -> list[int]:
    """The revisions of a proposal that were published at once."""
    revisions = (
        select(Publication.revision_id)
        .join(ProposalEvent, ProposalEvent.id == Publication.event_id)
        .where(ProposalEvent.proposal_id == proposal_id, ProposalEvent.step.in_(CAUSES))
        .order_by(Publication.revision_id)
    )
    return list(db.session.scalars(revisions))

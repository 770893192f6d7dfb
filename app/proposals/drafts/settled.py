"""The texts between which an author chose when a draft was brought up to its page: kept, and taken along."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import select

from app.core.db import db
from app.pages.texts import RevisionText
from app.proposals.drafts.models import Draft, DraftChange, DraftConflict
from app.proposals.merging.models import Conflict
from app.proposals.merging.queries import SettledPlace, settled_place, texts_hidden
from app.proposals.models import Proposal, ProposalChange
from app.proposals.rebasing import Overlap, Settlement
from app.proposals.timeline import newest_event

TAKEN_ALONG = (
    "base_revision_id", "revision_id", "position", "part", "base_text", "current_text", "proposed_text",
    "choice", "own_text",
)  # fmt: skip

Kept = tuple[int | None, dict[str, Any]]
"""What is kept of one place, with its page."""


def keep(
    change_id: int, base: RevisionText, current: RevisionText, settled: Iterable[tuple[Overlap, Settlement]]
) -> None:
    """Keep every text of these places; the change was begun on `base`, and the page became `current`."""
    db.session.add_all(
        DraftConflict(
            change_id=change_id,
            base_revision_id=base.id,
            revision_id=current.id,
            position=overlap.number,
            part=overlap.part,
            base_text=overlap.base,
            current_text=overlap.current,
            proposed_text=overlap.proposed,
            choice=settlement.choice,
            own_text=settlement.own,
        )
        for overlap, settlement in settled
    )


def settled_in(account_id: int | None, draft_id: int, change_id: int | None = None) -> list[SettledPlace]:
    """What this person chose in a draft of hers, or in one page of it, in order.

    Of a version that was hidden since, the words are left out; her own are not.
    """
    rows = (
        select(DraftConflict, *texts_hidden(DraftConflict))
        .join(DraftChange, DraftChange.id == DraftConflict.change_id)
        .join(Draft, Draft.id == DraftChange.draft_id)
        .where(Draft.id == draft_id, Draft.author_id == account_id)
        .order_by(DraftConflict.id)
    )
    if change_id is not None:
        rows = rows.where(DraftChange.id == change_id)
    return [
        settled_place(row, row.choice, hidden=hidden, in_draft=True)
        for row, *hidden in db.session.execute(rows)
    ]


def kept_in(draft_id: int) -> list[Kept]:
    """Everything that is kept in a draft, each with its page: to be taken along when it is sent in."""
    rows = (
        select(DraftChange.page_id, DraftConflict)
        .join(DraftConflict, DraftConflict.change_id == DraftChange.id)
        .where(DraftChange.draft_id == draft_id)
        .order_by(DraftConflict.id)
    )
    return [
        (page_id, {name: getattr(row, name) for name in TAKEN_ALONG})
        for page_id, row in db.session.execute(rows)
    ]


def take_along(kept: Sequence[Kept], proposal_id: int) -> None:
    """Put it in the timeline of a proposal that was just sent in, at that row."""
    if not kept:
        return
    event = newest_event(db.session.get_one(Proposal, proposal_id))
    changes = select(ProposalChange.page_id, ProposalChange.id)
    changes = changes.where(ProposalChange.version_id == event.version_id)
    by_page = dict(db.session.execute(changes).all())
    db.session.add_all(
        Conflict(change_id=by_page[page_id], event_id=event.id, **values)
        for page_id, values in kept
        if page_id in by_page
    )


def copy(change_id: int, target_id: int) -> None:
    """Keep the same for another draft of the same words."""
    rows = select(DraftConflict).where(DraftConflict.change_id == change_id).order_by(DraftConflict.id)
    for row in db.session.scalars(rows).all():
        values = {name: getattr(row, name) for name in TAKEN_ALONG}
        db.session.add(DraftConflict(change_id=target_id, **values))

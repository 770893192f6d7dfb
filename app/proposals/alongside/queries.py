"""Reading what goes on on a page beside one's own work: open proposals by paragraph, and who is there."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Row, select

from app.accounts.models import Account
from app.core.clock import now
from app.core.db import db
from app.pages.models import Page, Rendering, Revision
from app.pages.preparation import stored_segments
from app.proposals.alongside.rules import OpenProposal, PageWork, work_on
from app.proposals.models import ChangeRendering, Proposal, ProposalAuthor, ProposalChange, ProposalEvent
from app.proposals.presence.queries import names_by_place, names_by_subject, seen_at
from app.proposals.presence.rules import page_subject
from app.proposals.rules import OPEN
from app.text.rendered import Segment, read_segments
from app.text.touched import touched_blocks

MOST_PROPOSALS = 20
"""The oldest so many are looked at: comparing one takes up to a third of a millisecond."""


def work_on_page(
    page_id: int, revision_id: int, account_id: int, *, presence: bool, without: int | None = None
) -> PageWork:
    """What colleagues do on a page that shows this revision, in at most six statements.

    `without` is a proposal to leave out: the one that is on the screen itself.
    """
    segments = stored_segments(revision_id)
    seen = seen_at([page_subject(page_id)] if presence else [], now())
    others = [one for one in seen if one.account_id != account_id]
    at = {place: names for (_, place), names in names_by_place(others).items()}
    touched = _touched(_open_changes(page_id, without), (revision_id, segments), account_id)
    names = names_by_subject(others)[page_subject(page_id)]
    return PageWork(segments, work_on(segments, touched, at), names)


def page_of_revision(revision_id: int | None) -> tuple[int, int] | None:
    """The page that a revision belongs to, and the revision it shows now."""
    rows = select(Page.id, Page.current_revision_id).join(Revision, Revision.page_id == Page.id)
    row = db.session.execute(rows.where(Revision.id == revision_id)).first()
    return (row[0], row[1]) if row and row[1] else None


def _open_changes(page_id: int, without: int | None) -> Sequence[Row[int, int, Any]]:
    """The undecided changes of a page, oldest first: proposal, the revision it was made on, segments."""
    rows = (
        select(Proposal.id, ProposalChange.base_revision_id, ChangeRendering.segments)
        .join(ProposalEvent, ProposalEvent.proposal_id == Proposal.id)
        .join(ProposalChange, ProposalChange.version_id == ProposalEvent.version_id)
        .join(ChangeRendering, ChangeRendering.change_id == ProposalChange.id)
        .where(ProposalEvent.seq == Proposal.last_event, ProposalEvent.state_after.in_(OPEN))
        .where(ProposalChange.page_id == page_id)
        .order_by(Proposal.created_at, Proposal.id)
        .limit(MOST_PROPOSALS)
    )
    return db.session.execute(rows if without is None else rows.where(Proposal.id != without)).all()


def _touched(
    changes: Sequence[Row[int, int, Any]], current: tuple[int, tuple[Segment, ...]], account_id: int
) -> dict[OpenProposal, frozenset[int]]:
    """The blocks of the current text that each proposal works on."""
    if not changes:
        return {}
    revision_id, segments = current
    authors = _authors([change.id for change in changes])
    bases = _segments({change.base_revision_id for change in changes} - {revision_id})
    return {
        OpenProposal(change.id, tuple(authors[change.id].values()), account_id in authors[change.id]): (
            touched_blocks(segments, read_segments(change.segments))
            if change.base_revision_id == revision_id
            else touched_blocks(
                bases.get(change.base_revision_id, ()), read_segments(change.segments), segments
            )
        )
        for change in changes
    }


def _authors(proposal_ids: Collection[int]) -> dict[int, dict[int, str]]:
    """The names of the authors of each proposal, by account."""
    rows = (
        select(ProposalAuthor.proposal_id, Account.id, Account.name)
        .join(Account, Account.id == ProposalAuthor.account_id)
        .where(ProposalAuthor.proposal_id.in_(proposal_ids))
        .order_by(Account.name, Account.id)
    )
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for proposal_id, account_id, name in db.session.execute(rows):
        found[proposal_id][account_id] = name
    return found


def _segments(revision_ids: Collection[int]) -> dict[int, tuple[Segment, ...]]:
    if not revision_ids:
        return {}
    rows = select(Rendering.revision_id, Rendering.segments).where(Rendering.revision_id.in_(revision_ids))
    return {revision_id: read_segments(stored) for revision_id, stored in db.session.execute(rows)}

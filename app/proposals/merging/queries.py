"""Reading where proposals and their pages went apart."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from sqlalchemy import ColumnElement, func, or_, select

from app.core.db import db
from app.pages.hiding.queries import HIDDEN_REVISIONS
from app.pages.models import Revision
from app.proposals.hidden import CHANGE_IS_HIDDEN
from app.proposals.kinds import Choice, ProposalState
from app.proposals.merging.models import Conflict, ConflictColumns
from app.proposals.models import Proposal, ProposalChange, ProposalEvent
from app.proposals.rules import OPEN


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a proposal stands: the newest row of its timeline, and the version that row is about."""

    proposal_id: int
    event: int
    version_id: int
    state: ProposalState


@dataclass(frozen=True, slots=True)
class SettledPlace:
    """What was chosen at one place, and every text that stood to be chosen there.

    `in_draft` tells that its author chose before it was sent in.
    """

    part: str
    choice: Choice
    base: str
    current: str
    proposed: str
    own: str
    in_draft: bool = False


def standing_of(proposal_id: int) -> Standing | None:
    """Where a proposal stands; None when it does not exist."""
    newest = (
        select(
            ProposalEvent.proposal_id, ProposalEvent.seq, ProposalEvent.version_id, ProposalEvent.state_after
        )
        .join(
            Proposal, (Proposal.id == ProposalEvent.proposal_id) & (Proposal.last_event == ProposalEvent.seq)
        )
        .where(Proposal.id == proposal_id)
    )
    row = db.session.execute(newest).first()
    return Standing(*row) if row else None


def open_proposals_about(page_id: int) -> list[int]:
    """The undecided proposals whose newest version asks something of this page."""
    proposals = (
        select(Proposal.id)
        .join(
            ProposalEvent,
            (ProposalEvent.proposal_id == Proposal.id) & (ProposalEvent.seq == Proposal.last_event),
        )
        .join(ProposalChange, ProposalChange.version_id == ProposalEvent.version_id)
        .where(ProposalChange.page_id == page_id, ProposalEvent.state_after.in_(OPEN))
    )
    return list(db.session.scalars(proposals.order_by(Proposal.id)))


def clashes_with(version_id: int) -> int | None:
    """The number of the version of a page that a proposed version clashes with; None when it does not."""
    numbers = (
        select(func.max(Revision.number))
        .join(Conflict, Conflict.revision_id == Revision.id)
        .join(ProposalChange, ProposalChange.id == Conflict.change_id)
        .where(ProposalChange.version_id == version_id, Conflict.event_id.is_(None))
    )
    return db.session.scalar(numbers)


def settled_places(proposal_id: int, reader_id: int | None) -> dict[int, list[SettledPlace]]:
    """What was chosen at each step of a proposal, by the id of the timeline's row.

    What somebody chose in a draft, before it was sent in, is for that reader alone.
    """
    rows = (
        select(Conflict, *texts_hidden(Conflict))
        .join(ProposalEvent, ProposalEvent.id == Conflict.event_id)
        .join(ProposalChange, ProposalChange.id == Conflict.change_id)
        .join(Proposal, Proposal.id == ProposalEvent.proposal_id)
        .where(Proposal.id == proposal_id, ~CHANGE_IS_HIDDEN)
        .where(or_(Conflict.base_revision_id.is_(None), ProposalEvent.actor_id == reader_id))
        .order_by(Conflict.event_id, Conflict.position)
    )
    found: dict[int, list[SettledPlace]] = defaultdict(list)
    for row, *hidden in db.session.execute(rows):
        in_draft = bool(row.base_revision_id)
        if row.event_id and row.choice and (in_draft or not any(hidden)):
            place = settled_place(row, row.choice, hidden=hidden, in_draft=in_draft)
            found[row.event_id].append(place)
    return found


def texts_hidden(table: type[ConflictColumns]) -> tuple[ColumnElement[bool], ...]:
    """Whether the first and the second text of a row stood in a version that is hidden now."""
    return table.base_revision_id.in_(HIDDEN_REVISIONS), table.revision_id.in_(HIDDEN_REVISIONS)


def settled_place(
    row: ConflictColumns, choice: Choice, *, hidden: Sequence[bool | None] = (), in_draft: bool = False
) -> SettledPlace:
    """What a row tells of one place, without the texts of the page that are `hidden`."""
    page_texts = (row.base_text, row.current_text)
    base, current = ("" if left_out else text for text, left_out in zip_longest(page_texts, hidden))
    return SettledPlace(row.part, choice, base, current, row.proposed_text, row.own_text, in_draft=in_draft)

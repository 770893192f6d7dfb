"""Reading lists of proposals: the queue of the redactie, one's own, and what waits for whom."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import Row, ScalarSelect, Select, case, exists, func, literal, select, union_all
from sqlalchemy.orm import aliased

from app.accounts.models import Account
from app.core.clock import now
from app.core.db import db
from app.pages.models import Page, PageSlug, Revision
from app.proposals.hidden import BECAME_HIDDEN, name_unless_hidden
from app.proposals.kinds import ChangeKind, ProposalState
from app.proposals.merging.models import Conflict
from app.proposals.models import (
    ChangeRendering,
    Proposal,
    ProposalAuthor,
    ProposalChange,
    ProposalChangeTopic,
    ProposalEvent,
    ProposalVersion,
)
from app.proposals.reviewing.kinds import ReviewVerdict
from app.proposals.reviewing.queries import review_counts
from app.proposals.rules import OPEN, WAITING, proposal_path
from app.topics.models import Topic

AnySelect: TypeAlias = Select[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A proposal in a list, named by the first of its `pages`; `slug` is None when it asks for a new page.

    `clashes_with` is the number of the version of a page that it has to be settled with.
    """

    id: int
    page_title: str
    slug: str | None
    reason: str
    change_note: str
    minor: bool
    change_size: dict[str, int]
    kind: ChangeKind
    pages: int
    clashes_with: int | None
    sent_at: datetime
    moved_at: datetime
    last_event: int
    state: ProposalState
    assignee: str | None
    authors: tuple[str | None, ...]
    topics: tuple[str, ...]
    reviews: Mapping[ReviewVerdict, int]

    @property
    def url(self) -> str:
        """Where the proposal is read."""
        return proposal_path(self.id)

    @property
    def is_open(self) -> bool:
        """Whether it is not decided yet."""
        return self.state in OPEN

    @property
    def days_waiting(self) -> int:
        """For how many whole days the redactie has let it wait; 0 when somebody else has the next move."""
        return (now() - self.sent_at).days if self.state in WAITING else 0


@dataclass(frozen=True, slots=True)
class ProposalList:
    """A list that is read in pieces."""

    statement: AnySelect
    newest_first: bool = True

    def count(self) -> int:
        """How many proposals are on it."""
        return db.session.scalar(self.statement.with_only_columns(func.count(Proposal.id))) or 0

    def rows(self, *, limit: int, offset: int = 0) -> tuple[ProposalRow, ...]:
        """One piece of it, in two statements."""
        order = (Proposal.created_at, Proposal.id)
        ordered = (column.desc() if self.newest_first else column for column in order)
        return _rows(self.statement.order_by(*ordered).limit(limit).offset(offset))


_AUTHOR, _TOPIC, _REVIEW = "author", "topic", "review"
_newest = (ProposalEvent.proposal_id == Proposal.id) & (ProposalEvent.seq == Proposal.last_event)
_assignee = aliased(Account)
_counted = aliased(ProposalChange)
_clashing = aliased(Revision)
_page_count = (
    select(func.count())
    .select_from(_counted)
    .where(_counted.version_id == ProposalEvent.version_id)
    .correlate(ProposalEvent)
    .scalar_subquery()
)
_clash = (
    select(func.max(_clashing.number))
    .join(Conflict, Conflict.revision_id == _clashing.id)
    .join(_counted, _counted.id == Conflict.change_id)
    .where(_counted.version_id == ProposalEvent.version_id, Conflict.event_id.is_(None))
    .correlate(ProposalEvent)
    .scalar_subquery()
)


def _unless_hidden(words: Any) -> Any:
    return case((BECAME_HIDDEN, ""), else_=words)


_ROWS = (
    select(
        Proposal.id,
        func.coalesce(Revision.title, _unless_hidden(ProposalChange.title)).label("page_title"),
        PageSlug.slug,
        _unless_hidden(ProposalVersion.reason).label("reason"),
        _unless_hidden(ProposalVersion.change_note).label("change_note"),
        ProposalVersion.minor,
        ChangeRendering.change_size,
        Proposal.created_at,
        ProposalEvent.at,
        Proposal.last_event,
        ProposalEvent.state_after,
        _assignee.name.label("assignee"),
        ProposalChange.id.label("change_id"),
        ProposalChange.kind,
        _page_count.label("pages"),
        _clash.label("clashes_with"),
    )
    .join(ProposalEvent, _newest)
    .join(ProposalVersion, ProposalVersion.id == ProposalEvent.version_id)
    .join(ProposalChange, (ProposalChange.version_id == ProposalVersion.id) & (ProposalChange.position == 1))
    .join(ChangeRendering, ChangeRendering.change_id == ProposalChange.id)
    .outerjoin(Page, Page.id == ProposalChange.page_id)
    .outerjoin(Revision, Revision.id == Page.current_revision_id)
    .outerjoin(PageSlug, (PageSlug.page_id == Page.id) & PageSlug.current)
    .outerjoin(_assignee, _assignee.id == Proposal.assignee_id)
)


def queue() -> ProposalList:
    """What waits for the redactie, oldest first; a proposal keeps its place when it was adjusted."""
    return ProposalList(_in_states(_ROWS, WAITING), newest_first=False)


def waiting_for_writers() -> ProposalList:
    """What the redactie asked an adjustment for, oldest first."""
    return ProposalList(_in_states(_ROWS, {ProposalState.ADJUSTMENT_REQUESTED}), newest_first=False)


def all_open() -> ProposalList:
    """Every proposal that is not decided."""
    return ProposalList(_in_states(_ROWS, OPEN))


def mine(account_id: int) -> ProposalList:
    """Every proposal of one person."""
    return ProposalList(_by(_ROWS, account_id))


def open_for_page(page_id: int) -> ProposalList:
    """The undecided proposals for one page, also those that are about other pages first."""
    change = aliased(ProposalChange)
    about = exists().where(change.version_id == ProposalVersion.id, change.page_id == page_id)
    return ProposalList(_in_states(_ROWS.where(about), OPEN))


@dataclass(frozen=True, slots=True)
class NextMoves:
    """Proposals that wait for one person: her own that were `sent_back`, and the oldest that nobody took."""

    sent_back: tuple[ProposalRow, ...]
    untaken: tuple[ProposalRow, ...]


def next_moves(account_id: int, *, sent_back: int = 10, untaken: int = 0) -> NextMoves:
    """At most so many of each, oldest first."""
    asked = _in_states(_by(_ROWS, account_id), {ProposalState.ADJUSTMENT_REQUESTED})
    oldest = _in_states(_ROWS, {ProposalState.SUBMITTED}).order_by(Proposal.created_at, Proposal.id)
    parts = (asked.order_by(ProposalEvent.at, Proposal.id).limit(sent_back), oldest.limit(untaken))
    numbers = (select(part.with_only_columns(Proposal.id).subquery().c.id) for part in parts)
    rows = _rows(_ROWS.where(Proposal.id.in_(union_all(*numbers))))
    returned = (row for row in rows if row.state is ProposalState.ADJUSTMENT_REQUESTED)
    waiting = (row for row in rows if row.state is ProposalState.SUBMITTED)
    return NextMoves(
        tuple(sorted(returned, key=lambda row: (row.moved_at, row.id))),
        tuple(sorted(waiting, key=lambda row: (row.sent_at, row.id))),
    )


def open_count(page_id: int) -> int:
    """How many undecided proposals there are for a page."""
    here = select(func.count()).select_from(Proposal).join(ProposalEvent, _newest)
    here = here.join(ProposalChange, ProposalChange.version_id == ProposalEvent.version_id)
    here = here.where(ProposalChange.page_id == page_id, ProposalEvent.state_after.in_(OPEN))
    return db.session.scalar(here) or 0


def count_waiting() -> ScalarSelect[int]:
    """How many proposals wait for the redactie, as part of a statement."""
    waiting = select(func.count()).select_from(Proposal).join(ProposalEvent, _newest)
    return waiting.where(ProposalEvent.state_after.in_(WAITING)).scalar_subquery()


def _in_states(rows: AnySelect, states: Iterable[ProposalState]) -> AnySelect:
    return rows.where(ProposalEvent.state_after.in_(list(states)))


def _by(rows: AnySelect, account_id: int) -> AnySelect:
    wrote = exists().where(ProposalAuthor.proposal_id == Proposal.id, ProposalAuthor.account_id == account_id)
    return rows.where(wrote)


def _rows(statement: AnySelect) -> tuple[ProposalRow, ...]:
    found = db.session.execute(statement).all()
    beside = _beside(found) if found else {}
    return tuple(
        ProposalRow(
            id=row.id,
            page_title=row.page_title,
            slug=row.slug,
            reason=row.reason,
            change_note=row.change_note,
            minor=row.minor,
            change_size=row.change_size,
            kind=row.kind,
            pages=row.pages,
            clashes_with=row.clashes_with,
            sent_at=row.created_at,
            moved_at=row.at,
            last_event=row.last_event,
            state=row.state_after,
            assignee=row.assignee,
            authors=tuple(name for _, name in beside[_AUTHOR, row.id]),
            topics=tuple(name for _, name in beside[_TOPIC, row.change_id]),
            reviews={ReviewVerdict(verdict): number for number, verdict in beside[_REVIEW, row.id]},
        )
        for row in found
    )


def _beside(found: Sequence[Row[Any]]) -> Mapping[tuple[str, int], tuple[tuple[int, Any], ...]]:
    """What belongs to proposals and changes: authors, themes and counted reviews, in one statement."""
    numbers = [row.id for row in found]
    authors: AnySelect = (
        select(literal(_AUTHOR), Proposal.id, literal(0), name_unless_hidden(Account))
        .join(ProposalAuthor, ProposalAuthor.proposal_id == Proposal.id)
        .join(Account, Account.id == ProposalAuthor.account_id)
        .where(Proposal.id.in_(numbers))
    )
    topics: AnySelect = (
        select(literal(_TOPIC), ProposalChangeTopic.change_id, Topic.position, Topic.name)
        .join(Topic, Topic.id == ProposalChangeTopic.topic_id)
        .where(ProposalChangeTopic.change_id.in_([row.change_id for row in found]))
    )
    reviews: AnySelect = review_counts(literal(_REVIEW), proposal_ids=numbers)
    beside: dict[tuple[str, int], tuple[tuple[int, Any], ...]] = defaultdict(tuple)
    rows = db.session.execute(union_all(authors, topics, reviews)).all()
    for what, owner, number, words in sorted(rows, key=lambda row: (row[2], row[3] or "")):
        beside[what, owner] += ((number, words),)
    return beside

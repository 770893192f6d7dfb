"""Reading what is said about proposals, and the place that a new discussion would be about."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from markupsafe import Markup
from sqlalchemy import Select, select
from sqlalchemy.orm import aliased

from app.accounts.models import Account
from app.core.db import db
from app.discussions.models import Comment, Discussion
from app.pages.links import resolve
from app.proposals.detail_queries import proposal_head
from app.proposals.hidden import CHANGE_IS_HIDDEN, is_hidden, name_unless_hidden
from app.proposals.models import Proposal, ProposalChange, ProposalVersion
from app.proposals.texts import change_text
from app.text.anchors import Anchor
from app.text.words_html import mentioned, words_html


@dataclass(frozen=True, slots=True)
class CommentRow:
    """What one person said; `who` is None when the name is hidden in what the proposal became."""

    id: int
    who: str | None
    at: datetime
    words: Markup


@dataclass(frozen=True, slots=True)
class DiscussionRow:
    """A discussion, about the version with this number; without `change_position` about the whole proposal.

    `page_id` is None also for a change that makes a new page. With an anchor it is about that passage;
    without one it may have been too, when the text is `hidden` now.
    """

    id: int
    proposal_id: int
    version_number: int
    change_position: int | None
    page_id: int | None
    anchor: Anchor | None
    hidden: bool
    settled_at: datetime | None
    settled_by: str | None
    comments: tuple[CommentRow, ...]

    @property
    def newest(self) -> int:
        """The last comment, by its id: what somebody who settles it must have seen."""
        return self.comments[-1].id


_settler = aliased(Account)
_ROWS = (
    select(
        Discussion,
        ProposalVersion.number,
        ProposalChange.position,
        ProposalChange.page_id,
        CHANGE_IS_HIDDEN,
        name_unless_hidden(_settler),
    )
    .join(Proposal, Proposal.id == Discussion.proposal_id)
    .join(ProposalVersion, ProposalVersion.id == Discussion.version_id)
    .outerjoin(ProposalChange, ProposalChange.id == Discussion.change_id)
    .outerjoin(_settler, _settler.id == Discussion.settled_by_id)
    .order_by(Discussion.id)
)


def discussions_of(proposal_id: int) -> tuple[DiscussionRow, ...]:
    """Everything that is said about a proposal, in a number of statements that does not grow with it."""
    return _read(_ROWS.where(Discussion.proposal_id == proposal_id))


def discussion(discussion_id: int) -> DiscussionRow | None:
    """One discussion."""
    return next(iter(_read(_ROWS.where(Discussion.id == discussion_id))), None)


def proposal_title(proposal_id: int) -> str | None:
    """What the page is called that a proposal is about; None when there is no such proposal to be read."""
    head = proposal_head(proposal_id)
    if head is None or is_hidden(proposal_id):
        return None
    return head.page_title or change_text(head.version_id).content.title


def _read(rows: Select[*tuple[Any, ...]]) -> tuple[DiscussionRow, ...]:
    found = db.session.execute(rows).all()
    comments = _comments(row.id for row, *_ in found)
    return tuple(
        DiscussionRow(
            id=row.id,
            proposal_id=row.proposal_id,
            version_number=number,
            change_position=position,
            page_id=page_id,
            anchor=None if hidden else _anchor(row),
            hidden=bool(hidden),
            settled_at=row.settled_at,
            settled_by=settler,
            comments=comments[row.id],
        )
        for row, number, position, page_id, hidden, settler in found
    )


def _comments(discussion_ids: Iterable[int]) -> dict[int, tuple[CommentRow, ...]]:
    rows = (
        select(Comment, name_unless_hidden(Account))
        .join(Account, Account.id == Comment.author_id)
        .join(Discussion, Discussion.id == Comment.discussion_id)
        .join(Proposal, Proposal.id == Discussion.proposal_id)
        .where(Comment.discussion_id.in_(list(discussion_ids)))
        .order_by(Comment.id)
    )
    said = db.session.execute(rows).all()
    targets = resolve(reference for comment, _ in said for reference in mentioned(comment.body)).targets
    found: dict[int, tuple[CommentRow, ...]] = defaultdict(tuple)
    for comment, who in said:
        row = CommentRow(comment.id, who, comment.at, words_html(comment.body, targets))
        found[comment.discussion_id] += (row,)
    return found


def _anchor(row: Discussion) -> Anchor | None:
    if row.position is None:
        return None
    return Anchor(row.quote, row.prefix, row.suffix, row.position)

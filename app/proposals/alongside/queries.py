"""Reading what goes on on a page beside one's own work: open proposals by paragraph, and who is there."""

import json
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Row, Text, cast, func, select, true
from sqlalchemy.orm import aliased

from app.accounts.models import Account
from app.core.clock import now
from app.core.db import db
from app.pages.models import Page, Rendering
from app.pages.published import AnySelect
from app.proposals.alongside.rules import OpenProposal, PageWork, work_on
from app.proposals.models import ChangeRendering, Proposal, ProposalAuthor, ProposalChange, ProposalEvent
from app.proposals.presence.queries import names_by_place, names_by_subject, seen_at
from app.proposals.presence.rules import page_subject
from app.proposals.rules import OPEN
from app.text.rendered import RENDERER_VERSION, Segment, read_segments
from app.text.touched import touched_blocks

MOST_PROPOSALS = 20
"""The oldest so many are looked at: comparing one takes up to a third of a millisecond."""


def work_on_page(
    page_id: int, revision_id: int, account_id: int, *, presence: bool, without: int | None = None
) -> PageWork:
    """What colleagues do on a page that shows this revision, in two statements.

    `without` is a proposal to leave out: the one that is on the screen itself.
    """
    seen = seen_at([page_subject(page_id)] if presence else [], now())
    others = [one for one in seen if one.account_id != account_id]
    rows = db.session.execute(_open_changes(page_id, without)).all()
    found = [row for row in rows if row.id is not None]
    segments = _decoded(rows[0].shown if rows else None)
    at = {place: names for (_, place), names in names_by_place(others).items()}
    touched = _touched(found, (revision_id, segments), account_id)
    names = names_by_subject(others)[page_subject(page_id)]
    total = found[0].total if found else 0
    return PageWork(segments, work_on(segments, touched, at), names, total)


def _open_changes(page_id: int, without: int | None) -> AnySelect:
    """One statement for everything: what the page shows, and each open change of it with every author.

    The rendered blocks come as text, because most readers need none of them; `total` counts past the limit.
    """
    changes = (
        select(
            Proposal.id,
            Proposal.created_at,
            ProposalChange.id.label("change_id"),
            ProposalChange.base_revision_id,
            func.count().over().label("total"),
        )
        .join(ProposalEvent, ProposalEvent.proposal_id == Proposal.id)
        .join(ProposalChange, ProposalChange.version_id == ProposalEvent.version_id)
        .where(ProposalEvent.seq == Proposal.last_event, ProposalEvent.state_after.in_(OPEN))
        .where(ProposalChange.page_id == page_id, Proposal.id != (without or 0))
        .order_by(Proposal.created_at, Proposal.id)
        .limit(MOST_PROPOSALS)
        .subquery()
    )
    shown, base = aliased(Rendering), aliased(Rendering)
    fresh = (shown.revision_id == Page.current_revision_id) & (shown.renderer_version == RENDERER_VERSION)
    return (
        select(
            cast(shown.segments, Text).label("shown"),
            changes.c.id,
            changes.c.base_revision_id,
            changes.c.total,
            cast(ChangeRendering.segments, Text).label("proposed"),
            cast(base.segments, Text).label("before"),
            Account.id.label("author_id"),
            Account.name.label("author"),
        )
        .select_from(Page)
        .outerjoin(shown, fresh)
        .outerjoin(changes, true())
        .outerjoin(ChangeRendering, ChangeRendering.change_id == changes.c.change_id)
        .outerjoin(base, base.revision_id == changes.c.base_revision_id)
        .outerjoin(ProposalAuthor, ProposalAuthor.proposal_id == changes.c.id)
        .outerjoin(Account, Account.id == ProposalAuthor.account_id)
        .where(Page.id == page_id)
        .order_by(changes.c.created_at, changes.c.id, Account.name, Account.id)
    )


def _touched(
    rows: Sequence[Row[Any]], current: tuple[int, tuple[Segment, ...]], account_id: int
) -> dict[OpenProposal, frozenset[int]]:
    """The blocks of the current text that each proposal works on."""
    revision_id, segments = current
    touched: dict[OpenProposal, frozenset[int]] = {}
    for proposal_id, group in groupby(rows, key=lambda row: row.id):
        authors = list(group)
        first = authors[0]
        names = tuple(row.author for row in authors if row.author is not None)
        own = account_id in {row.author_id for row in authors}
        proposed = _decoded(first.proposed)
        touched[OpenProposal(proposal_id, names, own)] = (
            touched_blocks(segments, proposed)
            if first.base_revision_id == revision_id
            else touched_blocks(_decoded(first.before), proposed, segments)
        )
    return touched


def _decoded(stored: str | None) -> tuple[Segment, ...]:
    return read_segments(json.loads(stored)) if stored else ()

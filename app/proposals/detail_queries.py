"""Reading one proposal: where it stands, how it came there, and what it asks for."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from statistics import median
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import aliased

from app.accounts.models import Account
from app.core.db import db
from app.pages.models import Page, PageSlug, Revision
from app.proposals.hidden import name_unless_hidden
from app.proposals.kinds import ProposalState, ProposalStep
from app.proposals.models import (
    Proposal,
    ProposalAuthor,
    ProposalChange,
    ProposalEvent,
    ProposalVersion,
)
from app.proposals.rules import DECIDED

DECISIONS_LOOKED_AT = 50
DECISIONS_NEEDED = 3
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ProposalHead:
    """Where a proposal stands; the page's fields are None while the page does not exist."""

    id: int
    state: ProposalState
    last_event: int
    version_id: int
    assignee_id: int | None
    assignee: str | None
    sent_at: datetime
    authors: tuple[str | None, ...]
    page_title: str | None
    slug: str | None
    current_revision_id: int | None
    section_anchor: str


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One step; `version_number` is the version it was about, `reason` the words that went with it.

    `joined` is the colleague who writes along from then on.
    """

    id: int
    step: ProposalStep
    state: ProposalState
    at: datetime
    who: str | None
    reason: str
    version_number: int
    joined: str | None = None


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version that was sent in."""

    id: int
    number: int
    sent_at: datetime
    who: str | None
    change_note: str
    reason: str
    minor: bool


_joined = aliased(Account)


def proposal_head(proposal_id: int) -> ProposalHead | None:
    """One proposal, for its own page."""
    rows = (
        select(
            Proposal.id,
            ProposalEvent.state_after,
            Proposal.last_event,
            ProposalEvent.version_id,
            Proposal.assignee_id,
            Account.name,
            Proposal.created_at,
            Revision.title,
            PageSlug.slug,
            Page.current_revision_id,
            ProposalChange.section_anchor,
        )
        .join(ProposalEvent, _is_newest())
        .join(ProposalChange, ProposalChange.version_id == ProposalEvent.version_id)
        .outerjoin(Account, Account.id == Proposal.assignee_id)
        .outerjoin(Page, Page.id == ProposalChange.page_id)
        .outerjoin(Revision, Revision.id == Page.current_revision_id)
        .outerjoin(PageSlug, (PageSlug.page_id == Page.id) & PageSlug.current)
        .where(Proposal.id == proposal_id)
        .order_by(ProposalChange.position)
    )
    row = db.session.execute(rows).first()
    return ProposalHead(*row[:7], _author_names(proposal_id), *row[7:]) if row else None


def timeline(proposal_id: int) -> tuple[TimelineRow, ...]:
    """Every step, oldest first; a step that sends in a text has the proposer's reason."""
    rows = (
        select(
            ProposalEvent,
            name_unless_hidden(Account),
            name_unless_hidden(_joined),
            ProposalVersion.number,
            ProposalVersion.reason,
        )
        .join(ProposalVersion, ProposalVersion.id == ProposalEvent.version_id)
        .join(Proposal, Proposal.id == ProposalEvent.proposal_id)
        .outerjoin(Account, Account.id == ProposalEvent.actor_id)
        .outerjoin(_joined, _joined.id == ProposalEvent.data["account"].as_integer())
        .where(ProposalEvent.proposal_id == proposal_id)
        .order_by(ProposalEvent.seq)
    )
    sends = (ProposalStep.SEND, ProposalStep.RESEND)
    return tuple(
        TimelineRow(
            id=event.id,
            step=event.step,
            state=event.state_after,
            at=event.at,
            who=name,
            reason=reason if event.step in sends else event.reason,
            version_number=number,
            joined=joined,
        )
        for event, name, joined, number, reason in db.session.execute(rows)
    )


def last_question(proposal_id: int) -> str:
    """What the redactie asked for when it asked for an adjustment last; empty when it never did."""
    asked = (
        select(ProposalEvent.reason)
        .where(ProposalEvent.proposal_id == proposal_id, ProposalEvent.step == ProposalStep.ASK_ADJUSTMENT)
        .order_by(ProposalEvent.seq.desc())
        .limit(1)
    )
    return db.session.scalar(asked) or ""


def versions(proposal_id: int) -> tuple[VersionRow, ...]:
    """Everything that was sent in, oldest first."""
    rows = (
        select(
            ProposalVersion.id,
            ProposalVersion.number,
            ProposalVersion.sent_at,
            name_unless_hidden(Account),
            ProposalVersion.change_note,
            ProposalVersion.reason,
            ProposalVersion.minor,
        )
        .join(Account, Account.id == ProposalVersion.sent_by_id)
        .join(Proposal, Proposal.id == ProposalVersion.proposal_id)
        .where(ProposalVersion.proposal_id == proposal_id)
        .order_by(ProposalVersion.number)
    )
    return tuple(VersionRow(*row) for row in db.session.execute(rows))


def usual_decision_days() -> int | None:
    """In how many days the redactie usually decides; None before there is enough to tell."""
    decided = (
        select(Proposal.created_at, ProposalEvent.at)
        .join(ProposalEvent, _is_newest())
        .where(ProposalEvent.state_after.in_(DECIDED))
        .order_by(ProposalEvent.at.desc())
        .limit(DECISIONS_LOOKED_AT)
    )
    lasted = [(at - created) / DAY for created, at in db.session.execute(decided)]
    if len(lasted) < DECISIONS_NEEDED:
        return None
    return max(1, ceil(median(lasted)))


def _author_names(proposal_id: int) -> tuple[str | None, ...]:
    names = select(name_unless_hidden(Account)).join(ProposalAuthor, ProposalAuthor.account_id == Account.id)
    names = names.join(Proposal, Proposal.id == ProposalAuthor.proposal_id)
    return tuple(db.session.scalars(names.where(Proposal.id == proposal_id)))


def _is_newest() -> Any:
    return (ProposalEvent.proposal_id == Proposal.id) & (ProposalEvent.seq == Proposal.last_event)

"""Proposals with their immutable versions, and the append-only timeline of each."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, enum_type
from app.pages.models import RenderedColumns
from app.proposals.kinds import ChangeKind, ProposalState, ProposalStep


class ChangeColumns:
    """What one change asks of one page, always whole; `section_anchor` only tells where it began.

    `position` orders the changes of one proposal, `guide_position` is the place asked for in the chapter.
    `restored_revision_id` is the version that a restore brings back; `replacement_page_id` is what replaces a
    page that is archived.
    """

    position: Mapped[int]
    kind: Mapped[ChangeKind] = mapped_column(enum_type(ChangeKind))
    page_id: Mapped[int | None] = mapped_column(ForeignKey("page.id"), index=True)
    base_revision_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"))
    title: Mapped[str]
    lead: Mapped[str]
    body: Mapped[str]
    slug: Mapped[str]
    chapter_id: Mapped[int | None] = mapped_column(ForeignKey("chapter.id"))
    guide_position: Mapped[int | None]
    section_anchor: Mapped[str] = mapped_column(default="")
    restored_revision_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"))
    replacement_page_id: Mapped[int | None] = mapped_column(ForeignKey("page.id"))


class Proposal(Base):
    """A request to change the guide; `last_event` is the seq of the newest row of its timeline."""

    __tablename__ = "proposal"

    id: Mapped[int] = mapped_column(primary_key=True)
    assignee_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    last_event: Mapped[int]
    created_at: Mapped[datetime]


class ProposalAuthor(Base):
    """Who wrote a proposal, together with others or alone."""

    __tablename__ = "proposal_author"

    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True, index=True)


class ProposalVersion(Base):
    """What was sent in once; asking for adjustment makes a new one and never overwrites these words.

    `rebased_from_id` is the version that the program brought up to the page as it had become.
    """

    __tablename__ = "proposal_version"
    __table_args__ = (UniqueConstraint("proposal_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"))
    number: Mapped[int]
    sent_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    sent_at: Mapped[datetime]
    change_note: Mapped[str]
    reason: Mapped[str]
    minor: Mapped[bool]
    rebased_from_id: Mapped[int | None] = mapped_column(ForeignKey("proposal_version.id"))


class ProposalChange(ChangeColumns, Base):
    """One page's part in a version of a proposal."""

    __tablename__ = "proposal_change"
    __table_args__ = (UniqueConstraint("version_id", "page_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("proposal_version.id"), index=True)


class ProposalChangeTopic(Base):
    """The themes a change asks for."""

    __tablename__ = "proposal_change_topic"

    change_id: Mapped[int] = mapped_column(ForeignKey("proposal_change.id"), primary_key=True)
    topic_id: Mapped[int] = mapped_column(ForeignKey("topic.id"), primary_key=True)


class ChangeRendering(RenderedColumns, Base):
    """The rendering of a proposed text, made when it was sent in; `change_size` counts from its base."""

    __tablename__ = "change_rendering"

    change_id: Mapped[int] = mapped_column(ForeignKey("proposal_change.id"), primary_key=True)


class ProposalEvent(Base):
    """One row of the timeline. UNIQUE (proposal, seq) is the compare-and-swap that lets one decision win."""

    __tablename__ = "proposal_event"
    __table_args__ = (
        UniqueConstraint("proposal_id", "seq"),
        Index("ix_proposal_event_state", "state_after", "at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"))
    seq: Mapped[int]
    step: Mapped[ProposalStep] = mapped_column(enum_type(ProposalStep))
    state_after: Mapped[ProposalState] = mapped_column(enum_type(ProposalState))
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    version_id: Mapped[int] = mapped_column(ForeignKey("proposal_version.id"))
    at: Mapped[datetime]
    reason: Mapped[str]
    data: Mapped[dict[str, Any]] = mapped_column(JSON)


class Publication(Base):
    """The link from a proposed change to the revision it became, and the decision that did it."""

    __tablename__ = "publication"

    change_id: Mapped[int] = mapped_column(ForeignKey("proposal_change.id"), primary_key=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), unique=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("proposal_event.id"), index=True)

"""Discussions: on a proposal as a whole, on one of its changes, or on a line of it."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base


class Discussion(Base):
    """What people say about one thing; with a `quote` it is about that passage of a proposed text.

    The passage is found again after the text changed by quote, what stood before and after, and position
    (a character offset in the plain text); a discussion whose passage is gone is shown as loose.
    """

    __tablename__ = "discussion"

    id: Mapped[int] = mapped_column(primary_key=True)
    proposal_id: Mapped[int] = mapped_column(ForeignKey("proposal.id"), index=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("proposal_version.id"))
    change_id: Mapped[int | None] = mapped_column(ForeignKey("proposal_change.id"))
    quote: Mapped[str] = mapped_column(default="")
    prefix: Mapped[str] = mapped_column(default="")
    suffix: Mapped[str] = mapped_column(default="")
    position: Mapped[int | None]
    created_at: Mapped[datetime]
    settled_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    settled_at: Mapped[datetime | None]


class Comment(Base):
    """One contribution to a discussion, in order."""

    __tablename__ = "comment"

    id: Mapped[int] = mapped_column(primary_key=True)
    discussion_id: Mapped[int] = mapped_column(ForeignKey("discussion.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    body: Mapped[str]
    at: Mapped[datetime]

"""Concepts: texts that nobody but their author sees."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, enum_type
from app.proposals.kinds import Choice
from app.proposals.merging.models import ConflictColumns
from app.proposals.models import ChangeColumns


class Draft(Base):
    """A concept: seen by its author alone. `cursor` is a character offset; `version` counts saves.

    `form_key` is the opened form that saved last, and `form_step` its how-manieth save that was. The number
    of a draft that was deleted is never used again: a form that is still open somewhere may know it.
    With `thrown_away_at` it is kept for its author to have back, and is no draft to anything else.
    """

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("author_id", "form_key"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    proposal_id: Mapped[int | None] = mapped_column(ForeignKey("proposal.id"))
    version: Mapped[int]
    form_key: Mapped[str] = mapped_column(default="")
    form_step: Mapped[int] = mapped_column(default=0)
    cursor: Mapped[int | None]
    change_note: Mapped[str]
    reason: Mapped[str]
    minor: Mapped[bool]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    thrown_away_at: Mapped[datetime | None] = mapped_column(index=True)


class DraftChange(ChangeColumns, Base):
    """One page's part in a draft."""

    __tablename__ = "draft_change"
    __table_args__ = (UniqueConstraint("draft_id", "page_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("draft.id"), index=True)


class DraftChangeTopic(Base):
    """The themes a change in a draft asks for."""

    __tablename__ = "draft_change_topic"

    change_id: Mapped[int] = mapped_column(ForeignKey("draft_change.id"), primary_key=True)
    topic_id: Mapped[int] = mapped_column(ForeignKey("topic.id"), primary_key=True)


class DraftConflict(ConflictColumns, Base):
    """One place where a draft, begun on `base_revision_id`, and its page, by then `revision_id`, went apart.

    It is kept when it is settled, so that no words that its author gave up are lost.
    """

    __tablename__ = "draft_conflict"

    id: Mapped[int] = mapped_column(primary_key=True)
    change_id: Mapped[int] = mapped_column(ForeignKey("draft_change.id"), index=True)
    choice: Mapped[Choice] = mapped_column(enum_type(Choice))

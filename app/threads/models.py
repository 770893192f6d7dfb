"""Rode draden through the bouwstenen, what the program proposes, and dilemmas."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base, enum_type
from app.threads.kinds import DilemmaSide


class Thread(Base):
    """A rode draad: a line through the bouwstenen of many conversations, named by the redactie."""

    __tablename__ = "thread"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    summary: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    named_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    created_at: Mapped[datetime]
    archived_at: Mapped[datetime | None]


class ThreadBlock(Base):
    """A bouwsteen on a rode draad; one that was taken off stays known, so that it is not suggested again."""

    __tablename__ = "thread_block"

    thread_id: Mapped[int] = mapped_column(ForeignKey("thread.id"), primary_key=True)
    block_id: Mapped[int] = mapped_column(ForeignKey("building_block.id"), primary_key=True, index=True)
    placed_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    placed_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]


class ThreadSuggestion(Base):
    """A line or an addition that the program proposes; made anew from all bouwstenen, kept until then.

    `words` are those that it was found by, `block_ids` the bouwstenen, strongest first. What was dismissed
    stays, so that it is not proposed again.
    """

    __tablename__ = "thread_suggestion"

    id: Mapped[int] = mapped_column(primary_key=True)
    thread_id: Mapped[int | None] = mapped_column(ForeignKey("thread.id"), index=True)
    words: Mapped[list[Any]] = mapped_column(JSON)
    block_ids: Mapped[list[int]] = mapped_column(JSON)
    made_at: Mapped[datetime]
    dismissed_at: Mapped[datetime | None]


class Dilemma(Base):
    """A bouwsteen of that kind, opened for everybody to choose in private."""

    __tablename__ = "dilemma"

    block_id: Mapped[int] = mapped_column(ForeignKey("building_block.id"), primary_key=True)
    first: Mapped[str]
    second: Mapped[str]
    opened_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]


class DilemmaChoice(Base):
    """One choice; `voter_key` is a keyed hash, so that nobody chooses twice and nobody is named."""

    __tablename__ = "dilemma_choice"

    block_id: Mapped[int] = mapped_column(ForeignKey("dilemma.block_id"), primary_key=True)
    voter_key: Mapped[str] = mapped_column(primary_key=True)
    side: Mapped[DilemmaSide] = mapped_column(enum_type(DilemmaSide))
    reason: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]


class PictureVisit(Base):
    """When somebody last looked at the plaat, so that it can mark what is new."""

    __tablename__ = "picture_visit"

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True)
    seen_at: Mapped[datetime]
    previous_at: Mapped[datetime | None]

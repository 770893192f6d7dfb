"""Bouwstenen: short outcomes of conversations, their texts through time, and where they are used."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.building_blocks.kinds import BuildingBlockKind, BuildingBlockStatus, BuildingBlockStep
from app.conversations.kinds import CanvasField, ModelPart
from app.core.db import Base, enum_type


class BuildingBlock(Base):
    """One bouwsteen; its text is the revision with the number `version`.

    `field` is the canvas field it came from, also when its entry is off the canvas by now. `origin_key` is
    given by what it was typed on or imported from, so that nothing is kept twice. `last_event` is the seq of
    the newest row of its timeline. `handed_in` says that it left its conversation: before that only who edits
    the conversation sees it, whatever its status.
    """

    __tablename__ = "building_block"
    __table_args__ = (
        Index("ix_building_block_status", "status", "id"),
        Index("ix_building_block_conversation", "conversation_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[int | None] = mapped_column(ForeignKey("conversation.id"))
    entry_id: Mapped[int | None] = mapped_column(
        ForeignKey("canvas_entry.id", ondelete="SET NULL"), index=True
    )
    field: Mapped[CanvasField | None] = mapped_column(enum_type(CanvasField))
    status: Mapped[BuildingBlockStatus] = mapped_column(enum_type(BuildingBlockStatus))
    version: Mapped[int]
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("building_block.id"), index=True)
    origin_key: Mapped[str] = mapped_column(unique=True)
    is_example: Mapped[bool] = mapped_column(default=False)
    handed_in: Mapped[bool] = mapped_column(default=False)
    last_event: Mapped[int]
    created_at: Mapped[datetime]


class BuildingBlockRevision(Base):
    """A text of a bouwsteen, never changed."""

    __tablename__ = "building_block_revision"

    block_id: Mapped[int] = mapped_column(ForeignKey("building_block.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[BuildingBlockKind] = mapped_column(enum_type(BuildingBlockKind), index=True)
    model_part: Mapped[ModelPart | None] = mapped_column(enum_type(ModelPart))
    text: Mapped[str]
    editor_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    at: Mapped[datetime]


class BuildingBlockTopic(Base):
    """A theme of a bouwsteen."""

    __tablename__ = "building_block_topic"

    block_id: Mapped[int] = mapped_column(ForeignKey("building_block.id"), primary_key=True)
    topic_id: Mapped[int] = mapped_column(ForeignKey("topic.id"), primary_key=True, index=True)


class BuildingBlockWord(Base):
    """A stem of the text as it is now, by which a bouwsteen is searched and likely duplicates are found."""

    __tablename__ = "building_block_word"

    word: Mapped[str] = mapped_column(primary_key=True)
    block_id: Mapped[int] = mapped_column(ForeignKey("building_block.id"), primary_key=True, index=True)


class BuildingBlockEvent(Base):
    """Append-only: what happened to a bouwsteen, by whom and why; `data` holds ids only."""

    __tablename__ = "building_block_event"
    __table_args__ = (UniqueConstraint("block_id", "seq"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    block_id: Mapped[int] = mapped_column(ForeignKey("building_block.id"))
    seq: Mapped[int]
    step: Mapped[BuildingBlockStep] = mapped_column(enum_type(BuildingBlockStep))
    status_after: Mapped[BuildingBlockStatus] = mapped_column(enum_type(BuildingBlockStatus))
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    reason: Mapped[str]
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
    at: Mapped[datetime]


class SentenceSource(Base):
    """A sentence of a published text that rests on a bouwsteen; derived from the marks in that text.

    `position` counts the sentences of the revision from 0; a card on a line of its own is a sentence too.
    From `begins` to `ends` it stands in the text of the revision, to be shown without cutting the whole text.
    """

    __tablename__ = "sentence_source"
    __table_args__ = (
        ForeignKeyConstraint(
            ["revision_id", "page_id"],
            ["revision.id", "revision.page_id"],
            name="fk_sentence_source_revision",
        ),
        Index("ix_sentence_source_block", "block_id"),
        Index("ix_sentence_source_page", "page_id", "revision_id"),
    )

    revision_id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    block_id: Mapped[int] = mapped_column(ForeignKey("building_block.id"), primary_key=True)
    page_id: Mapped[int]
    begins: Mapped[int]
    ends: Mapped[int]

"""Conversations: the versions of their formats, who prepares them, and what came out."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.conversations.kinds import (
    CanvasField,
    ConversationFormat,
    ConversationPart,
    ConversationStatus,
    MeetingPlace,
    MessageKind,
    ModelPart,
    Mood,
    PartAnswer,
    PlanningStep,
    WorkKind,
)
from app.core.db import Base, enum_type


class FormatVersion(Base):
    """How a conversation goes, as it was laid down once: a better agenda is a next version.

    `agenda` is a list of `{"title", "minutes", "hint"}`, `questions` one of `{"group", "text"}`, where the
    group of the model's questions is a `ModelPart`.
    """

    __tablename__ = "format_version"
    __table_args__ = (UniqueConstraint("format", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    format: Mapped[ConversationFormat] = mapped_column(enum_type(ConversationFormat))
    number: Mapped[int]
    intro: Mapped[str]
    agenda: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    questions: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    reason: Mapped[str]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    made_at: Mapped[datetime]


class FormatSuggestion(Base):
    """What somebody learned from using a format, for the redactie; `answer` says what became of it."""

    __tablename__ = "format_suggestion"

    id: Mapped[int] = mapped_column(primary_key=True)
    format: Mapped[ConversationFormat] = mapped_column(enum_type(ConversationFormat), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    text: Mapped[str]
    at: Mapped[datetime]
    answer: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime | None]


class Conversation(Base):
    """One facilitated conversation; participants are a number, never names.

    `own_agenda` is set when the format is one's own. `code` is what participants take along: ten signs, 50
    bits. `names_units`: whether readers may see from which parts of the organisation its bouwstenen came.
    `seats` counts everybody, the host too. `version` counts changes, for those who edit at the same time.
    """

    __tablename__ = "conversation"
    __table_args__ = (Index("ix_conversation_status", "status", "starts_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    format_version_id: Mapped[int] = mapped_column(ForeignKey("format_version.id"))
    own_agenda: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON)
    follows_id: Mapped[int | None] = mapped_column(ForeignKey("conversation.id"), index=True)
    topic_id: Mapped[int | None] = mapped_column(ForeignKey("topic.id"), index=True)
    social_task: Mapped[str] = mapped_column(default="")
    status: Mapped[ConversationStatus] = mapped_column(enum_type(ConversationStatus))
    starts_at: Mapped[datetime] = mapped_column(index=True)
    place: Mapped[MeetingPlace] = mapped_column(enum_type(MeetingPlace))
    location: Mapped[str] = mapped_column(default="")
    seats: Mapped[int]
    participants: Mapped[int | None]
    public: Mapped[bool]
    names_units: Mapped[bool] = mapped_column(default=False)
    is_example: Mapped[bool] = mapped_column(default=False)
    notes: Mapped[str] = mapped_column(default="")
    core_part: Mapped[ModelPart | None] = mapped_column(enum_type(ModelPart))
    core_reason: Mapped[str] = mapped_column(default="")
    code: Mapped[str] = mapped_column(unique=True)
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    held_at: Mapped[datetime | None]
    harvested_at: Mapped[datetime | None]
    reported_at: Mapped[datetime | None]


class ConversationMember(Base):
    """Who hosts, facilitates or reports, or was asked to."""

    __tablename__ = "conversation_member"

    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversation.id"), primary_key=True)
    part: Mapped[ConversationPart] = mapped_column(enum_type(ConversationPart), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True, index=True)
    answer: Mapped[PartAnswer] = mapped_column(enum_type(PartAnswer))
    asked_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]


class ConversationUnit(Base):
    """A part of the organisation that takes part, and the kind of work it does."""

    __tablename__ = "conversation_unit"
    __table_args__ = (UniqueConstraint("conversation_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversation.id"))
    name: Mapped[str]
    work_kind: Mapped[WorkKind] = mapped_column(enum_type(WorkKind), index=True)


class PlannedTask(Base):
    """One task of the planning, with the day by which it should be done."""

    __tablename__ = "planned_task"

    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversation.id"), primary_key=True)
    step: Mapped[PlanningStep] = mapped_column(enum_type(PlanningStep), primary_key=True)
    due_on: Mapped[date]
    done_at: Mapped[datetime | None]


class ConversationMessage(Base):
    """A message as somebody changed it; as long as nobody did, it is made anew from the conversation."""

    __tablename__ = "conversation_message"

    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversation.id"), primary_key=True)
    kind: Mapped[MessageKind] = mapped_column(enum_type(MessageKind), primary_key=True)
    subject: Mapped[str]
    body: Mapped[str]
    changed_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    changed_at: Mapped[datetime]


class FacilitatorAvailability(Base):
    """A period in which somebody of the pool can facilitate, or come as a reporter."""

    __tablename__ = "facilitator_availability"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    part: Mapped[ConversationPart] = mapped_column(enum_type(ConversationPart))
    begins_on: Mapped[date]
    ends_on: Mapped[date]
    note: Mapped[str] = mapped_column(default="")


class CanvasEntry(Base):
    """One thing written down: in a field of the canvas or in a part of the model; exactly one of the two.

    `group_number` is the small group that wrote it, before the groups are joined. `client_key` is given by
    the screen on which it was typed, so that what is sent again is not kept twice.
    """

    __tablename__ = "canvas_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversation.id"), index=True)
    field: Mapped[CanvasField | None] = mapped_column(enum_type(CanvasField))
    model_part: Mapped[ModelPart | None] = mapped_column(enum_type(ModelPart))
    text: Mapped[str]
    position: Mapped[int]
    group_number: Mapped[int | None]
    client_key: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime]


class EarlierLine(Base):
    """What stood in a field before somebody took it away or wrote over it; `at` is when it went.

    Without a field and a part of the model it stood in the free notes.
    """

    __tablename__ = "earlier_line"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversation.id"), index=True)
    field: Mapped[CanvasField | None] = mapped_column(enum_type(CanvasField))
    model_part: Mapped[ModelPart | None] = mapped_column(enum_type(ModelPart))
    text: Mapped[str]
    at: Mapped[datetime]


class GalleryPicture(Base):
    """A picture of a beeldverslag; without a conversation it belongs to the shared one.

    `story` is what a participant told with it (start kit, option 2). An empty `alt` means: only decoration.
    """

    __tablename__ = "gallery_picture"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[int | None] = mapped_column(ForeignKey("conversation.id"), index=True)
    sha256: Mapped[str | None] = mapped_column(ForeignKey("attachment.sha256"), index=True)
    alt: Mapped[str]
    caption: Mapped[str]
    story: Mapped[str] = mapped_column(default="")
    position: Mapped[int]
    added_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    added_at: Mapped[datetime]


class GalleryFile(Base):
    """A file that came in for a beeldverslag: colleagues see it there, and nobody elsewhere.

    It stays one when its picture is taken out again. A page with the same file shows it to every reader.
    """

    __tablename__ = "gallery_file"

    sha256: Mapped[str] = mapped_column(ForeignKey("attachment.sha256"), primary_key=True)


class GalleryReaction(Base):
    """What somebody misses in the shared beeldverslag, or would change."""

    __tablename__ = "gallery_reaction"

    id: Mapped[int] = mapped_column(primary_key=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    text: Mapped[str]
    at: Mapped[datetime]
    answer: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime | None]


class BegunPart(Base):
    """When a part of the agenda began, by its place from 0; one past the last place is the end."""

    __tablename__ = "begun_part"

    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversation.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]


class ClosingWord(Base):
    """How one participant found it; nobody's name is asked."""

    __tablename__ = "closing_word"

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversation.id"), index=True)
    mood: Mapped[Mood] = mapped_column(enum_type(Mood))
    line: Mapped[str] = mapped_column(default="")
    client_key: Mapped[str] = mapped_column(unique=True)
    at: Mapped[datetime]

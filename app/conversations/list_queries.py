"""Lists of conversations: which are to come, which are somebody's own, and which were held."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, exists, func, select

from app.conversations.inviting.models import SignUp
from app.conversations.inviting.signing_up.rules import seats_left
from app.conversations.kinds import (
    ConversationFormat,
    ConversationStatus,
    MeetingPlace,
    PartAnswer,
    SignUpState,
)
from app.conversations.models import Conversation, ConversationMember, FormatVersion
from app.conversations.rules import conversation_path
from app.core.db import db
from app.topics.models import Topic


@dataclass(frozen=True, slots=True)
class ListedConversation:
    """A line in a list."""

    number: int
    title: str
    format: ConversationFormat
    status: ConversationStatus
    starts_at: datetime
    place: MeetingPlace
    location: str
    seats: int
    participants: int | None
    public: bool
    is_example: bool
    topic: str | None
    seated: int

    @property
    def url(self) -> str:
        """Where it is shown."""
        return conversation_path(self.number)

    @property
    def left(self) -> int:
        """How many seats nobody has yet."""
        return seats_left(self.seats, self.seated)


Wanted = Select[int]
LIST: tuple[Any, ...] = (
    Conversation.id,
    Conversation.title,
    FormatVersion.format,
    Conversation.status,
    Conversation.starts_at,
    Conversation.place,
    Conversation.location,
    Conversation.seats,
    Conversation.participants,
    Conversation.public,
    Conversation.is_example,
    Topic.name,
    select(func.count())
    .where(SignUp.conversation_id == Conversation.id, SignUp.state == SignUpState.SEATED)
    .correlate(Conversation)
    .scalar_subquery(),
)
HELD = (ConversationStatus.HELD, ConversationStatus.HARVESTED, ConversationStatus.REPORTED)


def to_join(at: datetime) -> Wanted:
    """Public conversations to come, soonest first."""
    wanted = select(Conversation.id).where(
        Conversation.status == ConversationStatus.PLANNED, Conversation.public, Conversation.starts_at > at
    )
    return wanted.order_by(Conversation.starts_at, Conversation.id)


def of_account(account_id: int) -> Wanted:
    """Those in which somebody has a part, newest first."""
    part = exists().where(
        ConversationMember.conversation_id == Conversation.id,
        ConversationMember.account_id == account_id,
        ConversationMember.answer == PartAnswer.ACCEPTED,
    )
    return select(Conversation.id).where(part).order_by(Conversation.starts_at.desc(), Conversation.id.desc())


def held() -> Wanted:
    """Those that were held, newest first."""
    wanted = select(Conversation.id).where(Conversation.status.in_(HELD))
    return wanted.order_by(Conversation.starts_at.desc(), Conversation.id.desc())


def count(wanted: Wanted) -> int:
    """How many there are in a list."""
    ids = wanted.order_by(None).subquery()
    return db.session.scalar(select(func.count()).select_from(ids)) or 0


def listed(wanted: Wanted, *, limit: int, offset: int = 0) -> tuple[ListedConversation, ...]:
    """A piece of a list."""
    rows = (
        wanted.with_only_columns(*LIST, maintain_column_froms=True)
        .join(FormatVersion, FormatVersion.id == Conversation.format_version_id)
        .outerjoin(Topic, Topic.id == Conversation.topic_id)
        .limit(limit)
        .offset(offset)
    )
    return tuple(ListedConversation(*row) for row in db.session.execute(rows))

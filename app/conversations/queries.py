"""Reading one conversation: what it is, who prepares it and may change it, who takes part."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, select

from app.accounts.models import Account
from app.conversations import rules
from app.conversations.formats.rules import AgendaPart, FormatQuestion, kept_agenda, kept_questions
from app.conversations.kinds import (
    ConversationFormat,
    ConversationPart,
    ConversationStatus,
    MeetingPlace,
    ModelPart,
    PartAnswer,
    WorkKind,
)
from app.conversations.models import (
    Conversation,
    ConversationMember,
    ConversationUnit,
    FormatVersion,
)
from app.core.db import db
from app.core.errors import Forbidden, NotFound
from app.core.permissions import Actor
from app.topics.models import Topic


@dataclass(frozen=True, slots=True)
class ShownConversation:
    """A conversation with the version of its format that it was planned with."""

    number: int
    title: str
    format: ConversationFormat
    format_number: int
    intro: str
    agenda: tuple[AgendaPart, ...]
    questions: tuple[FormatQuestion, ...]
    follows: int | None
    topic_id: int | None
    topic: str | None
    topic_slug: str | None
    social_task: str
    status: ConversationStatus
    starts_at: datetime
    place: MeetingPlace
    location: str
    seats: int
    participants: int | None
    public: bool
    names_units: bool
    is_example: bool
    notes: str
    core_part: ModelPart | None
    core_reason: str
    code: str
    version: int
    created_at: datetime
    held_at: datetime | None
    harvested_at: datetime | None
    reported_at: datetime | None

    @property
    def url(self) -> str:
        """Where it is shown."""
        return rules.conversation_path(self.number)

    @property
    def minutes(self) -> int:
        """How long its agenda takes."""
        return sum(part.minutes for part in self.agenda)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody with a part in a conversation, or who was asked for it."""

    account_id: int
    name: str
    part: ConversationPart
    answer: PartAnswer
    asked_at: datetime
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of the organisation that takes part."""

    name: str
    work_kind: WorkKind


_PART_ORDER = case(
    {part: place for place, part in enumerate(ConversationPart)}, value=ConversationMember.part
)


def conversation_at(number: int) -> ShownConversation:
    """The conversation with this number; raises `NotFound`."""
    found = find_conversation(number)
    if found is None:
        raise NotFound("conversation_unknown")
    return found


def find_conversation(number: int) -> ShownConversation | None:
    """The conversation with this number, if there is one."""
    wanted = (
        select(Conversation, FormatVersion, Topic.name, Topic.slug)
        .join(FormatVersion, FormatVersion.id == Conversation.format_version_id)
        .outerjoin(Topic, Topic.id == Conversation.topic_id)
        .where(Conversation.id == number)
    )
    found = db.session.execute(wanted).one_or_none()
    return _shown(*found) if found else None


def members_of(number: int) -> tuple[Member, ...]:
    """Everybody with a part in a conversation or asked for one: host, facilitator, reporter."""
    rows = (
        select(
            Account.id,
            Account.name,
            ConversationMember.part,
            ConversationMember.answer,
            ConversationMember.asked_at,
            ConversationMember.answered_at,
        )
        .join(Account, Account.id == ConversationMember.account_id)
        .where(ConversationMember.conversation_id == number)
        .order_by(_PART_ORDER, ConversationMember.asked_at, Account.id)
    )
    return tuple(Member(*row) for row in db.session.execute(rows))


def units_of(number: int) -> tuple[Unit, ...]:
    """The parts of the organisation that take part, in the order in which they were written down."""
    rows = select(ConversationUnit.name, ConversationUnit.work_kind).where(
        ConversationUnit.conversation_id == number
    )
    return tuple(Unit(*row) for row in db.session.execute(rows.order_by(ConversationUnit.id)))


def may_edit(number: int, actor: Actor) -> bool:
    """Whether this person is host, facilitator or reporter of the conversation, or of the redactie."""
    answers = select(ConversationMember.answer).where(
        ConversationMember.conversation_id == number, ConversationMember.account_id == actor.account_id
    )
    return rules.may_edit(actor, db.session.scalars(answers).all())


def check_may_edit(number: int, actor: Actor) -> int:
    """The account of somebody who may edit it; everybody else is refused."""
    if actor.account_id is None or not may_edit(number, actor):
        raise Forbidden("not_your_conversation")
    return actor.account_id


def edited_conversation(number: int, actor: Actor) -> ShownConversation:
    """The conversation, for somebody who may edit it; everybody else is refused."""
    conversation = conversation_at(number)
    check_may_edit(number, actor)
    return conversation


def _shown(
    row: Conversation, version: FormatVersion, topic: str | None, topic_slug: str | None
) -> ShownConversation:
    return ShownConversation(
        number=row.id,
        title=row.title,
        format=version.format,
        format_number=version.number,
        intro=version.intro,
        agenda=kept_agenda(version.agenda if row.own_agenda is None else row.own_agenda),
        questions=kept_questions(version.questions),
        follows=row.follows_id,
        topic_id=row.topic_id,
        topic=topic,
        topic_slug=topic_slug,
        social_task=row.social_task,
        status=row.status,
        starts_at=row.starts_at,
        place=row.place,
        location=row.location,
        seats=row.seats,
        participants=row.participants,
        public=row.public,
        names_units=row.names_units,
        is_example=row.is_example,
        notes=row.notes,
        core_part=row.core_part,
        core_reason=row.core_reason,
        code=row.code,
        version=row.version,
        created_at=row.created_at,
        held_at=row.held_at,
        harvested_at=row.harvested_at,
        reported_at=row.reported_at,
    )

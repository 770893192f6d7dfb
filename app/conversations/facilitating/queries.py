"""Reading the pool, and what somebody was asked for."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select

from app.accounts.models import Account
from app.conversations.kinds import ConversationPart, ConversationStatus, PartAnswer
from app.conversations.models import Conversation, ConversationMember, FacilitatorAvailability
from app.conversations.rules import conversation_path
from app.core.db import db

MOST_ASKED = 10


@dataclass(frozen=True, slots=True)
class Offered:
    """When somebody of the pool can do which part."""

    id: int
    account_id: int
    name: str
    email: str | None
    part: ConversationPart
    begins_on: date
    ends_on: date
    note: str


@dataclass(frozen=True, slots=True)
class AskedPart:
    """A part that somebody was asked for and has not answered yet."""

    number: int
    title: str
    part: ConversationPart
    starts_at: datetime

    @property
    def url(self) -> str:
        """Where it is answered."""
        return conversation_path(self.number)


_OFFERED: Any = (
    select(
        FacilitatorAvailability.id,
        Account.id,
        Account.name,
        Account.email_key,
        FacilitatorAvailability.part,
        FacilitatorAvailability.begins_on,
        FacilitatorAvailability.ends_on,
        FacilitatorAvailability.note,
    )
    .join(Account, Account.id == FacilitatorAvailability.account_id)
    .where(Account.active)
    .order_by(FacilitatorAvailability.begins_on, Account.name, FacilitatorAvailability.id)
)


def count_offered(on: date) -> int:
    """How many periods are not over yet."""
    wanted = select(func.count()).where(FacilitatorAvailability.ends_on >= on)
    return db.session.scalar(wanted) or 0


def offered(on: date, *, limit: int, offset: int = 0) -> tuple[Offered, ...]:
    """The pool: periods that are not over yet, soonest first."""
    rows = _OFFERED.where(FacilitatorAvailability.ends_on >= on).limit(limit).offset(offset)
    return tuple(Offered(*row) for row in db.session.execute(rows))


def offered_for(day: date, *, but_not: frozenset[int], limit: int) -> tuple[Offered, ...]:
    """Who of the pool can on a day, but for those who were asked already."""
    rows = _OFFERED.where(_covers(day), Account.id.not_in(but_not)).limit(limit)
    return tuple(Offered(*row) for row in db.session.execute(rows))


def is_offered(account_id: int, part: ConversationPart, day: date) -> bool:
    """Whether this person offered to do this part on that day."""
    own = _OFFERED.where(_covers(day), Account.id == account_id, FacilitatorAvailability.part == part)
    return db.session.execute(own.limit(1)).first() is not None


def _covers(day: date) -> ColumnElement[bool]:
    return and_(FacilitatorAvailability.begins_on <= day, FacilitatorAvailability.ends_on >= day)


def parts_asked_of(account_id: int) -> tuple[AskedPart, ...]:
    """What waits for this person's yes or no, the soonest conversation first."""
    rows = (
        select(Conversation.id, Conversation.title, ConversationMember.part, Conversation.starts_at)
        .join(ConversationMember, ConversationMember.conversation_id == Conversation.id)
        .where(
            ConversationMember.account_id == account_id,
            ConversationMember.answer == PartAnswer.ASKED,
            Conversation.status != ConversationStatus.CANCELLED,
        )
        .order_by(Conversation.starts_at, Conversation.id)
        .limit(MOST_ASKED)
    )
    return tuple(AskedPart(*row) for row in db.session.execute(rows))

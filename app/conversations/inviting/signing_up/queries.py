"""Reading who signed up, in numbers and, for who prepares the conversation, by name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, case, exists, func, select

from app.accounts.models import Account
from app.conversations.inviting.models import SignUp
from app.conversations.inviting.signing_up import rules
from app.conversations.kinds import (
    ConversationStatus,
    MeetingPlace,
    PartAnswer,
    SignUpState,
    WorkKind,
)
from app.conversations.models import Conversation, ConversationMember
from app.conversations.rules import conversation_path
from app.core.db import db


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many signed up for how many seats; `mine` is one's own place, `line` the number of who waits."""

    seats: int
    seated: int
    waiting: int
    mine: SignUpState | None
    line: int
    work_kinds: tuple[WorkKind, ...]

    @property
    def open_seats(self) -> int:
        """How many colleagues fit beside the host."""
        return rules.open_seats(self.seats)

    @property
    def left(self) -> int:
        """How many seats nobody has yet."""
        return rules.seats_left(self.seats, self.seated)

    def missing_work(self, units: Iterable[WorkKind]) -> tuple[WorkKind, ...]:
        """Which kinds of work neither these parts of the organisation nor who has a seat brings."""
        return rules.missing_work((*units, *self.work_kinds))


@dataclass(frozen=True, slots=True)
class SignedUp:
    """Somebody who signed up, for the eyes of who prepares the conversation and of the redactie."""

    name: str
    work_kind: WorkKind
    state: SignUpState


@dataclass(frozen=True, slots=True)
class NextConversation:
    """A conversation to come that one can join, and whether one does."""

    number: int
    title: str
    starts_at: datetime
    place: MeetingPlace
    location: str
    seats: int
    seated: int
    mine: SignUpState | None

    @property
    def url(self) -> str:
        """Where one signs up."""
        return f"{conversation_path(self.number)}/aanmelden"

    @property
    def left(self) -> int:
        """How many seats nobody has yet."""
        return rules.seats_left(self.seats, self.seated)


_IN_ORDER = (SignUp.at, SignUp.account_id)


def turnout(number: int, seats: int, account_id: int | None) -> Turnout:
    """How it stands with the seats of a conversation, for this person."""
    rows = db.session.execute(
        select(SignUp.account_id, SignUp.work_kind, SignUp.state)
        .where(SignUp.conversation_id == number)
        .order_by(*_IN_ORDER)
    ).all()
    waiting = [row.account_id for row in rows if row.state is SignUpState.WAITING]
    mine = next((row.state for row in rows if row.account_id == account_id), None)
    return Turnout(
        seats=seats,
        seated=len(rows) - len(waiting),
        waiting=len(waiting),
        mine=mine,
        line=waiting.index(account_id) + 1 if account_id in waiting else 0,
        work_kinds=tuple(row.work_kind for row in rows if row.state is SignUpState.SEATED),
    )


def signed_up(number: int) -> tuple[SignedUp, ...]:
    """Everybody who signed up, by name, in the order in which they did."""
    rows = (
        select(Account.name, SignUp.work_kind, SignUp.state)
        .join(Account, Account.id == SignUp.account_id)
        .where(SignUp.conversation_id == number)
        .order_by(*_IN_ORDER)
    )
    return tuple(SignedUp(*row) for row in db.session.execute(rows))


def next_conversations(account_id: int, at: datetime, *, limit: int) -> tuple[NextConversation, ...]:
    """The first conversations to come that are open to this person, in one statement."""
    first = _first_to_join(account_id, at).limit(limit).subquery()  # before anything is counted
    seated = func.count(case((SignUp.state == SignUpState.SEATED, 1)))
    mine = func.max(case((SignUp.account_id == account_id, SignUp.state)))
    rows = (
        select(
            Conversation.id,
            Conversation.title,
            Conversation.starts_at,
            Conversation.place,
            Conversation.location,
            Conversation.seats,
            seated,
            mine,
        )
        .join(first, first.c.id == Conversation.id)
        .outerjoin(SignUp, SignUp.conversation_id == Conversation.id)
        .group_by(Conversation.id)
        .order_by(Conversation.starts_at, Conversation.id)
    )
    return tuple(NextConversation(*row) for row in db.session.execute(rows))


def _first_to_join(account_id: int, at: datetime) -> Select[Any]:
    """Public conversations to come in which this person has no part, soonest first."""
    part = exists().where(
        ConversationMember.conversation_id == Conversation.id,
        ConversationMember.account_id == account_id,
        ConversationMember.answer == PartAnswer.ACCEPTED,
    )
    return (
        select(Conversation.id)
        .where(Conversation.public, Conversation.status == ConversationStatus.PLANNED, ~part)
        .where(Conversation.starts_at > at)
        .order_by(Conversation.starts_at, Conversation.id)
    )

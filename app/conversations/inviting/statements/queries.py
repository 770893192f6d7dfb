"""Reading statements and what people think of them; who thinks what is kept nowhere."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, false, func, select

from app.accounts.models import Account
from app.conversations.inviting.models import Statement, StatementAnswer
from app.conversations.inviting.statements import rules
from app.conversations.kinds import Opinion
from app.conversations.models import Conversation
from app.core.db import db
from app.core.errors import NotFound
from app.core.voting import MOST_REASONS, Spread


@dataclass(frozen=True, slots=True)
class ShownStatement:
    """A statement, who made it, and for which conversation if for one."""

    number: int
    text: str
    made_by_id: int
    made_by: str
    made_at: datetime
    closed_at: datetime | None
    conversation_number: int | None
    conversation_title: str | None
    is_example: bool
    answers: int

    @property
    def url(self) -> str:
        """Where one answers it."""
        return rules.statement_path(self.number)

    @property
    def closed(self) -> bool:
        """Whether nobody can answer it any more."""
        return self.closed_at is not None


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """What somebody thinks, and why if that was said."""

    opinion: Opinion
    reason: str


def statement_at(number: int) -> ShownStatement:
    """The statement with this number; raises `NotFound`."""
    found = db.session.execute(_rows().where(Statement.id == number)).one_or_none()
    if found is None:
        raise NotFound("statement_unknown")
    return ShownStatement(*found)


def statements(*, limit: int, offset: int = 0) -> tuple[ShownStatement, ...]:
    """A piece of the list: first what can be answered, newest first."""
    rows = _rows().order_by(Statement.closed_at.is_not(None), Statement.id.desc())
    return tuple(ShownStatement(*row) for row in db.session.execute(rows.limit(limit).offset(offset)))


def count_statements() -> int:
    """How many there are."""
    return db.session.scalar(select(func.count()).select_from(Statement)) or 0


def statements_of(conversation_id: int) -> tuple[ShownStatement, ...]:
    """Those of one conversation, newest first."""
    rows = _rows().where(Statement.conversation_id == conversation_id).order_by(Statement.id.desc())
    return tuple(ShownStatement(*row) for row in db.session.execute(rows))


def answer_of(number: int, voter: str) -> GivenAnswer | None:
    """What the person with this `rules.voter_key` answered."""
    mine = select(StatementAnswer.opinion, StatementAnswer.reason).where(
        StatementAnswer.statement_id == number, StatementAnswer.voter_key == voter
    )
    found = db.session.execute(mine).one_or_none()
    return GivenAnswer(*found) if found else None


def spread_of(number: int) -> Spread[Opinion]:
    """How many people think what."""
    rows = (
        select(StatementAnswer.opinion, func.count())
        .where(StatementAnswer.statement_id == number)
        .group_by(StatementAnswer.opinion)
    )
    found = dict(db.session.execute(rows).all())
    return Spread({opinion: found.get(opinion, 0) for opinion in Opinion})


def reasons_of(number: int) -> tuple[GivenAnswer, ...]:
    """Why people think so, in an order that says nothing of who came when."""
    rows = (
        select(StatementAnswer.opinion, StatementAnswer.reason)
        .where(StatementAnswer.statement_id == number, StatementAnswer.reason != "")
        .order_by(StatementAnswer.voter_key)
        .limit(MOST_REASONS)
    )
    return tuple(GivenAnswer(*row) for row in db.session.execute(rows))


def _rows() -> Select[Any]:
    answers = (
        select(func.count())
        .select_from(StatementAnswer)
        .where(StatementAnswer.statement_id == Statement.id)
        .correlate(Statement)
        .scalar_subquery()
    )
    return (
        select(
            Statement.id,
            Statement.text,
            Statement.made_by_id,
            Account.name,
            Statement.made_at,
            Statement.closed_at,
            Conversation.id,
            Conversation.title,
            func.coalesce(Conversation.is_example, false()),
            answers,
        )
        .join(Account, Account.id == Statement.made_by_id)
        .outerjoin(Conversation, Conversation.id == Statement.conversation_id)
    )

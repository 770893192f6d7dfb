"""Making a statement, answering it without being named, and closing it."""

from dataclasses import dataclass

from app.conversations.inviting.models import Statement, StatementAnswer
from app.conversations.inviting.statements import rules
from app.conversations.kinds import Opinion
from app.conversations.queries import check_may_edit, conversation_at
from app.core.clock import now
from app.core.db import db
from app.core.errors import Forbidden, NotFound
from app.core.permissions import Actor, Permission, account_with
from app.core.submissions import answer, claim, worded


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStatement:
    """A statement for everybody, or for one conversation."""

    text: str
    conversation_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAnswer:
    """What a person thinks of a statement; `voter` is her `rules.voter_key`, never her account."""

    statement_id: int
    voter: str
    opinion: Opinion
    reason: str = ""


def make_statement(actor: Actor, new: NewStatement, *, key: str) -> str:
    """Put a statement up; returns its address. One of a conversation is made by who prepares that."""
    account_id = account_with(actor, Permission.CONVERSE)
    rules.check_statement(new.text)
    key = worded(key, new)
    if earlier := claim(key, account_id):
        return earlier
    if new.conversation_id is not None:
        check_may_edit(conversation_at(new.conversation_id).number, actor)
    statement = Statement(
        conversation_id=new.conversation_id, text=new.text.strip(), made_by_id=account_id, made_at=now()
    )
    db.session.add(statement)
    db.session.flush()  # the address needs its number
    url = rules.statement_path(statement.id)
    answer(key, account_id, url)
    return url


def give_answer(actor: Actor, given: NewAnswer) -> None:
    """Say what one thinks, or something else than before.

    There is no one-time key: sending it twice says the same, and the key would keep who answered and when.
    """
    account_with(actor, Permission.CONVERSE)
    statement = _locked(given.statement_id)
    rules.check_answer(given.reason, closed=statement.closed_at is not None)
    mine = db.session.get(StatementAnswer, (given.statement_id, given.voter))
    if mine is None:
        mine = StatementAnswer(statement_id=given.statement_id, voter_key=given.voter)
        db.session.add(mine)
    mine.opinion, mine.reason = given.opinion, given.reason.strip()


def close_statement(actor: Actor, number: int) -> None:
    """Take no more answers; everybody sees now what people think."""
    statement = _locked(number)
    if statement.closed_at is not None:
        return
    if not rules.may_close(actor, made_by_id=statement.made_by_id, closed=False):
        raise Forbidden("not_your_statement")
    statement.closed_at = now()


def _locked(number: int) -> Statement:
    found = db.session.get(Statement, number, with_for_update=True, populate_existing=True)
    if found is None:
        raise NotFound("statement_unknown")
    return found

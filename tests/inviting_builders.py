"""Statements and answers for tests; a transaction of its own each."""

from flask import current_app

from app.conversations.inviting.statements.service import (
    NewAnswer,
    NewStatement,
    give_answer,
    make_statement,
)
from app.conversations.kinds import Opinion
from app.core.db import unit_of_work
from app.core.permissions import Actor
from app.core.submissions import new_key
from app.core.voting import voter_key

TEXT = "In mijn team is tegenspraak gewoon."


def put_statement(actor: Actor, *, text: str = TEXT, conversation_id: int | None = None) -> int:
    """A statement by this person; its number."""
    with unit_of_work():
        new = NewStatement(text=text, conversation_id=conversation_id)
        url = make_statement(actor, new, key=new_key())
    return int(url.rpartition("/")[2])


def answer_statement(actor: Actor, number: int, opinion: Opinion, reason: str = "") -> None:
    """What this person thinks, as the screen would keep it."""
    voter = voter_key(str(current_app.secret_key), f"stelling:{number}", actor.account_id or 0)
    with unit_of_work():
        give_answer(actor, NewAnswer(statement_id=number, voter=voter, opinion=opinion, reason=reason))

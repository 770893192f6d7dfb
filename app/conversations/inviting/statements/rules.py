"""How people answer a statement, who closes it, and what is shown of the answers."""

from app.core.errors import Conflict, Invalid
from app.core.permissions import Actor, Permission

TEXT_LIMIT = 200
REASON_LIMIT = 300


def statement_path(number: int) -> str:
    """Where a statement is found."""
    return f"/stellingen/{number}"


def may_see_spread(*, answered: bool, closed: bool) -> bool:
    """One thinks for oneself first: the answers of others are seen after that, or when nobody can answer."""
    return answered or closed


def check_statement(text: str) -> None:
    """Refuse an empty statement and one that nobody remembers till its end."""
    if not text.strip():
        raise Invalid("statement_missing", field="text")
    if len(text) > TEXT_LIMIT:
        raise Invalid("text_too_long", field="text", limit=TEXT_LIMIT)


def check_answer(reason: str, *, closed: bool) -> None:
    """Refuse an answer to what is closed, and a reason beyond the limit."""
    if closed:
        raise Conflict("statement_closed")
    if len(reason) > REASON_LIMIT:
        raise Invalid("text_too_long", field="reason", limit=REASON_LIMIT)


def may_close(actor: Actor, *, made_by_id: int, closed: bool) -> bool:
    """Whether this person can end it: who made it, or the redactie."""
    mine = actor.account_id == made_by_id and actor.may(Permission.CONVERSE)
    return not closed and (mine or actor.may(Permission.CURATE))

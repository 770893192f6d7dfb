"""How people answer a statement, who closes it, and what is shown of the answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.conversations.kinds import Opinion
from app.core.errors import Conflict, Invalid
from app.core.permissions import Actor, Permission

TEXT_LIMIT = 200
REASON_LIMIT = 300
FEWEST_SHOWN = 3
"""Of fewer answers only the number is told: otherwise one might guess who gave which."""
MOST_REASONS = 100


def statement_path(number: int) -> str:
    """Where a statement is found."""
    return f"/stellingen/{number}"


@dataclass(frozen=True, slots=True)
class Spread:
    """How many people think what."""

    counts: Mapping[Opinion, int]

    @property
    def total(self) -> int:
        """How many people answered."""
        return sum(self.counts.values())

    @property
    def shown(self) -> bool:
        """Whether there are enough answers to tell more than their number."""
        return self.total >= FEWEST_SHOWN

    @property
    def most(self) -> int:
        """How many answers the opinion has that most people hold."""
        return max(self.counts.values(), default=0)

    def share(self, opinion: Opinion) -> int:
        """The part of all answers, in whole percents."""
        return round(100 * self.counts.get(opinion, 0) / self.total) if self.total else 0


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

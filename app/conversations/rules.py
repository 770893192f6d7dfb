"""Who may change a conversation, and where it is found."""

from collections.abc import Iterable

from app.conversations.kinds import PartAnswer
from app.core.permissions import Actor, Permission


def conversation_path(number: int) -> str:
    """Where a conversation is found."""
    return f"/gesprekken/{number}"


def number_in(path: str) -> int:
    """The number of the conversation that is found there."""
    return int(path.rpartition("/")[2])


def may_edit(actor: Actor, answers: Iterable[PartAnswer]) -> bool:
    """Whether somebody with these answers to the parts of a conversation may change it.

    Host, facilitator and reporter may, once they said yes; of others only the redactie.
    """
    if actor.may(Permission.CURATE):
        return True
    return actor.may(Permission.CONVERSE) and PartAnswer.ACCEPTED in answers

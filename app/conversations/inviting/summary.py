"""What the page of a conversation says about inviting."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.conversations.inviting.signing_up.queries import Turnout, turnout
from app.conversations.inviting.statements.queries import ShownStatement, statements_of
from app.conversations.kinds import WorkKind
from app.conversations.queries import ShownConversation, Unit


@dataclass(frozen=True, slots=True)
class InvitingSummary:
    """How it stands with the seats, which kinds of work nobody brings yet, and the statements."""

    turnout: Turnout
    missing: tuple[WorkKind, ...]
    statements: tuple[ShownStatement, ...]


def inviting_summary(
    conversation: ShownConversation, units: Iterable[Unit], account_id: int | None
) -> InvitingSummary:
    """The lines for this person."""
    counted = turnout(conversation.number, conversation.seats, account_id)
    missing = counted.missing_work(unit.work_kind for unit in units)
    return InvitingSummary(counted, missing, statements_of(conversation.number))

"""What the page of a conversation says about inviting."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.conversations.inviting.signing_up.queries import Turnout, turnout
from app.conversations.kinds import WorkKind
from app.conversations.queries import ShownConversation, Unit


@dataclass(frozen=True, slots=True)
class InvitingSummary:
    """How it stands with the seats, and which kinds of work nobody brings yet."""

    turnout: Turnout
    missing: tuple[WorkKind, ...]


def inviting_summary(
    conversation: ShownConversation, units: Iterable[Unit], account_id: int | None
) -> InvitingSummary:
    """The lines for this person."""
    counted = turnout(conversation.number, conversation.seats, account_id)
    return InvitingSummary(counted, counted.missing_work(unit.work_kind for unit in units))

"""Who can be asked for a part in a conversation, and when somebody of the pool can."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from app.conversations.kinds import ConversationPart, ConversationStatus
from app.core.errors import Conflict, Invalid

NOTE_LIMIT = 200
MOST_MEMBERS = 12
MOST_PERIODS = 20
LONGEST_PERIOD = timedelta(days=366)
POOL_PARTS = (ConversationPart.FACILITATOR, ConversationPart.REPORTER)
"""For which parts there is a pool."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """When somebody of the pool can do which part; both days count."""

    part: ConversationPart
    begins_on: date
    ends_on: date
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Who is wanted for a part of a conversation: somebody of the pool, or a colleague by name or address."""

    part: ConversationPart
    account_id: int | None = None
    who: str = ""


def check_availability(wish: Availability, *, on: date, known: int) -> None:
    """Refuse a period that is over, runs backwards or is endless, and one more than anybody needs."""
    if wish.ends_on < wish.begins_on:
        raise Invalid("ends_before_it_begins", field="ends_on")
    if wish.ends_on < on:
        raise Invalid("day_has_passed", field="ends_on")
    if wish.ends_on - wish.begins_on > LONGEST_PERIOD:
        raise Invalid("period_too_long", field="ends_on")
    if wish.part not in POOL_PARTS:
        raise Invalid("unknown_choice", field="part")
    if known >= MOST_PERIODS:
        raise Invalid("too_many_periods", field="begins_on", limit=MOST_PERIODS)


def check_asking(status: ConversationStatus, members: Collection[object]) -> None:
    """Refuse to ask people for a conversation that is off, or more of them than can prepare one."""
    if status is ConversationStatus.CANCELLED:
        raise Conflict("conversation_step_not_possible", status=status)
    if len(members) >= MOST_MEMBERS:
        raise Invalid("too_many_members", field="who", limit=MOST_MEMBERS)


def check_leaving(part: ConversationPart, hosts: int) -> None:
    """Refuse to leave a conversation without a host."""
    if part is ConversationPart.HOST and hosts <= 1:
        raise Conflict("last_host")

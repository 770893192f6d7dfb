"""Who can sign up for a conversation, who has a seat, and which kinds of work are not there yet."""

from collections.abc import Iterable
from datetime import datetime

from app.conversations.kinds import ConversationStatus, SignUpState, WorkKind
from app.core.errors import Conflict

HOSTS = 1
"""Seats that are the host's; a facilitator or reporter takes none (start kit, step 2)."""
LOOKED_FOR = (WorkKind.POLICY, WorkKind.EXECUTION, WorkKind.SUPERVISION, WorkKind.SUPPORT)
MOST_WAITING = 100
"""On the list of one conversation."""


def open_seats(seats: int) -> int:
    """How many colleagues fit, of this many seats in all."""
    return max(seats - HOSTS, 0)


def seats_left(seats: int, taken: int) -> int:
    """How many seats nobody has yet."""
    return max(open_seats(seats) - taken, 0)


def place_for(seats: int, taken: int) -> SignUpState:
    """What the next one gets: a seat as long as there is one."""
    return SignUpState.SEATED if seats_left(seats, taken) else SignUpState.WAITING


def is_open(status: ConversationStatus, *, public: bool, starts_at: datetime, at: datetime) -> bool:
    """Whether people sign up at this moment: for a public conversation that did not begin yet."""
    return public and status is ConversationStatus.PLANNED and at < starts_at


def check_can_sign_up(*, is_open: bool, has_part: bool) -> None:
    """Refuse when it is too late or never was, and who hosts, facilitates or reports already."""
    if has_part:
        raise Conflict("takes_part_already")
    if not is_open:
        raise Conflict("sign_up_closed")


def missing_work(present: Iterable[WorkKind]) -> tuple[WorkKind, ...]:
    """Which kinds of work have nobody at the table yet (start kit, step 1: participants)."""
    there = set(present)
    return tuple(kind for kind in LOOKED_FOR if kind not in there)

"""How a conversation goes on: planned, held, harvested, reported back; or cancelled, and still on after all.

One step back is possible until the report back: then the sign-ups are gone, and participants were told.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from app.conversations.kinds import ConversationStatus as Status
from app.conversations.progress.kinds import ConversationStep as Step
from app.core.clock import local
from app.core.errors import Conflict, Invalid

AFTER: Mapping[tuple[Status, Step], Status] = {
    (Status.PLANNED, Step.HOLD): Status.HELD,
    (Status.HELD, Step.HARVEST): Status.HARVESTED,
    (Status.HARVESTED, Step.REPORT): Status.REPORTED,
    (Status.PLANNED, Step.CANCEL): Status.CANCELLED,
    (Status.CANCELLED, Step.RESUME): Status.PLANNED,
    (Status.HELD, Step.UNDO): Status.PLANNED,
    (Status.HARVESTED, Step.UNDO): Status.HELD,
}
FEWEST_PARTICIPANTS, MOST_PARTICIPANTS = 2, 200
ASKED_CONVERSATIONS, ASKED_COLLEAGUES = 3, 7
"""Three conversations with seven colleagues each: what the start kit asks of a host."""


def is_to_come(starts_at: datetime, on: date) -> bool:
    """Whether its day is after this one."""
    return local(starts_at).date() > on


def steps_from(status: Status, *, to_come: bool) -> tuple[Step, ...]:
    """What can be said about a conversation now; of one that is still to come not that it was held."""
    possible = (step for before, step in AFTER if before is status)
    return tuple(step for step in possible if step is not Step.HOLD or not to_come)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a conversation when a step is taken.

    `participants` is the number that was said before or now. When its bouwstenen were handed in at once, it
    was never said to be held: then it is asked before the report back.
    """

    participants: int | None
    to_come: bool = False
    handed_in: bool = True


def check_step(status: Status, step: Step, known: Known) -> Status:
    """Where a step leads; refuses one that is not possible now, and a conversation held by nobody.

    Held is what was held, from its own day on; harvested is what bouwstenen were handed in of.
    """
    after = AFTER.get((status, step))
    if after is None:
        raise Conflict("conversation_step_not_possible", status=status)
    if step is Step.HOLD and known.to_come:
        raise Conflict("conversation_to_come")
    if step is Step.HARVEST and not known.handed_in:
        raise Conflict("nothing_handed_in")
    if step in {Step.HOLD, Step.REPORT} and not _could_be(known.participants):
        raise Invalid(
            "participants_out_of_range",
            field="participants",
            fewest=FEWEST_PARTICIPANTS,
            most=MOST_PARTICIPANTS,
        )
    return after


def _could_be(participants: int | None) -> bool:
    return participants is not None and FEWEST_PARTICIPANTS <= participants <= MOST_PARTICIPANTS

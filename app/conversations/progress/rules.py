"""How a conversation goes on: planned, held, harvested, reported back; or cancelled, and still on after all.

One step back is possible until the report back: then the sign-ups are gone, and participants were told.
"""

from collections.abc import Mapping

from app.conversations.kinds import ConversationStatus as Status
from app.conversations.progress.kinds import ConversationStep as Step
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


def steps_from(status: Status) -> tuple[Step, ...]:
    """What can be said about a conversation now."""
    return tuple(step for before, step in AFTER if before is status)


def check_step(status: Status, step: Step, participants: int | None) -> Status:
    """Where a step leads; refuses one that is not possible now, and a conversation held by nobody.

    `participants` is the number that is known or said now. A conversation whose bouwstenen were handed in at
    once was never said to be held: then it is asked before the report back.
    """
    after = AFTER.get((status, step))
    if after is None:
        raise Conflict("conversation_step_not_possible", status=status)
    if step in {Step.HOLD, Step.REPORT} and not _could_be(participants):
        raise Invalid(
            "participants_out_of_range",
            field="participants",
            fewest=FEWEST_PARTICIPANTS,
            most=MOST_PARTICIPANTS,
        )
    return after


def _could_be(participants: int | None) -> bool:
    return participants is not None and FEWEST_PARTICIPANTS <= participants <= MOST_PARTICIPANTS

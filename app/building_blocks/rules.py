"""Who may take which step with a bouwsteen, and where it stands afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.building_blocks.kinds import BuildingBlockStatus, BuildingBlockStep
from app.core.errors import Conflict, Forbidden, Invalid

Status = BuildingBlockStatus
Step = BuildingBlockStep

TEXT_LIMIT = 600
REASON_LIMIT = 1_000
MOST_TOPICS = 5
# What the redactie took in: it may be on a rode draad.
TAKEN_IN = frozenset({Status.ACCEPTED, Status.USED})

AFTER: dict[tuple[BuildingBlockStatus, BuildingBlockStep], BuildingBlockStatus] = {
    (Status.NOTED, Step.SUBMIT): Status.SUBMITTED,
    (Status.NOTED, Step.ADJUST): Status.NOTED,
    (Status.NOTED, Step.MERGE): Status.MERGED,
    (Status.NOTED, Step.WITHDRAW): Status.WITHDRAWN,
    (Status.SUBMITTED, Step.ADJUST): Status.SUBMITTED,
    (Status.SUBMITTED, Step.ACCEPT): Status.ACCEPTED,
    (Status.SUBMITTED, Step.PARK): Status.PARKED,
    (Status.SUBMITTED, Step.MERGE): Status.MERGED,
    (Status.SUBMITTED, Step.WITHDRAW): Status.WITHDRAWN,
    (Status.SUBMITTED, Step.USE): Status.USED,
    (Status.ACCEPTED, Step.ADJUST): Status.ACCEPTED,
    (Status.ACCEPTED, Step.PARK): Status.PARKED,
    (Status.ACCEPTED, Step.MERGE): Status.MERGED,
    (Status.ACCEPTED, Step.WITHDRAW): Status.WITHDRAWN,
    (Status.ACCEPTED, Step.USE): Status.USED,
    (Status.USED, Step.ADJUST): Status.USED,
    (Status.USED, Step.MERGE): Status.MERGED,
    (Status.USED, Step.WITHDRAW): Status.WITHDRAWN,
    (Status.USED, Step.UNUSE): Status.ACCEPTED,
    (Status.PARKED, Step.REOPEN): Status.SUBMITTED,
    (Status.PARKED, Step.USE): Status.USED,
    (Status.MERGED, Step.REOPEN): Status.SUBMITTED,
    (Status.WITHDRAWN, Step.REOPEN): Status.SUBMITTED,
}
"""Every step that can be taken; `NOTE` begins a bouwsteen and stands outside the table.

A page that the redactie published says more than the intake list, so what waits or is parked can be used.
"""

LIVING = frozenset({Status.SUBMITTED, Status.ACCEPTED, Status.USED, Status.PARKED})
"""What was handed in and still takes part: another bouwsteen can be merged into it."""
AUTOMATIC = frozenset({Step.USE, Step.UNUSE})
"""Steps that follow from what pages rest on; nobody takes them by hand."""
STEPS_OF_EDITORS = frozenset({Step.SUBMIT, Step.ADJUST, Step.MERGE, Step.WITHDRAW, Step.REOPEN})
"""What who edits the conversation may do with what was not handed in yet."""
STEPS_BEFORE_INTAKE = frozenset({Step.ADJUST, Step.WITHDRAW})
"""What they may still do while it waits for the redactie."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a person is to one bouwsteen.

    `edits` is true for the host, the facilitator and the reporter of its conversation, `curates` for the
    redactie.
    """

    edits: bool = False
    curates: bool = False
    program: bool = False


PROGRAM = Relation(program=True)


def check_actor(status: BuildingBlockStatus, step: BuildingBlockStep, who: Relation, handed_in: bool) -> None:
    """Refuse a step that is somebody else's: a conversation keeps its harvest until it is handed in."""
    if step in AUTOMATIC:
        allowed = who.program
    elif not handed_in:
        allowed = (who.edits or who.curates) and step in STEPS_OF_EDITORS
    elif status is Status.SUBMITTED and step in STEPS_BEFORE_INTAKE:
        allowed = who.edits or who.curates
    else:
        allowed = who.curates
    if not allowed:
        raise Forbidden("not_your_block")


def next_status(
    status: BuildingBlockStatus, step: BuildingBlockStep, who: Relation, *, handed_in: bool
) -> BuildingBlockStatus:
    """Where the bouwsteen stands after the step; refuses what this person may not do, or nobody can now.

    `handed_in`: whether it ever left its conversation; if not, reopening brings it back to the harvest.
    """
    check_actor(status, step, who, handed_in)
    after = AFTER.get((status, step))
    if after is None:
        raise Conflict("block_step_not_possible", status=status)
    return Status.NOTED if step is Step.REOPEN and not handed_in else after


def possible_steps(
    status: BuildingBlockStatus, who: Relation, *, handed_in: bool
) -> frozenset[BuildingBlockStep]:
    """The steps to offer this person now."""
    return frozenset(step for step in Step if _is_possible(status, step, who, handed_in))


def _is_possible(
    status: BuildingBlockStatus, step: BuildingBlockStep, who: Relation, handed_in: bool
) -> bool:
    try:
        next_status(status, step, who, handed_in=handed_in)
    except (Conflict, Forbidden):
        return False
    return True


def check_seen(*, seen_event: int, last_event: int, since: Sequence[BuildingBlockStep]) -> None:
    """Refuse a step by somebody who has not seen what people did meanwhile, as `since` tells it.

    That a page began or ceased to rest on it stands in nobody's way.
    """
    people = [step for step in since if step not in AUTOMATIC]
    if seen_event != last_event and (people or not since):
        raise Conflict("block_moved_on", step=people[-1] if people else Step.NOTE)


def check_reason(step: BuildingBlockStep, reason: str, *, handed_in: bool) -> None:
    """Refuse to put aside without a word why: whoever said it reads that back."""
    if step is Step.PARK and not reason.strip():
        raise Invalid("park_reason_missing", field="reason")
    if step is Step.WITHDRAW and handed_in and not reason.strip():
        raise Invalid("withdraw_reason_missing", field="reason")
    if len(reason) > REASON_LIMIT:
        raise Invalid("text_too_long", field="reason", limit=REASON_LIMIT)


def check_text(text: str, topic_count: int = 0) -> None:
    """A bouwsteen is short, says something, and is about a handful of themes at most."""
    if not any(sign.isalnum() for sign in text):
        raise Invalid("block_text_missing", field="text")
    if len(text) > TEXT_LIMIT:
        raise Invalid("text_too_long", field="text", limit=TEXT_LIMIT)
    if topic_count > MOST_TOPICS:
        raise Invalid("block_topics_too_many", field="topics", limit=MOST_TOPICS)


def check_target(*, number: int, target: int, target_status: BuildingBlockStatus, same_harvest: bool) -> None:
    """Refuse to merge into itself, or into what cannot speak for another.

    `same_harvest`: both are notes of one conversation, not handed in yet.
    """
    if number == target:
        raise Invalid("merge_into_itself", field="target")
    if target_status not in LIVING and not (same_harvest and target_status is Status.NOTED):
        raise Invalid("merge_target_unfit", field="target", status=target_status)


def block_path(number: int) -> str:
    """The address of a bouwsteen within the site."""
    return f"/bouwstenen/{number}"

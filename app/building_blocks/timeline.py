"""The append-only timeline of a bouwsteen: every step is checked against its newest row and adds one row."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from app.building_blocks import rules
from app.building_blocks.kinds import BuildingBlockStatus, BuildingBlockStep
from app.building_blocks.models import BuildingBlock, BuildingBlockEvent
from app.conversations.queries import may_edit
from app.core.clock import now
from app.core.db import db
from app.core.errors import NotFound
from app.core.outbox import FollowUp, enqueue
from app.core.permissions import Actor, Permission


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What somebody wants with a bouwsteen, having seen its timeline up to `seen_event`."""

    number: int
    seen_event: int
    reason: str = ""


def relation(actor: Actor, conversation_id: int | None) -> rules.Relation:
    """What a person is to the bouwstenen of a conversation now; the redactie may more than who edits it."""
    if actor.may(Permission.CURATE):
        return rules.Relation(curates=True)
    return rules.Relation(edits=conversation_id is not None and may_edit(conversation_id, actor))


def take_step(
    actor: Actor, step: BuildingBlockStep, move: Move, *, data: dict[str, Any] | None = None
) -> BuildingBlock | None:
    """Add the row of this step, or refuse it; the bouwsteen is locked until the transaction ends.

    None when this person took this very step already, in these words and on what she had seen: a form that
    was sent twice. An adjustment is told from the one before by its text, which stands in no row: the caller
    compares it.
    """
    block = locked((move.number,)).get(move.number)
    if block is None:
        raise NotFound("block_unknown")
    since = _events_since(block, move.seen_event)
    mine = [event for event in since if event.step is step and event.actor_id == actor.account_id]
    same = any(event.reason == move.reason.strip() and event.data == (data or {}) for event in mine)
    if same and step is not BuildingBlockStep.ADJUST:
        return None
    who = relation(actor, block.conversation_id)
    rules.check_actor(block.status, step, who, block.handed_in)
    rules.check_seen(
        seen_event=move.seen_event, last_event=block.last_event, since=[event.step for event in since]
    )
    after = rules.next_status(block.status, step, who, handed_in=block.handed_in)
    rules.check_reason(step, move.reason, handed_in=block.handed_in)
    append(block, step, after, actor_id=actor.account_id, reason=move.reason.strip(), data=data)
    return block


def take_automatic_step(block: BuildingBlock, step: BuildingBlockStep, data: dict[str, Any]) -> bool:
    """Add the row of what follows from a page; False when it says nothing new of this bouwsteen."""
    after = rules.AFTER.get((block.status, step))
    if after is None:
        return False
    append(block, step, after, actor_id=None, reason="", data=data)
    return True


def append(
    block: BuildingBlock,
    step: BuildingBlockStep,
    after: BuildingBlockStatus,
    *,
    actor_id: int | None,
    reason: str = "",
    data: dict[str, Any] | None = None,
) -> None:
    """One more row; UNIQUE (block, seq) refuses the second of two that are written at once."""
    if {block.status, after} & rules.TAKEN_IN:
        enqueue(FollowUp.SUGGEST_THREADS)
    block.last_event += 1
    block.status = after
    block.handed_in = block.handed_in or after in rules.LIVING
    db.session.add(
        BuildingBlockEvent(
            block_id=block.id,
            seq=block.last_event,
            step=step,
            status_after=after,
            actor_id=actor_id,
            reason=reason,
            data=data or {},
            at=now(),
        )
    )


def newest_steps(numbers: Iterable[int]) -> dict[int, tuple[BuildingBlockStep, int | None]]:
    """The newest step of each of these, with the revision that caused it, if one did."""
    db.session.flush()
    rows = (
        select(BuildingBlockEvent.block_id, BuildingBlockEvent.step, BuildingBlockEvent.data)
        .join(BuildingBlock, BuildingBlock.id == BuildingBlockEvent.block_id)
        .where(BuildingBlockEvent.seq == BuildingBlock.last_event, BuildingBlock.id.in_(set(numbers)))
    )
    return {number: (step, data.get("revision")) for number, step, data in db.session.execute(rows)}


def locked(numbers: Iterable[int]) -> dict[int, BuildingBlock]:
    """These bouwstenen, locked in the order of their numbers: two transactions never wait for each other."""
    wanted = select(BuildingBlock).where(BuildingBlock.id.in_(sorted(set(numbers))))
    found = db.session.scalars(
        wanted.order_by(BuildingBlock.id).with_for_update().execution_options(populate_existing=True)
    )
    return {block.id: block for block in found}


def _events_since(block: BuildingBlock, seen_event: int) -> list[BuildingBlockEvent]:
    if block.last_event == seen_event:
        return []
    later = select(BuildingBlockEvent).where(
        BuildingBlockEvent.block_id == block.id, BuildingBlockEvent.seq > seen_event
    )
    return list(db.session.scalars(later.order_by(BuildingBlockEvent.seq)))

"""What is done with bouwstenen: noted in a conversation, handed in, and worked by the redactie."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from app.building_blocks import rules
from app.building_blocks.chains import final_numbers, numbers_ending_in
from app.building_blocks.kinds import BuildingBlockStatus, BuildingBlockStep
from app.building_blocks.models import BuildingBlock
from app.building_blocks.texts import BlockText, text_of, write_text
from app.building_blocks.timeline import Move, append, locked, newest_steps, take_automatic_step, take_step
from app.building_blocks.use_queries import page_ids_resting_on, used_numbers
from app.conversations.kinds import CanvasField
from app.conversations.queries import check_may_edit
from app.core.clock import now
from app.core.db import db
from app.core.errors import Invalid
from app.core.outbox import FollowUp, enqueue
from app.core.permissions import Actor
from app.core.upsert import insert_unless_there
from app.pages.links import naming_pages
from app.topics.models import Topic

Step = BuildingBlockStep


@dataclass(frozen=True, slots=True, kw_only=True)
class NewBuildingBlock:
    """A bouwsteen to note; what has the same `origin_key` is the same bouwsteen."""

    said: BlockText
    origin_key: str
    conversation_id: int | None = None
    field: CanvasField | None = None
    entry_id: int | None = None
    is_example: bool = False


def note(new: NewBuildingBlock, actor_id: int | None) -> int:
    """Write down a bouwsteen; returns its number, which is the earlier one when it was noted before.

    Whether this person may, is for the caller to check: a conversation knows who edits it.
    """
    said = new.said
    rules.check_text(said.text, len(said.topic_ids))
    values = {
        "conversation_id": new.conversation_id,
        "entry_id": new.entry_id,
        "field": new.field,
        "status": BuildingBlockStatus.NOTED,
        "version": 1,
        "origin_key": new.origin_key,
        "is_example": new.is_example,
        "handed_in": False,
        "last_event": 0,
        "created_at": now(),
    }
    fresh = insert_unless_there(BuildingBlock, values, unique=("origin_key",))
    block = db.session.scalars(select(BuildingBlock).where(BuildingBlock.origin_key == new.origin_key)).one()
    if fresh:
        write_text(block, said, actor_id)
        append(block, Step.NOTE, BuildingBlockStatus.NOTED, actor_id=actor_id)
    return block.id


def submit_harvest(actor: Actor, conversation_id: int, numbers: Iterable[int] | None = None) -> int:
    """Hand in what was noted in a conversation, or these of it; returns how many were handed in now."""
    check_may_edit(conversation_id, actor)
    noted = select(BuildingBlock.id).where(
        BuildingBlock.conversation_id == conversation_id, BuildingBlock.status == BuildingBlockStatus.NOTED
    )
    if numbers is not None:
        noted = noted.where(BuildingBlock.id.in_(list(numbers)))
    blocks = locked(db.session.scalars(noted)).values()
    waiting = [block for block in blocks if block.status is BuildingBlockStatus.NOTED]
    for block in waiting:
        append(block, Step.SUBMIT, BuildingBlockStatus.SUBMITTED, actor_id=actor.account_id)
    # A page may have named a number before anything had it.
    for page_id in naming_pages(block.id for block in waiting):
        enqueue(FollowUp.TRACE_SOURCES, page=page_id)
    return len(waiting)


def accept(actor: Actor, move: Move) -> None:
    """Take a bouwsteen in among those that the guide may rest on."""
    take_step(actor, Step.ACCEPT, move)


def park(actor: Actor, move: Move) -> None:
    """Put a bouwsteen aside, with a reason that its conversation can read back."""
    take_step(actor, Step.PARK, move)


def withdraw(actor: Actor, move: Move) -> None:
    """Take a bouwsteen back; where a page rests on it, a marked stub is left."""
    if take_step(actor, Step.WITHDRAW, move):
        _render_where_used(move.number)


def reopen(actor: Actor, move: Move) -> None:
    """Bring back what was parked, merged or withdrawn; one that pages rest on is used at once."""
    block = take_step(actor, Step.REOPEN, move)
    if block is None:
        return
    former, block.merged_into_id = block.merged_into_id, None
    db.session.flush()
    set_used([block.id])
    set_unused([former] if former else [])
    _render_where_used(block.id)


def adjust(actor: Actor, move: Move, said: BlockText, *, hides: bool = False) -> None:
    """Write a next text of a bouwsteen; the former ones stay, and with `hides` only insiders read them.

    An equal text changes nothing.
    """
    rules.check_text(said.text, len(said.topic_ids))
    if said.topic_ids - set(db.session.scalars(select(Topic.id).where(Topic.id.in_(said.topic_ids)))):
        raise Invalid("unknown_choice", field="topics")
    if text_of(move.number) == said:
        return
    block = take_step(actor, Step.ADJUST, move, data={"hides": 1} if hides else {})
    if block is None:
        return
    block.version += 1
    write_text(block, said, actor.account_id)
    _render_where_used(block.id)


def merge(actor: Actor, move: Move, target: int) -> None:
    """Let another bouwsteen speak for this one; the end of the chain, where that one was merged itself."""
    end = final_numbers([target]).get(target)
    if end is None:
        raise Invalid("merge_target_unknown", field="target")
    both = locked((move.number, end))
    here, there = both.get(move.number), both[end]
    if here is not None and here.merged_into_id is None:
        same = here.status is there.status is BuildingBlockStatus.NOTED
        rules.check_target(
            number=move.number,
            target=end,
            target_status=there.status,
            same_harvest=same and here.conversation_id == there.conversation_id,
        )
    block = take_step(actor, Step.MERGE, move, data={"into": end})
    if block is None:
        return
    block.merged_into_id = end
    db.session.flush()
    set_used([end])
    _render_where_used(end)


def set_used(numbers: Iterable[int], **cause: int) -> None:
    """Say so of each of these on which a published page rests; of one that was merged, its target is said.

    `cause`: the ids of the page and the revision by which it came about, where it was one. What was not shown
    yet because it waited is shown from now on.
    """
    ends = set(final_numbers(numbers).values())
    used = used_numbers(ends)
    for number, block in locked(used).items():
        waited = block.status is not BuildingBlockStatus.ACCEPTED
        if take_automatic_step(block, Step.USE, {"pages": sorted(used[number]), **cause}) and waited:
            _render_where_used(number)


def set_unused(numbers: Iterable[int], **cause: int) -> None:
    """Set back each of these on which no published page rests any more; `cause` as for `set_used`."""
    ends = set(final_numbers(numbers).values())
    for block in locked(ends - used_numbers(ends).keys()).values():
        take_automatic_step(block, Step.UNUSE, cause)


def note_page(before: Iterable[int], after: Iterable[int], **cause: int) -> None:
    """Tell in its timeline that a bouwsteen in use came to rest on one page more, or on one less.

    `before` and `after` are what the page of `cause` named; the first page and the last are told with the
    change of status.
    """
    had, has = (set(final_numbers(numbers).values()) for numbers in (before, after))
    told = newest_steps(had ^ has)
    for number, block in locked(had ^ has).items():
        step = Step.USE if number in has else Step.UNUSE
        if block.status is BuildingBlockStatus.USED and told.get(number) != (step, cause.get("revision")):
            append(block, step, block.status, actor_id=None, data={**cause})


def _render_where_used(number: int) -> None:
    """Pages show the new text as soon as they are rendered again."""
    for page_id in page_ids_resting_on({number, *numbers_ending_in(number)}):
        enqueue(FollowUp.RENDER_PAGE, page=page_id)

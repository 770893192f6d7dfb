"""Harvesting: noting in one line, taking over the canvas, and bringing what was noted into shape."""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import select

from app.building_blocks import service as blocks
from app.building_blocks.chains import final_numbers
from app.building_blocks.harvesting import rules
from app.building_blocks.kinds import BuildingBlockStep
from app.building_blocks.models import BuildingBlock, BuildingBlockEvent, BuildingBlockRevision
from app.building_blocks.rules import MOST_TOPICS
from app.building_blocks.service import NewBuildingBlock
from app.building_blocks.texts import BlockText, text_of
from app.building_blocks.timeline import Move
from app.conversations.models import CanvasEntry
from app.conversations.queries import check_may_edit
from app.core.db import db
from app.core.errors import Conflict, Invalid, NotFound
from app.core.permissions import Actor


def note_line(actor: Actor, conversation_id: int, said: BlockText, *, key: str) -> int:
    """Note one line; the same key is the same line, however often a phone sends it. Returns its number.

    Raises `Conflict` when the key was used for other words: those must not be lost.
    """
    check_may_edit(conversation_id, actor)
    new = NewBuildingBlock(
        said=said, origin_key=rules.line_key(conversation_id, key), conversation_id=conversation_id
    )
    number = blocks.note(new, actor.account_id)
    first = select(BuildingBlockRevision.text).where(
        BuildingBlockRevision.block_id == number, BuildingBlockRevision.number == 1
    )
    if db.session.scalar(first) != said.text:
        raise Conflict("line_already_noted")
    return number


def take_over(actor: Actor, conversation_id: int, entry_ids: Iterable[int]) -> int:
    """Make a bouwsteen of each of these entries of the canvas or the model; returns how many there are.

    An entry that somebody took away meanwhile is left out.
    """
    check_may_edit(conversation_id, actor)
    wanted = select(CanvasEntry).where(
        CanvasEntry.conversation_id == conversation_id, CanvasEntry.id.in_(list(entry_ids))
    )
    entries = db.session.scalars(wanted.order_by(CanvasEntry.id)).all()
    if not entries:
        raise Invalid("entries_gone", field="entries")
    for entry in entries:
        said = BlockText(text=entry.text, model_part=entry.model_part)
        new = NewBuildingBlock(
            said=said,
            origin_key=rules.entry_key(entry.id),
            conversation_id=conversation_id,
            field=entry.field,
            entry_id=entry.id,
        )
        blocks.note(new, actor.account_id)
    return len(entries)


def reword(actor: Actor, move: Move, said: BlockText, earlier: Collection[str] = ()) -> None:
    """Write another text of what was noted; `earlier` is what this form sent without hearing of it.

    Raises `Conflict` when it was changed meanwhile, in another window of the same person too.
    """
    blocks.adjust(actor, _over_own_words(actor, move, earlier), said)


def split(actor: Actor, move: Move, said: Sequence[BlockText]) -> None:
    """Make several bouwstenen of one: the first text stays its own, each other becomes a new one."""
    if len(said) < 2:
        raise Invalid("nothing_to_split", field="text")
    block = _block_at(move.number)
    reword(actor, move, said[0])
    for text in said[1:]:
        new = NewBuildingBlock(
            said=text,
            origin_key=rules.split_key(move.number, move.seen_event, text.text),
            conversation_id=block.conversation_id,
            field=block.field,
            entry_id=block.entry_id,
        )
        blocks.note(new, actor.account_id)


def join(actor: Actor, moves: Sequence[Move]) -> int:
    """Let the first of several say it all and merge the others into it; returns its number."""
    if len(moves) < 2:
        raise Invalid("too_few_to_join", field="numbers")
    if set(final_numbers(move.number for move in moves).values()) == {moves[0].number}:
        return moves[0].number  # the same form, sent twice
    texts = [text_of(move.number) for move in moves]
    said = [text for text in texts if text is not None]
    if len(said) != len(moves):
        raise NotFound("block_unknown")
    reword(actor, moves[0], _joined(said))
    for move in moves[1:]:
        blocks.merge(actor, move, moves[0].number)
    return moves[0].number


def throw_away(actor: Actor, move: Move) -> None:
    """Take a noted bouwsteen out of the harvest; it can be brought back."""
    blocks.withdraw(actor, move)


def bring_back(actor: Actor, move: Move) -> None:
    """Put back what was thrown away."""
    blocks.reopen(actor, move)


def _joined(said: Sequence[BlockText]) -> BlockText:
    """Kind and part of the first that has one, and as many of the themes as one bouwsteen may have."""
    topics = dict.fromkeys(topic for text in said for topic in sorted(text.topic_ids))
    return BlockText(
        text=rules.joined_text(text.text for text in said),
        kind=said[0].kind,
        model_part=next((text.model_part for text in said if text.model_part), None),
        topic_ids=frozenset(list(topics)[:MOST_TOPICS]),
    )


def _over_own_words(actor: Actor, move: Move, earlier: Collection[str]) -> Move:
    """A form that saves itself may have missed the answer: over what it sent itself it may write again."""
    standing = text_of(move.number)
    if standing is None or standing.text not in earlier:
        return move
    since = select(BuildingBlockEvent.seq, BuildingBlockEvent.step, BuildingBlockEvent.actor_id).where(
        BuildingBlockEvent.block_id == move.number, BuildingBlockEvent.seq > move.seen_event
    )
    events = db.session.execute(since.order_by(BuildingBlockEvent.seq)).all()
    own = all(row.step is BuildingBlockStep.ADJUST and row.actor_id == actor.account_id for row in events)
    seen = events[-1].seq if events and own else move.seen_event
    return Move(number=move.number, seen_event=seen, reason=move.reason)


def _block_at(number: int) -> BuildingBlock:
    block = db.session.get(BuildingBlock, number)
    if block is None:
        raise NotFound("block_unknown")
    return block

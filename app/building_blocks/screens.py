"""What the screens about one bouwsteen have in common."""

from dataclasses import replace

from flask import abort

from app.building_blocks.kinds import BuildingBlockStatus
from app.building_blocks.queries import ShownBlock, blocks_by_id
from app.building_blocks.timeline import relation
from app.web.guards import current_actor


def block_at(number: int) -> ShownBlock:
    """The bouwsteen that a view is about.

    One that was not handed in is there for its conversation and the redactie only, and so are the words of
    one that was withdrawn: others find that it was there.
    """
    block = blocks_by_id([number], with_notes=True).get(number)
    if block is None:
        abort(404)
    if block.handed_in and block.status is not BuildingBlockStatus.WITHDRAWN:
        return block
    if is_insider(block):
        return block
    return replace(block, text="", topics=()) if block.handed_in else abort(404)


def is_insider(block: ShownBlock) -> bool:
    """Whether this person edits the conversation that it came from, or is of the redactie."""
    who = relation(current_actor(), block.conversation_number)
    return who.edits or who.curates

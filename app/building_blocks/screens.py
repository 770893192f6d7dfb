"""What the screens about one bouwsteen have in common."""

from flask import abort

from app.building_blocks.queries import ShownBlock, blocks_by_id
from app.building_blocks.timeline import relation
from app.web.guards import current_actor


def block_at(number: int) -> ShownBlock:
    """The bouwsteen that a view is about; one that was not handed in is there for its conversation only."""
    block = blocks_by_id([number], with_notes=True).get(number)
    if block is None:
        abort(404)
    if not block.handed_in:
        who = relation(current_actor(), block.conversation_number)
        if not (who.edits or who.curates):
            abort(404)
    return block

"""What waits for the redactie: the bouwstenen that were handed in, oldest first."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from app.building_blocks.blueprint import bp
from app.building_blocks.kinds import BuildingBlockStatus
from app.building_blocks.listing.forms import read_choice
from app.building_blocks.listing.queries import chosen_blocks, conversation_title
from app.building_blocks.listing.rules import BlockChoice
from app.building_blocks.similar_queries import similar_blocks
from app.core.permissions import Permission
from app.topics.queries import all_topics
from app.web.guards import current_actor, requires
from app.web.paging import paging

BLOCKS_AT_ONCE = 8


@bp.get("/redactie/bouwstenen")
@requires(Permission.CURATE)
def intake() -> ResponseReturnValue:
    """The chosen part of what waits, each with the bouwstenen that probably say the same."""
    asked = read_choice(request.args)
    choice = BlockChoice(
        topic=asked.topic, conversation=asked.conversation, status=BuildingBlockStatus.SUBMITTED
    )
    waiting = chosen_blocks(choice, current_actor())
    place = paging(waiting.count(), BLOCKS_AT_ONCE)
    blocks = waiting.rows(limit=place.limit, offset=place.offset, oldest_first=True)
    return render_template(
        "building_blocks/intake.html",
        blocks=blocks,
        similar=similar_blocks({block.number: block.text for block in blocks}, limit=3),
        paging=place,
        choice=choice,
        conversation_title=conversation_title(choice.conversation),
        topics=all_topics(),
        here=request.full_path.rstrip("?"),
    )

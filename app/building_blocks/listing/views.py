"""The list of bouwstenen, with a choice and words to search."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from app.building_blocks.blueprint import bp
from app.building_blocks.listing.forms import read_choice
from app.building_blocks.listing.queries import chosen_blocks, conversation_title
from app.building_blocks.words import KINDS, PARTS, STATUSES, word
from app.core.permissions import Permission
from app.topics.queries import all_topics
from app.web.guards import current_actor, requires
from app.web.paging import paging

BLOCKS_AT_ONCE = 25


@bp.get("/bouwstenen")
@requires(Permission.READ_CONVERSATIONS)
def index() -> ResponseReturnValue:
    """The chosen bouwstenen, the newest first."""
    choice = read_choice(request.args)
    chosen = chosen_blocks(choice, current_actor())
    place = paging(chosen.count(), BLOCKS_AT_ONCE)
    return render_template(
        "building_blocks/index.html",
        blocks=chosen.rows(limit=place.limit, offset=place.offset),
        paging=place,
        choice=choice,
        word=word,
        conversation_title=conversation_title(choice.conversation),
        options={"topics": all_topics(), "kinds": KINDS, "parts": PARTS, "statuses": STATUSES},
    )

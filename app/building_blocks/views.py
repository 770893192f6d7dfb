"""One bouwsteen: what it says, where it came from and what became of it. The other views stand apart."""

from flask import render_template
from flask.typing import ResponseReturnValue

from app.building_blocks.blueprint import bp
from app.building_blocks.deciding import views as deciding_views
from app.building_blocks.detail_queries import timeline_of
from app.building_blocks.following import views as following_views
from app.building_blocks.harvesting import views as harvesting_views
from app.building_blocks.importing import views as importing_views
from app.building_blocks.intake import views as intake_views
from app.building_blocks.listing import views as listing_views
from app.building_blocks.rules import possible_steps
from app.building_blocks.screens import block_at
from app.building_blocks.similar_queries import similar_blocks
from app.building_blocks.timeline import relation
from app.building_blocks.tracing import views as tracing_views
from app.building_blocks.use_queries import uses_of
from app.core.permissions import Permission
from app.threads.beside_queries import beside_block
from app.web.guards import current_actor, requires

__all__ = [
    "bp",
    "deciding_views",
    "following_views",
    "harvesting_views",
    "importing_views",
    "intake_views",
    "listing_views",
    "tracing_views",
]


@bp.get("/bouwstenen/<int:number>")
@requires(Permission.READ_CONVERSATIONS)
def show(number: int) -> ResponseReturnValue:
    """Everything that is known of a bouwsteen, and the steps that this person can take with it."""
    block = block_at(number)
    who = relation(current_actor(), block.conversation_number)
    return render_template(
        "building_blocks/show.html",
        block=block,
        steps=possible_steps(block.status, who, handed_in=block.handed_in),
        timeline=timeline_of(number, insider=who.edits or who.curates),
        uses=uses_of([number]).get(number, []),
        beside=beside_block(number),
        similar=similar_blocks({number: block.text})[number],
    )

"""Choosing a bouwsteen while typing."""

from flask import Response, jsonify, request

from app.building_blocks.blueprint import bp
from app.building_blocks.tracing.picking_queries import blocks_with_words
from app.core.permissions import Permission
from app.web.guards import requires
from app.web.labels import label

OFFERED = 8
LONGEST_WORDS = 60


@bp.get("/bouwstenen/kiezen")
@requires(Permission.PROPOSE)
def pick() -> Response:
    """A handful of bouwstenen with these words, for a script."""
    words = " ".join(request.args.get("woorden", "")[:LONGEST_WORDS].split())
    found = blocks_with_words(words, limit=OFFERED) if words else []
    return jsonify(
        bouwstenen=[{"nummer": one.number, "soort": label(one.kind), "tekst": one.text} for one in found]
    )

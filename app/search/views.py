"""Searching the guide."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.core.permissions import Permission
from app.search.block_hits import BLOCKS_SHOWN, block_hits, block_words
from app.search.facets import Choice, kind_facets, topic_facets
from app.search.results import answer, page_hits, topic_hits
from app.web.guards import current_actor, requires
from app.web.paging import paging

bp = Blueprint("search", __name__)

HITS_PER_PAGE = 20


@bp.get("/zoeken")
# Not stored: the index follows a publication a moment later than the number that stored answers go by.
@requires(Permission.READ, stored=False)
def results() -> ResponseReturnValue:
    """What was found for a question, in pieces, with the themes to narrow it down."""
    choice = Choice.of(request.args)
    answered = answer(choice.typed, choice.topic)
    piece = paging(len(answered.page_ids) if choice.pages else 0, HITS_PER_PAGE)
    shown = answered.page_ids[piece.offset : piece.offset + piece.limit] if choice.pages else ()
    return render_template(
        "search/results.html",
        choice=choice,
        answer=answered,
        topics=topic_hits(answered) if choice.topics and piece.page == 1 else [],
        pages=page_hits(answered, shown),
        blocks=block_hits(answered.query, choice, current_actor()) if piece.page == 1 else [],
        blocks_shown=BLOCKS_SHOWN,
        block_words=block_words(answered.query),
        piece=piece,
        topic_facets=topic_facets(choice, answered),
        kind_facets=kind_facets(choice, answered),
    )

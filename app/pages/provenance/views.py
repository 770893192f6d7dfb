"""Where every sentence of a page came from."""

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue

from app.building_blocks.tracing.queries import sources_of
from app.core.permissions import Permission
from app.pages.blueprint import bp, may_read_conversations, names_shown, page_at
from app.pages.history_queries import chosen_revisions
from app.pages.provenance.reading import traced_text
from app.pages.texts import revision_text
from app.proposals.publication_queries import proposals_behind
from app.web.guards import current_actor, requires

AS_LIST = "lijst"


@bp.get("/pagina/<slug>/herkomst")
@requires(Permission.READ)
def provenance(slug: str) -> ResponseReturnValue:
    """The present text, each sentence with who wrote it, when, why, and what it rests on."""
    head = page_at(slug, even_archived=True)
    text = revision_text(head.revision_id)
    if text is None:
        abort(404)
    traced = traced_text(text)
    origins = chosen_revisions(traced.shares, names=names_shown())
    proposals = proposals_behind(traced.shares) if current_actor().signed_in else {}
    name = "list" if request.args.get("weergave") == AS_LIST else "text"
    return render_template(
        f"provenance/{name}.html",
        page=head,
        traced=traced,
        origins=origins,
        proposals=proposals,
        sources=sources_of(traced.html, conversations=may_read_conversations()),
    )

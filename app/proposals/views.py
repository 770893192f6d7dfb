"""Reading proposals: the lists, and one by itself. The other views put themselves on the same blueprint."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from app.core.permissions import Permission
from app.pages.queries import PageHead, page_head
from app.proposals import deciding_views, sending_views
from app.proposals.blueprint import bp
from app.proposals.checking import views as checking_views
from app.proposals.figures import views as figures_views
from app.proposals.joining import views as joining_views
from app.proposals.merging import views as merging_views
from app.proposals.parts import views as parts_views
from app.proposals.presence import views as presence_views
from app.proposals.proposal_page import proposal_page
from app.proposals.queries import ProposalList, all_open, mine, open_for_page
from app.proposals.queue import views as queue_views
from app.proposals.reviewing import views as reviewing_views
from app.proposals.undoing import views as undoing_views
from app.web.guards import current_actor, requires
from app.web.paging import paging

__all__ = [
    "bp",
    "checking_views",
    "deciding_views",
    "figures_views",
    "joining_views",
    "merging_views",
    "parts_views",
    "presence_views",
    "queue_views",
    "reviewing_views",
    "sending_views",
    "undoing_views",
]

PROPOSALS_AT_ONCE = 25


@bp.get("/voorstellen")
@requires(Permission.READ_NAMES)
def index() -> ResponseReturnValue:
    """One's own proposals, all that are not decided, or those of one page."""
    shown, chosen, page = _chosen_list()
    place = paging(chosen.count(), PROPOSALS_AT_ONCE)
    proposals = chosen.rows(limit=place.limit, offset=place.offset)
    return render_template("proposals/index.html", shown=shown, proposals=proposals, paging=place, page=page)


def _chosen_list() -> tuple[str, ProposalList, PageHead | None]:
    actor = current_actor()
    if page := page_head(request.args.get("pagina", "")):
        return "pagina", open_for_page(page.id), page
    if request.args.get("lijst", "mijn") == "mijn" and actor.may(Permission.PROPOSE):
        return "mijn", mine(actor.account_id or 0), None
    return "open", all_open(), None


@bp.get("/voorstellen/<int:proposal_id>")
@requires(Permission.READ_NAMES)
def show(proposal_id: int) -> ResponseReturnValue:
    """One proposal: what it changes and why, how it came here, and what this person can do with it."""
    return proposal_page(proposal_id)

"""The list of conversations: to join, one's own, and those that were held."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from app.conversations import list_queries
from app.conversations.blueprint import bp
from app.conversations.facilitating.queries import parts_asked_of
from app.conversations.progress.queries import host_progress
from app.core.clock import now
from app.core.permissions import Permission
from app.web.guards import current_actor, requires
from app.web.paging import paging

AT_ONCE = 20
TO_JOIN, OWN, HELD = "meedoen", "mijn", "gevoerd"


@bp.get("/gesprekken")
@requires(Permission.READ_CONVERSATIONS)
def index() -> ResponseReturnValue:
    """The list that is asked for; without asking, what one can join."""
    shown = request.args.get("lijst", TO_JOIN)
    shown = shown if shown in {TO_JOIN, OWN, HELD} else TO_JOIN
    wanted = _wanted(shown)
    account_id = current_actor().account_id or 0
    place = paging(list_queries.count(wanted), AT_ONCE)
    return render_template(
        "conversations/index.html",
        shown=shown,
        conversations=list_queries.listed(wanted, limit=place.limit, offset=place.offset),
        paging=place,
        asked=parts_asked_of(account_id),
        progress=host_progress(account_id) if shown == OWN else None,
    )


def _wanted(shown: str) -> list_queries.Wanted:
    if shown == OWN:
        return list_queries.of_account(current_actor().account_id or 0)
    return list_queries.held() if shown == HELD else list_queries.to_join(now())

"""The kettingreactie: which conversations came from which."""

from flask import render_template
from flask.typing import ResponseReturnValue

from app.conversations.blueprint import bp
from app.conversations.chain.queries import chain_of, chains, count_roots
from app.conversations.queries import conversation_at, may_edit
from app.core.permissions import Permission
from app.web.guards import current_actor, requires
from app.web.paging import paging

CHAINS_AT_ONCE = 10


@bp.get("/kettingreactie")
@requires(Permission.READ_CONVERSATIONS)
def chain_reaction() -> ResponseReturnValue:
    """Every conversation that others came from, with those others below it."""
    place = paging(count_roots(), CHAINS_AT_ONCE)
    return render_template(
        "conversations/chain.html", chains=chains(limit=place.limit, offset=place.offset), paging=place
    )


@bp.get("/gesprekken/<int:number>/vervolg")
@requires(Permission.READ_CONVERSATIONS)
def follow_up(number: int) -> ResponseReturnValue:
    """What comes after a conversation: telling the participants, and the next one."""
    conversation = conversation_at(number)
    return render_template(
        "conversations/follow_up.html",
        conversation=conversation,
        chain=chain_of(number),
        followed=conversation_at(conversation.follows) if conversation.follows else None,
        may_edit=may_edit(number, current_actor()),
    )

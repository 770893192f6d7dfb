"""Everything about conversations; the page of one of them, from which its four steps are reached."""

from flask import render_template
from flask.typing import ResponseReturnValue

from app.conversations import list_views
from app.conversations.blueprint import bp
from app.conversations.canvas import views as canvas
from app.conversations.gallery import views as gallery
from app.conversations.inviting import views as inviting
from app.conversations.inviting.summary import inviting_summary
from app.conversations.planning import views as planning
from app.conversations.planning.queries import tasks_of
from app.conversations.queries import conversation_at, may_edit, members_of, units_of
from app.core.clock import today
from app.core.permissions import Permission
from app.web.guards import current_actor, requires

# The others put their views on the same blueprint when they are imported.
__all__ = ["bp", "canvas", "gallery", "inviting", "list_views", "planning"]


@bp.get("/gesprekken/<int:number>")
@requires(Permission.READ_CONVERSATIONS)
def show(number: int) -> ResponseReturnValue:
    """One conversation: what it is, and what can be done in each of its steps."""
    conversation, units, actor = conversation_at(number), units_of(number), current_actor()
    editable = may_edit(number, actor)
    return render_template(
        "conversations/show.html",
        conversation=conversation,
        members=members_of(number),
        units=units,
        may_edit=editable,
        tasks=tasks_of(number, today()) if editable else (),
        inviting=inviting_summary(conversation, units, actor.account_id),
    )

"""The page of one conversation, also as what a form on it answers with."""

from collections.abc import Mapping

from flask import Response, make_response, render_template

from app.building_blocks.tracing.fed_queries import sentences_fed_by
from app.conversations.chain.queries import follow_ups_of
from app.conversations.codes import shown_code
from app.conversations.inviting.summary import inviting_summary
from app.conversations.planning.queries import tasks_of
from app.conversations.progress.rules import is_to_come, steps_from
from app.conversations.queries import conversation_at, members_of, units_of
from app.conversations.rules import may_edit
from app.core.clock import today
from app.core.submissions import new_key
from app.web.guards import current_actor


def hub(
    number: int,
    *,
    errors: Mapping[str, str] | None = None,
    typed: str = "",
    refused: str | None = None,
) -> Response:
    """Everything about a conversation, by step; 422 or 409 when one of its forms could not be followed.

    `typed` is the number of participants as it was typed.
    """
    conversation, members, units = conversation_at(number), members_of(number), units_of(number)
    actor = current_actor()
    own = [member for member in members if member.account_id == actor.account_id]
    editable = may_edit(actor, [member.answer for member in own])
    to_come = is_to_come(conversation.starts_at, today())
    page = render_template(
        "conversations/show.html",
        conversation=conversation,
        members=members,
        units=units,
        may_edit=editable,
        asked=[member for member in own if member.answer == "asked"],
        tasks=tasks_of(number, today()) if editable else (),
        steps=steps_from(conversation.status, to_come=to_come) if editable else (),
        code=shown_code(conversation.code) if editable else None,
        inviting=inviting_summary(conversation, units, actor.account_id),
        follow_ups=follow_ups_of(number),
        fed=sentences_fed_by(number),
        errors=errors or {},
        typed=typed,
        refused=refused,
        key=new_key(),
    )
    return make_response(page, 409 if refused else 422 if errors else 200)

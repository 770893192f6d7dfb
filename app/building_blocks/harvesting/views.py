"""Harvesting over HTTP: the screen of the conversation itself, and noting a line on it."""

from flask import flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.accounts.name_queries import known_names
from app.building_blocks.blueprint import bp
from app.building_blocks.harvesting import service, shaping_views
from app.building_blocks.harvesting.forms import FIELDS, TypedLine, read_line
from app.building_blocks.harvesting.hold_page import hold_page, state_piece
from app.building_blocks.harvesting.queries import with_findings
from app.building_blocks.queries import blocks_by_id
from app.conversations.holding.rules import kept_address
from app.conversations.queries import edited_conversation
from app.core.db import unit_of_work
from app.core.errors import Conflict, Invalid
from app.core.permissions import Permission
from app.topics.queries import all_topics
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message
from app.web.queued import is_queued, queued_answer

__all__ = ["bp", "shaping_views"]


@bp.get("/gesprekken/<int:number>/voeren")
@requires(Permission.CONVERSE)
def hold(number: int) -> ResponseReturnValue:
    """The screen to share: the clock, one question large, and the harvest."""
    return hold_page(edited_conversation(number, current_actor()), TypedLine())


@bp.get("/gesprekken/<int:number>/voeren/stand")
@requires(Permission.CONVERSE)
def state(number: int) -> ResponseReturnValue:
    """What was noted on any screen, and which part the clock is at; nothing when that was known already."""
    answer = make_response(state_piece(edited_conversation(number, current_actor())))
    answer.add_etag(weak=True)
    return answer.make_conditional(request)


@bp.post("/gesprekken/<int:number>/oogst/noteer")
@requires(Permission.CONVERSE, restores=True)
def note_line(number: int) -> ResponseReturnValue:
    """Note one line; a script that waited for a connection gets the line as it stands in the list."""
    conversation, reader = edited_conversation(number, current_actor()), FormReader(request.form)
    typed = read_line(reader)
    if is_queued():
        return queued_answer(reader, lambda: _noted_row(_note(number, typed)))
    try:
        if reader.ok:
            _note(number, typed)
            return _noted(number)
    except Invalid as error:
        reader.fail(FIELDS[error.field], error.code, **error.facts)
    except Conflict as error:
        return hold_page(conversation, TypedLine(line=typed.line), refused=message(error.code, **error.facts))
    return hold_page(conversation, typed, reader.errors)


def _note(number: int, typed: TypedLine) -> int:
    said = typed.said(all_topics())
    with unit_of_work():
        return service.note_line(current_actor(), number, said, key=typed.key)


def _noted_row(block_number: int) -> str:
    block = blocks_by_id([block_number], with_notes=True)[block_number]
    (row,) = with_findings([block], known_names())
    return render_template("harvesting/_noted_row.html", row=row)


def _noted(number: int) -> ResponseReturnValue:
    flash(message("line_noted"), "ok")
    return redirect(f"{url_for('.hold', number=number, **kept_address(request.args))}#noteer", 303)

"""Saying how far a conversation has come, on its own page."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.building_blocks.queries import has_handed_in
from app.conversations.blueprint import bp
from app.conversations.progress import service
from app.conversations.progress.kinds import ConversationStep
from app.conversations.queries import conversation_at
from app.conversations.screens import hub
from app.core.db import unit_of_work
from app.core.errors import Conflict, Invalid
from app.core.permissions import Permission
from app.core.submissions import new_key
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message

DONE = {
    ConversationStep.HOLD: "conversation_held",
    ConversationStep.HARVEST: "conversation_harvested",
    ConversationStep.REPORT: "conversation_reported",
    ConversationStep.CANCEL: "conversation_cancelled",
    ConversationStep.RESUME: "conversation_resumed",
    ConversationStep.UNDO: "conversation_step_undone",
}


@bp.post("/gesprekken/<int:number>/stap")
@requires(Permission.CONVERSE)
def take_step(number: int) -> ResponseReturnValue:
    """Take the step whose button was pressed."""
    conversation_at(number)
    reader = FormReader(request.form)
    step = reader.choice("stap", ConversationStep)
    participants, key = reader.identifier("deelnemers"), reader.line("sleutel") or new_key()
    try:
        if reader.ok and step:
            handed_in = has_handed_in(number)
            move = service.Move(number=number, step=step, participants=participants, handed_in=handed_in)
            with unit_of_work():
                url = service.take_step(current_actor(), move, key=key)
            flash(message(DONE[step]), "ok")
            return redirect(url, 303)
    except Invalid as error:
        reader.fail("deelnemers", error.code, **error.facts)
    except Conflict as error:
        return hub(number, refused=message(error.code, **error.facts))
    return hub(number, errors=reader.errors, typed=request.form.get("deelnemers", ""))


@bp.post("/gesprekken/<int:number>/code")
@requires(Permission.CONVERSE)
def renew_code(number: int) -> ResponseReturnValue:
    """Give the conversation another code."""
    conversation_at(number)
    seen = FormReader(request.form).line("gezien")
    try:
        with unit_of_work():
            service.renew_code(current_actor(), number, seen=seen)
    except Conflict as error:
        return hub(number, refused=message(error.code))
    flash(message("code_renewed"), "ok")
    return redirect(url_for("conversations.show", number=number, _anchor="vervolg"), 303)

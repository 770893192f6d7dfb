"""The closing round and the model while a conversation is held; the screen itself stands with its harvest."""

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.conversations.blueprint import bp
from app.conversations.holding import clock, service
from app.conversations.holding.forms import (
    TypedWord,
    read_clock_step,
    read_closing_word,
    read_entry,
)
from app.conversations.holding.queries import ModelLine, closing_round, closing_rounds_of
from app.conversations.holding.rules import kept_address
from app.conversations.kinds import Mood
from app.conversations.queries import ShownConversation, edited_conversation
from app.core.db import unit_of_work
from app.core.errors import Invalid
from app.core.permissions import Permission
from app.web.form_page import form_page
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message
from app.web.queued import is_queued, queued_answer


@bp.get("/gesprekken/<int:number>/rondje")
@requires(Permission.CONVERSE)
def closing(number: int) -> ResponseReturnValue:
    """One tap for each participant; the screen goes round the table."""
    return _form(edited_conversation(number, current_actor()), TypedWord())


@bp.post("/gesprekken/<int:number>/rondje")
@requires(Permission.CONVERSE, restores=True)
def send_closing(number: int) -> ResponseReturnValue:
    """Keep one answer and give the screen to the next."""
    conversation, reader = edited_conversation(number, current_actor()), FormReader(request.form)
    typed = read_closing_word(reader)
    if is_queued():
        return queued_answer(reader, lambda: _keep_word(number, typed))
    if reader.ok:
        _keep_word(number, typed)
        flash(message("closing_word_kept"), "ok")
        return redirect(url_for(".closing", number=number), 303)
    return _form(conversation, typed, reader.errors)


@bp.get("/gesprekken/<int:number>/rondje/uitslag")
@requires(Permission.CONVERSE)
def closing_result(number: int) -> ResponseReturnValue:
    """How this conversation was, and how all of one's own were."""
    return render_template(
        "conversations/closing_result.html",
        conversation=edited_conversation(number, current_actor()),
        here=closing_round(number),
        all_of_mine=closing_rounds_of(current_actor().account_id or 0),
    )


@bp.post("/gesprekken/<int:number>/voeren/klok")
@requires(Permission.CONVERSE)
def move_clock(number: int) -> ResponseReturnValue:
    """Begin, go to the next part or back; every screen of this conversation shows it."""
    edited_conversation(number, current_actor())
    typed = read_clock_step(FormReader(request.form))
    if typed.step:
        with unit_of_work():
            clock.move_clock(current_actor(), number, typed.step, typed.seen)
    return _at(number, "klok")


@bp.post("/gesprekken/<int:number>/voeren/model")
@requires(Permission.CONVERSE)
def write_in_model(number: int) -> ResponseReturnValue:
    """Write one line in a part of the model."""
    edited_conversation(number, current_actor())
    reader = FormReader(request.form)
    new = read_entry(reader)

    def write() -> str:
        with unit_of_work():
            entry_id = service.write_in_model(current_actor(), number, new)
        line = ModelLine(entry_id, new.part, new.text, new.group_number)
        return render_template("harvesting/_model_line.html", line=line)

    if is_queued():
        return queued_answer(reader, write)
    if not reader.ok and not new.text:
        flash(message("entry_incomplete"), "warning")
        return _at(number, "model")
    if not reader.ok:
        raise Invalid("entry_incomplete", field="tekst")
    write()
    return _back(number, "entry_noted")


@bp.post("/gesprekken/<int:number>/voeren/groepen")
@requires(Permission.CONVERSE)
def join_groups(number: int) -> ResponseReturnValue:
    """Put what the groups wrote together."""
    edited_conversation(number, current_actor())
    with unit_of_work():
        service.join_groups(current_actor(), number)
    return _back(number, "groups_joined")


def _keep_word(number: int, typed: TypedWord) -> str:
    """Keep it; nothing of it is shown to whoever has the screen next."""
    if typed.mood:
        with unit_of_work():
            service.say_how_it_was(current_actor(), number, typed.mood, typed.line, key=typed.key)
    return ""


def _form(
    conversation: ShownConversation, typed: TypedWord, errors: dict[str, str] | None = None
) -> Response:
    return form_page(
        "conversations/closing.html",
        errors,
        conversation=conversation,
        typed=typed,
        moods=tuple(Mood),
    )


def _back(number: int, code: str) -> ResponseReturnValue:
    flash(message(code), "ok")
    return _at(number, "model")


def _at(number: int, place: str) -> ResponseReturnValue:
    kept = kept_address(request.args)
    return redirect(url_for("building_blocks.hold", number=number, _anchor=place, **kept), 303)

"""The screens of canvas and model: every colleague reads, who may edit the conversation fills in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from flask import Response, flash, jsonify, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.conversations.canvas import service
from app.conversations.canvas.checking import CheckedSheet, check_sheet
from app.conversations.canvas.forms import (
    CORE,
    NOTES,
    REASON,
    SEEN,
    TypedSheet,
    read_sheet,
    seen_value,
    sheet_as_it_is,
)
from app.conversations.canvas.picture import model_drawing
from app.conversations.canvas.queries import Entries, earlier_lines_of, entries_of, words_of
from app.conversations.canvas.rules import Clash
from app.conversations.canvas.sheets import FIELD_NAMES, MODEL, Sheet
from app.conversations.canvas.written import Saved, TypedNotes
from app.conversations.queries import ShownConversation, conversation_at, edited_conversation, may_edit
from app.core.clock import now
from app.core.db import unit_of_work
from app.core.errors import Conflict, DomainError, Invalid
from app.web.dates import clock_time
from app.web.forms import FormReader
from app.web.guards import current_actor
from app.web.kept_forms import RESUMED_FIELD
from app.web.messages import message

SAVED = {"canvas": "canvas_saved", "model": "model_saved"}


def show(sheet: Sheet, number: int) -> Response:
    """The sheet as it is now."""
    conversation, entries = conversation_at(number), entries_of(number)
    return _page(sheet, conversation, entries, sheet_as_it_is(conversation, entries, sheet))


def to_take_along(sheet: Sheet, number: int) -> CheckedSheet:
    """The sheet for paper or a picture, without what may point at a person: it goes from hand to hand.

    The notes and the reason of the closing question are not on it.
    """
    conversation = replace(conversation_at(number), notes="", core_reason="")
    return check_sheet(sheet, conversation, entries_of(number), may_edit=False)


def answer(sheet: Sheet, number: int) -> ResponseReturnValue:
    """Keep what was typed; where somebody else changed the same line, show both."""
    conversation, reader = edited_conversation(number, current_actor()), FormReader(request.form)
    typed = read_sheet(reader, sheet)
    try:
        if reader.ok:
            saved = _keep(sheet, number, typed)
            return _kept(sheet, number, saved)
    except Invalid as error:
        reader.refuse(error)
    except Conflict as error:
        fresh = conversation_at(number)
        return _page(sheet, fresh, entries_of(number), _seen_again(typed, fresh), refused=error)
    return _page(sheet, conversation, entries_of(number), typed, errors=reader.errors)


def answer_script(sheet: Sheet, number: int) -> ResponseReturnValue:
    """Keep what is being typed; the answer is for the script of the form."""
    reader = FormReader(request.form)
    typed = replace(read_sheet(reader, sheet), put_back=())  # the script cannot show it; the button can
    if not reader.ok:
        return jsonify(fout=next(iter(reader.errors.values()))), 422
    try:
        saved = _keep(sheet, number, typed)
    except DomainError as error:
        return jsonify(fout=message(error.code, **error.facts)), error.status
    return jsonify(
        velden=_known_from_now_on(saved, typed, conversation_at(number)),
        adres=_address(sheet, number),
        tijd=clock_time(now()),
        melding=" ".join(message("canvas_clash", was=clash.was) for clash in saved.clashes) or None,
    )


def _keep(sheet: Sheet, number: int, typed: TypedSheet) -> Saved:
    with unit_of_work():
        return service.write_down(current_actor(), number, typed.written(sheet))


def _kept(sheet: Sheet, number: int, saved: Saved) -> ResponseReturnValue:
    if not saved.clashes:
        flash(message(SAVED[sheet.name]), "ok")
        return redirect(_address(sheet, number), 303)
    conversation, entries = conversation_at(number), entries_of(number)
    typed = sheet_as_it_is(conversation, entries, sheet)
    return _page(sheet, conversation, entries, typed, clashes=saved.clashes)


def _known_from_now_on(saved: Saved, typed: TypedSheet, conversation: ShownConversation) -> dict[str, str]:
    """The hidden fields of the form, so that the next save goes on from this one."""
    part = conversation.core_part
    return {
        **{f"{SEEN}{FIELD_NAMES[target]}": seen_value(lines) for target, lines in saved.seen.items()},
        f"{SEEN}{NOTES}": typed.notes.text,
        f"{SEEN}{CORE}": part.value if part else "",
        f"{SEEN}{REASON}": conversation.core_reason,
    }


def _seen_again(typed: TypedSheet, conversation: ShownConversation) -> TypedSheet:
    """What was typed, now that its writer is shown what the others made of it: saving again is a choice."""
    core = replace(typed.core, seen_part=conversation.core_part, seen_reason=conversation.core_reason)
    return replace(typed, notes=TypedNotes(conversation.notes, typed.notes.text), core=core)


def _address(sheet: Sheet, number: int) -> str:
    return url_for(f"conversations.{sheet.name}", number=number)


def _page(
    sheet: Sheet,
    conversation: ShownConversation,
    entries: Entries,
    typed: TypedSheet,
    *,
    errors: Mapping[str, str] | None = None,
    clashes: Sequence[Clash] = (),
    refused: Conflict | None = None,
) -> Response:
    errors = dict(errors or {})
    resumed = errors.pop(RESUMED_FIELD, None)
    edits = may_edit(conversation.number, current_actor())
    checked = check_sheet(sheet, conversation, entries, may_edit=edits)
    page = render_template(
        f"conversations/canvas/{sheet.name}.html",
        conversation=checked.conversation,
        sheet=sheet,
        names=FIELD_NAMES,
        typed=typed,
        entries=checked.entries,
        checked=checked,
        earlier=earlier_lines_of(conversation, entries) if edits else {},
        drawing=model_drawing(words_of(checked.entries)) if sheet is MODEL else None,
        may_edit=edits,
        errors=errors,
        resumed=resumed,
        clashes=clashes,
        refused=message(refused.code, **refused.facts) if refused else None,
        moved_on=refused.code if refused else None,
        address=_address(sheet, conversation.number),
    )
    return make_response(page, 409 if refused else 422 if errors or resumed else 200)

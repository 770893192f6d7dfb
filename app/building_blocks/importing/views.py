"""Bouwstenen from a file: the form, and what became of each row."""

from typing import Any

from flask import Response, request
from flask.typing import ResponseReturnValue

from app.building_blocks.blueprint import bp
from app.building_blocks.importing import service
from app.building_blocks.importing.checking import Checked, read_file
from app.building_blocks.importing.forms import TypedImport, read_import, sentences
from app.building_blocks.importing.placing import named_conversations, place
from app.building_blocks.importing.queries import closed_conversations, topics_by_name
from app.building_blocks.importing.rows import number_in
from app.building_blocks.listing.queries import conversation_title
from app.conversations.queries import may_edit
from app.core.db import unit_of_work
from app.core.errors import Invalid
from app.core.permissions import Permission
from app.web.form_page import form_page
from app.web.forms import FormReader
from app.web.guards import current_actor, requires


@bp.get("/bouwstenen/importeren")
@requires(Permission.CONVERSE)
def import_form() -> ResponseReturnValue:
    """The form, with the forms that a file may have explained."""
    return _form(TypedImport(conversation=number_in(request.args.get("gesprek", ""))))


@bp.post("/bouwstenen/importeren")
@requires(Permission.CONVERSE, restores=True)
def send_import() -> ResponseReturnValue:
    """Keep the good rows, and name the others."""
    reader, typed, content = read_import(request)
    try:
        if reader.ok and _may_add_to(typed.conversation, reader):
            return _kept(typed, read_file(content, topics_by_name()))
    except Invalid as error:
        reader.refuse(error)
    return _form(typed, errors=reader.errors)


def _may_add_to(chosen: int | None, reader: FormReader) -> bool:
    """Whether there is nothing against the conversation of the form; the file may name one instead."""
    if chosen is not None and conversation_title(chosen) is None:
        reader.fail("gesprek", "conversation_unknown")
    elif chosen is not None and not may_edit(chosen, current_actor()):
        reader.fail("gesprek", "not_your_conversation")
    return reader.ok


def _kept(typed: TypedImport, checked: Checked) -> Response:
    named = named_conversations(checked.found, typed.conversation)
    placed = place(checked, typed.conversation, closed_conversations(named, current_actor()))
    with unit_of_work():
        kept = service.keep(placed.found, current_actor().account_id)
    troubles = sentences(placed.troubles)
    return _form(typed, kept=kept, troubles=troubles, counted=checked.counted)


def _form(typed: TypedImport, **facts: Any) -> Response:
    return form_page("building_blocks/import.html", facts.pop("errors", None), typed=typed, **facts)

"""Beeldverslagen: looking, adding, changing words and order, taking out, and reacting to the shared one."""

from dataclasses import replace

from flask import flash, redirect, request
from flask.typing import ResponseReturnValue

from app.conversations.blueprint import bp
from app.conversations.gallery import rules, screens, service
from app.conversations.gallery.forms import (
    FIELDS,
    TypedPicture,
    picture_as_it_is,
    read_file,
    read_picture,
    read_reaction,
)
from app.conversations.gallery.queries import ShownPicture, awaits_answer, picture_at
from app.conversations.queries import check_may_edit, edited_conversation
from app.core.db import unit_of_work
from app.core.errors import Conflict, Forbidden, Invalid
from app.core.permissions import Permission
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message
from app.web.naming import CONFIRMED, check_names


@bp.get("/gesprekken/<int:number>/beeldverslag")
@requires(Permission.READ_CONVERSATIONS)
def gallery(number: int) -> ResponseReturnValue:
    """The beeldverslag of one conversation."""
    return screens.show(number, TypedPicture())


@bp.post("/gesprekken/<int:number>/beeldverslag")
@requires(Permission.CONVERSE, restores=True)
def add_picture(number: int) -> ResponseReturnValue:
    """Put a picture, or an object with its story, in the beeldverslag of a conversation."""
    edited_conversation(number, current_actor())
    return _add(number)


@bp.get("/beeldverslag")
@requires(Permission.READ_CONVERSATIONS)
def shared_gallery() -> ResponseReturnValue:
    """The growing beeldverslag of the whole."""
    return screens.show_shared()


@bp.post("/beeldverslag")
@requires(Permission.CONVERSE, restores=True)
def add_shared_picture() -> ResponseReturnValue:
    """Add to the shared beeldverslag."""
    return _add(None)


@bp.get("/beeldverslag/<int:picture_id>")
@requires(Permission.CONVERSE)
def picture(picture_id: int) -> ResponseReturnValue:
    """The words of a picture, to change."""
    found = _own(picture_id)
    return screens.edit(found, picture_as_it_is(found))


@bp.post("/beeldverslag/<int:picture_id>")
@requires(Permission.CONVERSE, restores=True)
def change_picture(picture_id: int) -> ResponseReturnValue:
    """Put other words with a picture."""
    found, reader = _own(picture_id), FormReader(request.form)
    typed = read_picture(reader)
    check_names(reader, typed.texts, confirmed=typed.confirmed)
    try:
        if reader.ok:
            with unit_of_work():
                url = service.change_words(current_actor(), picture_id, typed.words, seen=typed.seen)
            return _done(url, "picture_changed")
    except Invalid as error:
        reader.fail(FIELDS[error.field], error.code, **error.facts)
    except Conflict as error:
        fresh = picture_at(picture_id)
        again = replace(typed, seen=fresh.words.fingerprint)
        return screens.edit(fresh, again, refused=message(error.code))
    return screens.edit(found, typed, reader.errors)


@bp.post("/beeldverslag/<int:picture_id>/verplaatsen")
@requires(Permission.CONVERSE)
def move_picture(picture_id: int) -> ResponseReturnValue:
    """Move a picture one place up or down."""
    with unit_of_work():
        url = service.move(current_actor(), picture_id, up=request.form.get("kant") == "op")
    return redirect(f"{url}#beeld-{picture_id}", 303)


@bp.post("/beeldverslag/<int:picture_id>/weghalen")
@requires(Permission.CONVERSE)
def remove_picture(picture_id: int) -> ResponseReturnValue:
    """Take a picture out, after the page asked whether that was meant."""
    with unit_of_work():
        url = service.remove(current_actor(), picture_id)
    return _done(url, "picture_removed")


@bp.post("/beeldverslag/<int:picture_id>/delen")
@requires(Permission.CONVERSE)
def share_picture(picture_id: int) -> ResponseReturnValue:
    """Show a picture of a conversation in the shared one as well, after the warning if it needs one."""
    found, reader = _own(picture_id), FormReader(request.form)
    same_words = reader.line("gezien") == found.words.fingerprint
    check_names(reader, picture_as_it_is(found).texts, confirmed=reader.flag(CONFIRMED) and same_words)
    if not reader.ok:
        return screens.ask_before_sharing(found)
    with unit_of_work():
        url = service.share(current_actor(), picture_id)
    return _done(url, "picture_shared")


@bp.post("/beeldverslag/reacties")
@requires(Permission.CONVERSE, restores=True)
def react() -> ResponseReturnValue:
    """Say what is missing in the shared beeldverslag."""
    reader = FormReader(request.form)
    typed = read_reaction(reader)
    check_names(reader, {"reactie": typed.text}, confirmed=typed.confirmed)
    try:
        if reader.ok:
            with unit_of_work():
                url = service.react(current_actor(), typed.text, key=typed.key)
            return _done(url, "reaction_sent")
    except Invalid as error:
        reader.fail(FIELDS[error.field], error.code, **error.facts)
    return screens.show_shared(reaction=typed, errors=reader.errors)


@bp.post("/beeldverslag/reacties/<int:reaction_id>")
@requires(Permission.CURATE, restores=True)
def answer_reaction(reaction_id: int) -> ResponseReturnValue:
    """Answer what somebody misses."""
    reader = FormReader(request.form)
    typed = read_reaction(reader)
    if awaits_answer(reaction_id):  # else no form is left to come back in: the refusal shows what was typed
        check_names(reader, {f"reactie-{reaction_id}": typed.text}, confirmed=typed.confirmed)
    try:
        if reader.ok:
            with unit_of_work():
                url = service.answer_reaction(current_actor(), reaction_id, typed.text)
            return _done(url, "reaction_is_answered")
    except Invalid as error:
        reader.fail(f"{FIELDS[error.field]}-{reaction_id}", error.code, **error.facts)
    return screens.show_shared(reaction=typed, answering=reaction_id, errors=reader.errors)


def _add(number: int | None) -> ResponseReturnValue:
    reader = FormReader(request.form)
    typed = read_picture(reader)
    check_names(reader, typed.texts, confirmed=typed.confirmed)
    try:
        if reader.ok:
            file = read_file(request)
            with unit_of_work():
                url = service.add_picture(current_actor(), number, file, typed.words, key=typed.key)
            return _done(url, "picture_added")
    except Invalid as error:
        reader.fail(FIELDS[error.field], error.code, **error.facts)
    return screens.show(number, typed, reader.errors)


def _own(picture_id: int) -> ShownPicture:
    """A picture that this person may change."""
    found, actor = picture_at(picture_id), current_actor()
    if found.number is not None:
        check_may_edit(found.number, actor)
    elif not rules.may_change_shared(actor, found.added_by_id):
        raise Forbidden("not_allowed")
    return found


def _done(url: str, code: str) -> ResponseReturnValue:
    flash(message(code), "ok")
    return redirect(url, 303)

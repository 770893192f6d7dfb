"""The messages of a conversation: to copy, to take along as mail, and to change."""

from dataclasses import replace

from flask import Response, abort, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.accounts.name_queries import known_names
from app.building_blocks.queries import blocks_of
from app.conversations.blueprint import bp
from app.conversations.inviting.facts import ConversationFacts
from app.conversations.inviting.messages import eml, service
from app.conversations.inviting.messages.forms import (
    FIELDS,
    WORDS,
    TypedMessage,
    kind_in,
    read_message,
)
from app.conversations.inviting.messages.queries import changed_messages
from app.conversations.inviting.messages.shown import ShownMessage, shown_message
from app.conversations.inviting.messages.texts import kinds_to_send, suggested_statement
from app.conversations.inviting.statements.queries import statements_of
from app.conversations.inviting.telling import told
from app.conversations.kinds import ConversationStatus, MessageKind
from app.conversations.queries import ShownConversation, edited_conversation, members_of
from app.core.db import unit_of_work
from app.core.errors import Conflict, Invalid
from app.core.permissions import Permission
from app.core.submissions import new_key
from app.web.form_page import form_page
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message


@bp.get("/gesprekken/<int:number>/berichten")
@requires(Permission.CONVERSE)
def messages(number: int) -> ResponseReturnValue:
    """Every message that goes with this conversation."""
    conversation = edited_conversation(number, current_actor())
    facts, changed, names = _facts(conversation), changed_messages(number), known_names()
    return render_template(
        "conversations/inviting/messages.html",
        conversation=conversation,
        facts=facts,
        messages=[shown_message(kind, facts, changed, names) for kind in kinds_to_send(conversation.status)],
        suggestion=suggested_statement(facts),
        step="voorbereiden" if conversation.status is ConversationStatus.PLANNED else "vervolg",
    )


@bp.get("/gesprekken/<int:number>/berichten/<word>.eml")
@requires(Permission.CONVERSE)
def message_file(number: int, word: str) -> Response:
    """One message as a mail to send."""
    conversation = edited_conversation(number, current_actor())
    kind = WORDS.get(word)
    shown = _shown(conversation, kind) if kind else None
    if shown is None or shown.lacks_statement:
        abort(404)
    answer = Response(eml.as_eml(shown.text), mimetype=eml.MEDIA_TYPE)
    answer.headers["Content-Disposition"] = f'attachment; filename="{word}-gesprek-{number}.eml"'
    return answer


@bp.get("/gesprekken/<int:number>/berichten/aanpassen")
@requires(Permission.CONVERSE)
def change_message(number: int) -> ResponseReturnValue:
    """The form of the message in the address."""
    conversation = edited_conversation(number, current_actor())
    shown = _shown(conversation, kind_in(FormReader(request.args)))
    if shown.lacks_statement:
        abort(404)
    typed = TypedMessage(shown.kind, shown.text.subject, shown.text.body, shown.mark)
    return _form(conversation, shown, typed)


@bp.post("/gesprekken/<int:number>/berichten/aanpassen")
@requires(Permission.CONVERSE, restores=True)
def send_message_change(number: int) -> ResponseReturnValue:
    """Keep it in one's own words, or begin it again: whichever button was pressed."""
    conversation, reader = edited_conversation(number, current_actor()), FormReader(request.form)
    typed = read_message(reader)
    try:
        if reader.ok:
            return _done(number, _act(number, typed))
    except Invalid as error:
        reader.fail(FIELDS[error.field], error.code, **error.facts)
    except Conflict as error:
        shown = _shown(conversation, typed.kind)
        # The other text is on the screen now: whoever presses the button again has seen it.
        seen = replace(typed, key=new_key(), seen=shown.mark)
        return _form(conversation, shown, seen, refused=message(error.code, **error.facts))
    return _form(conversation, _shown(conversation, typed.kind), typed, reader.errors)


def _act(number: int, typed: TypedMessage) -> str:
    with unit_of_work():
        if typed.again:
            service.begin_again(current_actor(), typed.edit(number))
        else:
            service.change_message(current_actor(), typed.edit(number), typed.subject, typed.body)
    return "message_begun_again" if typed.again else "message_kept"


def _done(number: int, code: str) -> Response:
    flash(message(code), "ok")
    return make_response(redirect(url_for("conversations.messages", number=number), 303))


def _facts(conversation: ShownConversation) -> ConversationFacts:
    made = statements_of(conversation.number)
    return told(
        conversation,
        members_of(conversation.number),
        statement=(made[0].text, made[0].url) if made else ("", ""),
        blocks=[block.text for block in blocks_of(conversation.number)],
    )


def _shown(conversation: ShownConversation, kind: MessageKind) -> ShownMessage:
    return shown_message(kind, _facts(conversation), changed_messages(conversation.number), known_names())


def _form(
    conversation: ShownConversation,
    shown: ShownMessage,
    typed: TypedMessage,
    errors: dict[str, str] | None = None,
    *,
    refused: str | None = None,
) -> Response:
    return form_page(
        "conversations/inviting/change_message.html",
        errors,
        conversation=conversation,
        shown=shown,
        typed=typed,
        refused=refused,
    )
